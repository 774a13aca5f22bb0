import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { useLanguage, useMessages } from "~/components/language";
import { Page, PageHead } from "~/components/page";
import { assignmentMessages } from "~/features/assignments/assignment-messages";
import { tasksOf } from "~/features/assignments/assignment-queries.server";
import { TaskLists } from "~/features/assignments/task-lists";
import { FreezeNotes } from "~/features/freezes/freeze-notes";
import { openFreezes } from "~/features/freezes/freeze-queries.server";
import { guardedLoader, practitioner } from "~/features/identity/guard.server";
import { practitionerMessages } from "~/features/practitioners/practitioner-messages";
import { areasOfWork } from "~/features/practitioners/practitioner-queries.server";
import { practitionerStanding } from "~/features/practitioners/practitioner-standing.server";
import { AreasBox, StandingBox, StandingNotice, TasksColumns, TiesBox } from "~/features/practitioners/tasks-page";
import { tieHolds } from "~/features/ties/tie";
import { TieDueNote } from "~/features/ties/tie-due-note";
import { latestDeclaration, tiesOf } from "~/features/ties/tie-queries.server";
import { today } from "~/platform/clock.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${practitionerMessages[data?.language ?? "id"].title} · Sinergi` },
];

export const loader = guardedLoader(practitioner(), async (c) => {
  const { organizationId, organizationName } = c.membership;
  const [standing, areas, tasks, freezes] = await Promise.all([
    practitionerStanding(c.db, organizationId),
    areasOfWork(c.db, organizationId),
    tasksOf(c.db, organizationId),
    openFreezes(c.db, organizationId),
  ]);
  const ties = (await tiesOf(c.db, c.actor.userId)).filter((tie) => tieHolds(tie, today()));
  const declaration = await latestDeclaration(c.db, c.actor.userId);
  const open = tasks.filter((task) => task.status === "offered" || task.status === "accepted").length;
  return {
    language: c.language,
    today: today(),
    name: organizationName,
    standing,
    areas,
    tasks,
    freezes,
    ties,
    declaration,
    open,
    counts: { "/ruang/petugas": open },
  };
});

export default function Tasks() {
  const { standing, areas, freezes, ties, declaration, name, tasks, open, today: day } = useLoaderData<typeof loader>();
  const t = useMessages(practitionerMessages);
  const work = useMessages(assignmentMessages).tasks;
  const language = useLanguage();
  return (
    <Page wide>
      <PageHead size="small" title={work.title(open)} meta={`${name} · ${standing.element[language]}`} />
      <TasksColumns
        aside={
          <>
            <StandingBox standing={standing} today={day} />
            <TiesBox ties={ties} declaration={declaration} />
            <AreasBox areas={areas} />
          </>
        }
      >
        <FreezeNotes freezes={freezes} className="" />
        <StandingNotice standing={standing} today={day} />
        <TieDueNote declaration={declaration} />
        {tasks.length === 0 ? <EmptyState title={t.none}>{t.noneLead}</EmptyState> : <TaskLists tasks={tasks} today={day} />}
      </TasksColumns>
    </Page>
  );
}
