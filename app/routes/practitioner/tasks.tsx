import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { KeepOnPhone } from "~/components/keep-on-phone";
import { useLanguage, useMessages } from "~/components/language";
import { Page, PageHead } from "~/components/page";
import { assignmentMessages } from "~/features/assignments/assignment-messages";
import { tasksOf } from "~/features/assignments/assignment-queries.server";
import { TaskLists } from "~/features/assignments/task-lists";
import { GuidanceBox } from "~/features/guidance/guidance-list";
import { guidanceFor } from "~/features/guidance/guidance-queries.server";
import { FreezeNotes } from "~/features/freezes/freeze-notes";
import { openFreezes } from "~/features/freezes/freeze-queries.server";
import { guardedLoader, practitioner } from "~/features/identity/guard.server";
import { mapper } from "~/features/needs/lock-need.server";
import { isOld } from "~/features/needs/need";
import { needMessages } from "~/features/needs/need-messages";
import { openNeeds } from "~/features/needs/need-queries.server";
import { NeedTasks } from "~/features/needs/need-tasks";
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
  const { organizationId, organizationName, element } = c.membership;
  const [standing, areas, tasks, guidance, freezes] = await Promise.all([
    practitionerStanding(c.db, organizationId),
    areasOfWork(c.db, organizationId),
    tasksOf(c.db, organizationId),
    guidanceFor(c.db, organizationId),
    openFreezes(c.db, organizationId),
  ]);
  const ties = (await tiesOf(c.db, c.actor.userId)).filter((tie) => tieHolds(tie, today()));
  const declaration = await latestDeclaration(c.db, c.actor.userId);
  const open = tasks.filter((task) => task.status === "offered" || task.status === "accepted").length;
  const codes = areas.map((area) => area.code);
  const oldNeeds = element === mapper ? (await openNeeds(c.db, codes)).filter((need) => isOld(need.countedAt, today())) : [];
  return {
    language: c.language,
    today: today(),
    name: organizationName,
    standing,
    areas,
    tasks,
    guidance,
    freezes,
    ties,
    declaration,
    open,
    oldNeeds,
    counts: { "/ruang/petugas": open + oldNeeds.length },
  };
});

export default function Tasks() {
  const { standing, areas, guidance, freezes, ties, declaration, name, tasks, open, oldNeeds, today: day } = useLoaderData<typeof loader>();
  const t = useMessages(practitionerMessages);
  const needs = useMessages(needMessages);
  const work = useMessages(assignmentMessages).tasks;
  const language = useLanguage();
  const title = open === 0 && oldNeeds.length > 0 ? needs.taskTitle(oldNeeds.length) : work.title(open);
  const accepted = tasks.filter((task) => task.status === "accepted");
  const idle = tasks.length === 0 && oldNeeds.length === 0;
  return (
    <Page wide>
      <KeepOnPhone
        pages={accepted.map((task) => ({ path: `/ruang/petugas/tugas/${task.id}`, tag: String(task.version) }))}
        below="/ruang/petugas/tugas/"
      />
      <PageHead size="small" title={title} meta={`${name} · ${standing.element[language]}`} />
      <TasksColumns
        aside={
          <>
            <StandingBox standing={standing} today={day} />
            <TiesBox ties={ties} declaration={declaration} />
            <AreasBox areas={areas} />
            <GuidanceBox rows={guidance} />
          </>
        }
      >
        <FreezeNotes freezes={freezes} className="" />
        <StandingNotice standing={standing} today={day} />
        <TieDueNote declaration={declaration} />
        {idle && <EmptyState title={t.none}>{t.noneLead}</EmptyState>}
        {tasks.length > 0 && <TaskLists tasks={tasks} today={day} />}
        {oldNeeds.length > 0 && <NeedTasks needs={oldNeeds} />}
      </TasksColumns>
    </Page>
  );
}
