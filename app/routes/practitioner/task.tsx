import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { KeepOnPhone } from "~/components/keep-on-phone";
import { useMessages } from "~/components/language";
import { Note } from "~/components/note";
import { OutboxBar } from "~/components/outbox-bar";
import { DocumentPaper, Page, PageHead, Section } from "~/components/page";
import { Aside } from "~/components/panel";
import { EmergencyMark } from "~/components/program-name";
import { assignmentMessages } from "~/features/assignments/assignment-messages";
import { TaskForm } from "~/features/assignments/task-form";
import { AcceptForm, DeclineForm, TaskFacts } from "~/features/assignments/task-offer";
import { visitMessages } from "~/features/assignments/visit-messages";
import { loadTask, workOnTask } from "~/features/assignments/task-page.server";
import { guardedAction, guardedLoader, practitioner } from "~/features/identity/guard.server";
import { CheckSheet } from "~/features/verification/check-sheet";
import { ProposalReading } from "~/features/verification/proposal-reading";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${assignmentMessages[data.language].kinds[data.task.kind]}: ${data.task.title} · Sinergi` : "Sinergi" },
];

export const loader = guardedLoader(practitioner(), loadTask);

export const action = guardedAction(practitioner(), workOnTask);

export default function PractitionerTask() {
  const { task, view, kunci, page, holdsUntil } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useMessages(assignmentMessages);
  const visit = useMessages(visitMessages);
  const open = task.status === "offered" || task.status === "accepted";
  return (
    <Page>
      {task.status === "accepted" && (
        <>
          <OutboxBar queue={task.id} words={visit.outbox} />
          <KeepOnPhone tag={String(task.version)} silent />
        </>
      )}
      <PageHead
        size="small"
        crumbs={[{ href: "/ruang/petugas", label: t.page.crumb }]}
        title={`${t.kinds[task.kind]}: ${task.title}`}
        meta={
          <>
            {task.proposer} <EmergencyMark urgent={task.urgent} />
          </>
        }
      />
      <div className="two">
        <div className="stack [--gap:1.25rem]">
          {!open && (
            <Note tone={task.status === "done" ? "ok" : "info"} title={task.status === "done" ? t.page.done : t.page.closed}>
              {task.result && task.status === "done" ? `${t.results[task.result]}. ${task.finding}` : t.statuses[task.status]}
            </Note>
          )}
          {task.status === "offered" && <AcceptForm task={task} result={answer?.form === "accept" ? answer.result : null} />}
          {task.status === "accepted" && (
            <TaskForm task={task} kunci={kunci} page={page} holdsUntil={holdsUntil} answer={answer?.form === "work" ? answer : undefined} />
          )}
          {view && (
            <DocumentPaper>
              <Section title={t.page.checks}>
                <CheckSheet checks={view.checks} missing={view.missing} />
              </Section>
              <ProposalReading view={view} />
            </DocumentPaper>
          )}
        </div>
        <Aside className="stack [--gap:1.25rem]">
          <TaskFacts task={task} />
          {open && <DeclineForm task={task} result={answer?.form === "decline" ? answer.result : null} />}
        </Aside>
      </div>
    </Page>
  );
}
