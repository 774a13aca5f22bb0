import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type Tone, StatusBadge } from "~/components/badge";
import { ButtonLink } from "~/components/button";
import { DayText } from "~/components/day-text";
import { EmptyState } from "~/components/empty-state";
import { useLanguage, useMessages } from "~/components/language";
import { Page, PageHead } from "~/components/page";
import { Box } from "~/components/panel";
import { ProgramName } from "~/components/program-name";
import { RecordList } from "~/components/record-list";
import { community, guardedLoader } from "~/features/identity/guard.server";
import { editorMessages } from "~/features/proposals/editor/editor-messages";
import { type ListedProposal, listProposals } from "~/features/proposals/proposal-list.server";
import { type ProposalStatus, isEditable, writerRoles } from "~/features/proposals/proposal";
import { proposalMessages } from "~/features/proposals/proposal-messages";
import { blockedBy } from "~/features/organizations/blocked.server";
import { BlockedNotes } from "~/features/organizations/blocked-notes";
import { formatRupiahShort } from "~/kernel/money";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${editorMessages[data?.language ?? "id"].crumb} · Sinergi` }];

export const loader = guardedLoader(community(), async (c) => {
  const groups = await listProposals(c.db, c.membership.organizationId);
  const mayWrite = writerRoles.some((role) => c.membership.roles.includes(role));
  const blocked = await blockedBy(c.db, c.membership.organizationId);
  return { groups, blocked, mayWrite, language: c.language, counts: { "/ruang/lembaga/usulan": groups.yours.length } };
});

export default function Proposals() {
  const { groups, blocked, mayWrite } = useLoaderData<typeof loader>();
  const t = useMessages(editorMessages).list;
  const start = mayWrite && (
    <ButtonLink to="/ruang/lembaga/usulan/baru" icon="plus">
      {t.start}
    </ButtonLink>
  );
  const shown = (["yours", "desk", "out", "closed"] as const).filter((group) => groups[group].length > 0);
  return (
    <Page>
      <PageHead title={t.title(groups.yours.length)} lead={t.lead} actions={shown.length > 0 && start} />
      <BlockedNotes blocked={blocked} deed="proposals" />
      {shown.length === 0 && (
        <EmptyState title={t.title(0)} action={start}>
          {t.empty}
        </EmptyState>
      )}
      <div className="stack [--gap:1.25rem]">
        {shown.map((group) => (
          <Box key={group} title={t.groups[group]}>
            <ProposalRecords proposals={groups[group]} />
          </Box>
        ))}
      </div>
    </Page>
  );
}

const tones: Partial<Record<ProposalStatus, Tone>> = {
  revision_requested: "warn",
  submitted: "info",
  verifying: "info",
  published: "ok",
  running: "ok",
  completed: "ok",
  suspended: "bad",
  rejected: "bad",
};

function ProposalRecords({ proposals }: { proposals: readonly ListedProposal[] }) {
  const t = useMessages(editorMessages).list;
  const words = useMessages(proposalMessages);
  const language = useLanguage();
  return (
    <RecordList
      items={proposals.map((proposal) => ({
        key: proposal.id,
        to: `/ruang/lembaga/usulan/${proposal.id}/${isEditable(proposal.status) ? "cerita" : "kirim"}`,
        title: <ProgramName title={proposal.title || t.untitled} urgent={proposal.urgent} />,
        meta: [proposal.areaLabel, proposal.target && formatRupiahShort(proposal.target, language)].filter(Boolean).join(" · "),
        note: (
          <>
            {proposal.progress && `${t.progress(proposal.progress.done, proposal.progress.total)} · `}
            {proposal.requests > 0 && `${t.requests(proposal.requests)} · `}
            <DayText
              value={proposal.submittedAt && !isEditable(proposal.status) ? proposal.submittedAt : proposal.updatedAt}
              form="instant"
            />
          </>
        ),
        side: <StatusBadge tone={tones[proposal.status]}>{words.status[proposal.status]}</StatusBadge>,
      }))}
    />
  );
}
