import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Deadline, StatusBadge } from "~/components/badge";
import { EmptyState } from "~/components/empty-state";
import { useLanguage, useMessages } from "~/components/language";
import { motifOf } from "~/components/motif";
import { Page, PageHead } from "~/components/page";
import { Box } from "~/components/panel";
import { ProgramName } from "~/components/program-name";
import { RecordList } from "~/components/record-list";
import { guardedLoader, platform } from "~/features/identity/guard.server";
import { isPublic } from "~/features/proposals/proposal";
import { proposalMessages } from "~/features/proposals/proposal-messages";
import { verificationMessages } from "~/features/verification/verification-messages";
import { type QueuedProposal, verificationQueue } from "~/features/verification/verification-queries.server";
import { formatDay } from "~/kernel/dates";
import { formatRupiahShort } from "~/kernel/money";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${verificationMessages[data?.language ?? "id"].queue.crumb} · Sinergi` },
];

export const loader = guardedLoader(platform("verifier", "administrator", "auditor"), async (c) => {
  const queue = await verificationQueue(c.db);
  return { queue, language: c.language, counts: { "/admin/verifikasi": queue.waiting.length + queue.open.length } };
});

export default function VerificationQueue() {
  const { queue } = useLoaderData<typeof loader>();
  const t = useMessages(verificationMessages).queue;
  const groups = (["waiting", "open", "returned", "published"] as const).filter((group) => queue[group].length > 0);
  return (
    <Page>
      <PageHead title={t.title(queue.waiting.length + queue.open.length)} lead={t.lead} />
      {groups.length === 0 && <EmptyState title={t.title(0)}>{t.empty}</EmptyState>}
      <div className="stack [--gap:1.25rem]">
        {groups.map((group) => (
          <Box key={group} title={t.groups[group]} aside={<span className="small muted n">{queue[group].length}</span>}>
            <Proposals items={queue[group]} />
          </Box>
        ))}
      </div>
    </Page>
  );
}

function Proposals({ items }: { items: readonly QueuedProposal[] }) {
  const t = useMessages(verificationMessages).queue;
  const words = useMessages(proposalMessages);
  const language = useLanguage();
  return (
    <RecordList
      items={items.map((item) => ({
        key: item.id,
        to: `/admin/verifikasi/${item.id}`,
        motif: motifOf({ element: item.element }),
        title: <ProgramName {...item} />,
        meta: [item.organization, item.areaLabel, item.target && formatRupiahShort(item.target, language)].filter(Boolean).join(" · "),
        note: item.submittedAt && `${t.sent(formatDay(item.submittedAt, language))} · ${t.age(item.age)}`,
        side:
          item.status === "submitted" || item.status === "verifying" ? (
            <Deadline tone={item.daysLeft < 0 ? "late" : item.daysLeft <= 7 ? "soon" : "calm"}>{t.left(item.daysLeft)}</Deadline>
          ) : (
            <StatusBadge tone={item.status === "suspended" ? "bad" : isPublic(item.status) ? "ok" : "warn"}>
              {words.status[item.status]}
            </StatusBadge>
          ),
      }))}
    />
  );
}
