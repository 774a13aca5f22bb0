import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Deadline, type Tone, StatusBadge } from "~/components/badge";
import { EmptyState } from "~/components/empty-state";
import { useLanguage, useMessages } from "~/components/language";
import { Page, PageHead } from "~/components/page";
import { Box } from "~/components/panel";
import { RecordList } from "~/components/record-list";
import { type ConcernStatus, answerDueOn } from "~/features/concerns/concern";
import { concernDeskMessages } from "~/features/concerns/concern-desk-messages";
import { concernMessages } from "~/features/concerns/concern-messages";
import { deskConcerns } from "~/features/concerns/concern-queries.server";
import { guardedLoader, platform } from "~/features/identity/guard.server";
import { dayOf, formatDay, formatDayShort } from "~/kernel/dates";
import { today } from "~/platform/clock.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${concernDeskMessages[data?.language ?? "id"].name} · Sinergi` }];

export const loader = guardedLoader(platform("administrator"), async (c) => {
  const cases = await deskConcerns(c.db, c.actor);
  return { language: c.language, today: today(), counts: { "/admin/laporan-warga": cases.open.length }, ...cases };
});

type Row = ReturnType<typeof useLoaderData<typeof loader>>["open"][number];

const tones: Readonly<Record<ConcernStatus, Tone>> = { received: "warn", looking: "info", asked: "info", closed: "ok" };

export default function Concerns() {
  const { open, closed, tied, today: day } = useLoaderData<typeof loader>();
  const t = useMessages(concernDeskMessages);
  return (
    <Page wide>
      <PageHead size="small" title={t.title(open.length)} meta={tied > 0 ? t.tied(tied) : undefined} />
      {open.length + closed.length === 0 && <EmptyState title={t.none} />}
      <div className="stack [--gap:1.25rem]">
        {open.length > 0 && (
          <Box title={t.open}>
            <Cases rows={open} day={day} />
          </Box>
        )}
        {closed.length > 0 && (
          <Box title={t.closed}>
            <Cases rows={closed} day={day} />
          </Box>
        )}
      </div>
    </Page>
  );
}

function Cases({ rows, day }: { rows: readonly Row[]; day: string }) {
  const t = useMessages(concernDeskMessages);
  const words = useMessages(concernMessages);
  const language = useLanguage();
  return (
    <RecordList
      items={rows.map((row) => ({
        key: row.id,
        to: `/admin/laporan-warga/${row.id}`,
        title: words.kind[row.kind],
        meta: row.program ?? row.organization ?? t.noSubject,
        note: `${formatDay(row.receivedAt, language)} · ${row.assignee ?? t.nobody}`,
        side: (
          <span className="row gap-2">
            <Due row={row} day={day} />
            <StatusBadge tone={tones[row.status]}>{row.outcome ? words.outcome[row.outcome] : t.status[row.status]}</StatusBadge>
          </span>
        ),
        icon: "flag",
      }))}
    />
  );
}

/** How long the first answer may still take; nothing once it has been given. */
function Due({ row, day }: { row: Row; day: string }) {
  const t = useMessages(concernDeskMessages);
  const language = useLanguage();
  if (row.answeredAt || row.status === "closed") return null;
  const due = answerDueOn(dayOf(row.receivedAt));
  const late = due < day;
  const text = formatDayShort(due, language);
  return <Deadline tone={late ? "late" : due === day ? "soon" : "calm"}>{late ? t.late(text) : t.dueOn(text)}</Deadline>;
}
