import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useMessages } from "~/components/language";
import { Page, PageHead } from "~/components/page";
import { EmergencyMark } from "~/components/program-name";
import { disbursementMessages } from "~/features/disbursements/disbursement-messages";
import { DisbursementBody } from "~/features/disbursements/disbursement-page";
import { findDisbursement } from "~/features/disbursements/disbursement-queries.server";
import { isPlatform } from "~/features/identity/actor";
import { guardedLoader, platform } from "~/features/identity/guard.server";
import { flowOfProgram } from "~/features/ledger/ledger-queries.server";
import { newId } from "~/kernel/ids";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.disbursement.programTitle ?? ""} · Sinergi` }];

export const loader = guardedLoader(platform("disburser", "disbursement_approver", "administrator", "auditor", "reconciler"), async (c) => {
  const disbursement = await findDisbursement(c.db, c.params.id ?? "");
  if (!disbursement) throw new Response(null, { status: 404 });
  const { escrow } = await flowOfProgram(c.db, disbursement.proposalId);
  const may = {
    prepare: isPlatform(c.actor, "disburser"),
    approve: isPlatform(c.actor, "disbursement_approver") && disbursement.preparedBy !== c.actor.userId,
  };
  return { disbursement, escrow, may, formKey: newId() };
});

export default function DisbursementPage() {
  const page = useLoaderData<typeof loader>();
  const t = useMessages(disbursementMessages);
  const { disbursement } = page;
  return (
    <Page wide>
      <PageHead
        size="small"
        crumbs={[{ href: "/admin/penyaluran", label: t.deskTitle }]}
        title={<a href={`/program/${disbursement.programSlug}`}>{disbursement.programTitle}</a>}
        meta={
          <>
            {`${disbursement.communityName} · ${disbursement.programCode ?? ""} · ${t.of(disbursement.trancheN, disbursement.trancheCount)}`}{" "}
            <EmergencyMark urgent={disbursement.urgent} />
          </>
        }
      />
      <DisbursementBody {...page} />
    </Page>
  );
}
