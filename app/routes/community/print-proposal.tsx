import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useLanguage, useMessages } from "~/components/language";
import { Page, PageHead } from "~/components/page";
import { community, guardedLoader } from "~/features/identity/guard.server";
import { editorMessages } from "~/features/proposals/editor/editor-messages";
import { findPrintView } from "~/features/proposals/print/print-view.server";
import { ProposalPaper } from "~/features/proposals/print/proposal-paper";
import { proposalMessages } from "~/features/proposals/proposal-messages";
import { formatInstant } from "~/kernel/dates";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.view.draft.title ?? ""} · Sinergi` }];

export const loader = guardedLoader(community(), async (c) => {
  const view = await findPrintView(c.db, String(c.params.id), c.membership.organizationId);
  if (!view) throw new Response(null, { status: 404 });
  return { view };
});

export default function PrintProposal() {
  const { view } = useLoaderData<typeof loader>();
  const t = useMessages(editorMessages);
  const words = useMessages(proposalMessages);
  const language = useLanguage();
  return (
    <Page>
      <PageHead
        size="small"
        crumbs={[{ href: `/ruang/lembaga/usulan/${view.id}/kirim`, label: view.draft.title || t.list.untitled }]}
        title={view.draft.title || t.list.untitled}
        meta={`${view.organizationName} · ${words.status[view.status]} · ${t.version(view.version)} · ${formatInstant(view.updatedAt, language)}`}
      />
      <p className="small muted noprint mb-4">
        {t.printHint}{" "}
        <a href={`/ruang/lembaga/usulan/${view.id}/pdf`} type="application/pdf">
          {t.pdf}
        </a>
      </p>
      <ProposalPaper view={view} />
    </Page>
  );
}
