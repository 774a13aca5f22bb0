import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { useLanguage, useMessages } from "~/components/language";
import { motifOf } from "~/components/motif";
import { Page, PageHead } from "~/components/page";
import { Box } from "~/components/panel";
import { ProgramName } from "~/components/program-name";
import { RecordList } from "~/components/record-list";
import { amendmentMessages } from "~/features/amendments/amendment-messages";
import { amendmentQueue } from "~/features/amendments/amendment-queries.server";
import { AmendmentBadge } from "~/features/amendments/amendment-reading";
import { amendmentDeskMessages } from "~/features/amendments/desk-messages";
import { guardedLoader, platform } from "~/features/identity/guard.server";
import { formatDay } from "~/kernel/dates";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${amendmentDeskMessages[data?.language ?? "id"].title} · Sinergi` },
];

/** `/admin/adendum`: what waits for the desk's check, and what waits for funders. */
export const loader = guardedLoader(platform("verifier", "administrator", "auditor"), async (c) => {
  const queue = await amendmentQueue(c.db);
  const toCheck = queue.filter(({ status }) => status === "submitted").length;
  return { language: c.language, queue, counts: { "/admin/adendum": toCheck } };
});

export default function Amendments() {
  const { queue } = useLoaderData<typeof loader>();
  const t = useMessages(amendmentDeskMessages);
  const toCheck = queue.filter(({ status }) => status === "submitted");
  const toAnswer = queue.filter(({ status }) => status === "awaiting_funders");
  return (
    <Page>
      <PageHead title={t.queue(toCheck.length)} lead={t.lead} />
      {queue.length === 0 && <EmptyState title={t.queue(0)}>{t.empty}</EmptyState>}
      <div className="stack [--gap:1.25rem]">
        {toCheck.length > 0 && <Waiting title={t.toCheck} items={toCheck} />}
        {toAnswer.length > 0 && <Waiting title={t.toAnswer} items={toAnswer} />}
      </div>
    </Page>
  );
}

type Items = ReturnType<typeof useLoaderData<typeof loader>>["queue"];

function Waiting({ title, items }: { title: string; items: Items }) {
  const t = useMessages(amendmentMessages);
  const language = useLanguage();
  return (
    <Box title={title}>
      <RecordList
        items={items.map(({ program, n, reasonCode, submittedAt, answerBy, status }) => ({
          key: `${program.slug}/${n}`,
          to: `/admin/adendum/${program.slug}/${n}`,
          motif: motifOf({ element: program.element }),
          title: <ProgramName {...program} />,
          meta: `${t.name(n)} · ${program.organization} · ${t.reasonCode[reasonCode].toLowerCase()}`,
          note: [submittedAt && formatDay(submittedAt, language), answerBy && t.answerUntil(formatDay(answerBy, language))]
            .filter(Boolean)
            .join(" · "),
          side: <AmendmentBadge status={status} />,
        }))}
      />
    </Box>
  );
}
