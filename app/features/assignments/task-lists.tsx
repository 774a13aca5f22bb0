import { Deadline, StatusBadge, type Tone } from "~/components/badge";
import { useLanguage, useMessages } from "~/components/language";
import { Box } from "~/components/panel";
import { ProgramName } from "~/components/program-name";
import { RecordList } from "~/components/record-list";
import { daysBetween, formatDayShort } from "~/kernel/dates";
import type { AssignmentStatus } from "./assignment";
import { assignmentMessages } from "./assignment-messages";
import type { AssignmentView } from "./assignment-queries.server";
import { visitMessages } from "./visit-messages";

const tones: Readonly<Record<AssignmentStatus, Tone | undefined>> = {
  offered: "info",
  accepted: "info",
  done: "ok",
  declined: undefined,
  lapsed: "warn",
  returned: "warn",
};

/** So few days before its date a task stands out. */
const soonDays = 3;

export function AssignmentBadge({ status }: { status: AssignmentStatus }) {
  return <StatusBadge tone={tones[status]}>{useMessages(assignmentMessages).statuses[status]}</StatusBadge>;
}

/** A practitioner's tasks in three groups: to answer, to do, and over. A group without tasks is left out. */
export function TaskLists({ tasks, today }: { tasks: readonly AssignmentView[]; today: string }) {
  const t = useMessages(assignmentMessages).tasks;
  const over = tasks.filter((task) => task.status !== "offered" && task.status !== "accepted");
  const groups = [
    { title: t.offers, tasks: tasks.filter((task) => task.status === "offered") },
    { title: t.accepted, tasks: tasks.filter((task) => task.status === "accepted") },
    { title: t.over, tasks: over },
  ];
  return (
    <>
      {groups
        .filter((group) => group.tasks.length > 0)
        .map((group) => (
          <Box title={group.title} aside={String(group.tasks.length)} key={group.title}>
            {group.title === t.accepted && <KeptCount total={group.tasks.length} />}
            <Tasks tasks={group.tasks} today={today} />
          </Box>
        ))}
    </>
  );
}

/** Which of the accepted tasks are on this phone; its script says so once they are. */
function KeptCount({ total }: { total: number }) {
  const t = useMessages(visitMessages).phone;
  return (
    <p className="small muted mb-2" role="status" hidden data-kept-count={JSON.stringify({ all: t.all(total), some: t.some(total) })} />
  );
}

function Tasks({ tasks, today }: { tasks: readonly AssignmentView[]; today: string }) {
  const t = useMessages(assignmentMessages);
  const language = useLanguage();
  return (
    <RecordList
      items={tasks.map((task) => {
        const day = task.status === "offered" ? task.answerUntil : task.dueOn;
        const waits = task.status === "offered" || task.status === "accepted";
        const by = task.status === "offered" ? t.tasks.answerBy : t.tasks.dueBy;
        return {
          key: task.id,
          to: `/ruang/petugas/tugas/${task.id}`,
          icon: "doc" as const,
          title: (
            <>
              {t.kinds[task.kind]}: <ProgramName {...task} />
            </>
          ),
          meta: [task.proposer, task.areaName, waits && by(formatDayShort(day, language))].filter(Boolean).join(" · "),
          side:
            waits && day < today ? (
              <StatusBadge tone="bad">{t.tasks.late}</StatusBadge>
            ) : waits && daysBetween(today, day) <= soonDays ? (
              <Deadline tone="soon">{formatDayShort(day, language)}</Deadline>
            ) : waits ? undefined : (
              <AssignmentBadge status={task.status} />
            ),
        };
      })}
    />
  );
}
