import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useMessages } from "~/components/language";
import { Page, PageHead } from "~/components/page";
import { Box } from "~/components/panel";
import { ProgramName } from "~/components/program-name";
import { isPlatform } from "~/features/identity/actor";
import { guardedLoader, platform } from "~/features/identity/guard.server";
import { impactDeskMessages } from "~/features/impact/desk-messages";
import { findTerminForReceipts } from "~/features/impact/desk-queries.server";
import { ReceiptList } from "~/features/impact/receipt-list";
import { receiptsOfTermin } from "~/features/impact/receipt-queries.server";
import { newId } from "~/kernel/ids";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.termin.programTitle ?? ""} · Sinergi` }];

export const loader = guardedLoader(platform("verifier", "administrator", "auditor"), async (c) => {
  const termin = await findTerminForReceipts(c.db, c.url.searchParams.get("program") ?? "", Number(c.url.searchParams.get("termin")));
  if (!termin) throw new Response(null, { status: 404 });
  const receipts = await receiptsOfTermin(c.db, termin.proposalId, termin.trancheN, "submitted");
  return {
    termin,
    receipts: receipts.map((receipt) => ({ ...receipt, formKey: newId() })),
    back: `${c.url.pathname}${c.url.search}`,
    isVerifier: isPlatform(c.actor, "verifier"),
  };
});

export default function Receipts() {
  const { termin, receipts, back, isVerifier } = useLoaderData<typeof loader>();
  const t = useMessages(impactDeskMessages);
  return (
    <Page wide>
      <PageHead
        size="small"
        crumbs={[{ href: "/admin/laporan", label: t.title }]}
        title={<ProgramName title={termin.programTitle} urgent={termin.urgent} />}
        meta={`${t.of(termin.trancheN, termin.trancheTitle)} · ${termin.communityName}`}
      />
      <Box title={t.receipts}>
        <ReceiptList receipts={receipts} proposalId={termin.proposalId} back={back} mayDecide={isVerifier} />
      </Box>
    </Page>
  );
}
