import { useLanguage, useMessages } from "~/components/language";
import { RecordList } from "~/components/record-list";
import { formatDayShort, formatInstant } from "~/kernel/dates";
import { formatRupiahShort } from "~/kernel/money";
import { AppealBadge } from "./appeal-badge";
import { timeLeft } from "./appeal-clock";
import { appealMessages } from "./appeal-messages";
import type { AppealSummary } from "./appeal-queries.server";

/** Appeals in a list, each with its clock while it waits or else with what was decided. */
export function AppealList({ appeals, now, to }: { appeals: readonly AppealSummary[]; now: Date; to: (appeal: AppealSummary) => string }) {
  const t = useMessages(appealMessages);
  const language = useLanguage();
  return (
    <RecordList
      items={appeals.map((appeal) => {
        return {
          key: appeal.id,
          to: to(appeal),
          motif: "gringsing" as const,
          title: <span lang="id">{appeal.title}</span>,
          meta: [
            appeal.organization,
            appeal.areaName,
            formatInstant(appeal.raisedAt, language),
            formatRupiahShort(appeal.total, language),
          ].join(" · "),
          note: appeal.validUntil ? t.page.validUntil(formatDayShort(appeal.validUntil, language)) : undefined,
          side:
            appeal.status === "raised" ? (
              <b className="n">{timeLeft(appeal.raisedAt, now, t.clock).text}</b>
            ) : (
              <AppealBadge status={appeal.status} />
            ),
        };
      })}
    />
  );
}
