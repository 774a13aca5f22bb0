import { StatusBadge } from "~/components/badge";
import { DayText } from "~/components/day-text";
import { useMessages } from "~/components/language";
import { motifOf } from "~/components/motif";
import { Box } from "~/components/panel";
import { RecordList } from "~/components/record-list";
import { mentoringMessages } from "./mentoring-messages";
import { mentoringTones } from "./mentoring-page";
import type { MentoringView } from "./mentoring-queries.server";

type MentoringListProps = {
  mentorings: readonly MentoringView[];
  /** Whose room it is: the other side is named. */
  side: "organization" | "mentor";
  /** The address under which each has its page. */
  room: string;
};

/** Mentorings by where they stand: those that wait first, then what is under way, then the past. */
export function MentoringList({ mentorings, side, room }: MentoringListProps) {
  const t = useMessages(mentoringMessages);
  const list = (...statuses: readonly MentoringView["status"][]) =>
    mentorings
      .filter(({ status }) => statuses.includes(status))
      .map((one) => ({
        key: one.id,
        to: `${room}/${one.id}`,
        title: side === "mentor" ? one.organization : one.mentor,
        motif: motifOf(side === "mentor" ? { kind: "community", element: one.element } : { element: "woman_leader" }),
        meta: (
          <>
            {side === "mentor" && one.area ? `${one.area} · ` : ""}
            <DayText value={one.endedAt ?? one.answeredAt ?? one.askedAt} /> · {t.sessions(one.notes)}
          </>
        ),
        note: <span lang="id">{one.wish}</span>,
        side: <StatusBadge tone={mentoringTones[one.status]}>{t.statuses[one.status]}</StatusBadge>,
      }));
  const [asked, active, past] = [list("asked"), list("active"), list("declined", "withdrawn", "ended")];
  return (
    <>
      {asked.length > 0 && (
        <Box title={t.requests}>
          <RecordList items={asked} />
        </Box>
      )}
      <Box title={t.active}>
        <RecordList items={active} empty={<p className="muted">{t.noActive}</p>} />
      </Box>
      {past.length > 0 && (
        <Box title={t.past}>
          <RecordList items={past} />
        </Box>
      )}
    </>
  );
}
