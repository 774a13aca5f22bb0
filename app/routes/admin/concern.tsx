import { parseWithZod } from "@conform-to/zod/v4";
import { type MetaFunction, data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ButtonLink, Button } from "~/components/button";
import { ActionForm } from "~/components/form";
import { useFormState, useMessages } from "~/components/language";
import { Note } from "~/components/note";
import { Page, PageHead } from "~/components/page";
import { refusalText } from "~/components/refusal-text";
import { CaseFacts, CaseHistory, CaseNotes, CaseStory, DeskNoteForm } from "~/features/concerns/case-boxes";
import { concernDeskMessages } from "~/features/concerns/concern-desk-messages";
import { concernMessages } from "~/features/concerns/concern-messages";
import { findDeskConcern } from "~/features/concerns/concern-queries.server";
import { concernRefusals } from "~/features/concerns/concern-refusals";
import { deskNoteSchema } from "~/features/concerns/concern.schema";
import { readContact, writeDeskNote } from "~/features/concerns/handle-concern.server";
import { misread, refused } from "~/features/identity/form-refusal";
import { guardedAction, guardedLoader, platform } from "~/features/identity/guard.server";
import { flash } from "~/platform/flash.server";

export const meta: MetaFunction<typeof loader> = ({ data: given }) => [
  { title: `${concernDeskMessages[given?.language ?? "id"].name} · Sinergi` },
];

export const loader = guardedLoader(platform("administrator"), async (c) => {
  const concern = await findDeskConcern(c.db, c.actor, c.params.id ?? "");
  if (!concern) throw new Response(null, { status: 404 });
  return { language: c.language, concern, mine: concern.assigneeId === c.actor.userId && concern.status !== "closed" };
});

/** Writes a note, or with `aksi=kontak` shows the contact once. */
export const action = guardedAction(platform("administrator"), async (c) => {
  const concernId = c.params.id ?? "";
  const form = await c.form();
  if (form.get("aksi") === "kontak") {
    const read = await c.attempt(readContact, { concernId });
    if (read.ok) return data({ contact: read.value.contact, result: null, refusal: null }, 200);
    return data({ contact: null, result: null, refusal: refusalText(read.refusal, c.language, concernRefusals) }, 400);
  }
  const submission = parseWithZod(form, { schema: deskNoteSchema });
  if (submission.status !== "success") return data({ ...misread(submission).data, contact: null, refusal: null }, 400);
  const outcome = await c.attempt(writeDeskNote, { concernId, ...submission.value });
  if (!outcome.ok) {
    return data({ ...refused(submission, outcome.refusal, c.language, concernRefusals).data, contact: null, refusal: null }, 400);
  }
  const { done } = concernDeskMessages[c.language];
  const headers = await flash(submission.value.voice === "desk" ? done.asked : done.noted);
  throw redirect(`/admin/laporan-warga/${concernId}`, { status: 303, headers });
});

export default function ConcernDesk() {
  const { concern, mine } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useMessages(concernDeskMessages);
  const words = useMessages(concernMessages);
  const form = useFormState(answer?.result, { texts: useMessages(concernRefusals) });
  const own = `/admin/laporan-warga/${concern.id}`;
  return (
    <Page wide>
      <PageHead
        size="small"
        crumbs={[{ href: "/admin/laporan-warga", label: t.name }]}
        title={words.kind[concern.kind]}
        meta={concern.outcome ? words.result(words.outcome[concern.outcome]) : t.status[concern.status]}
        actions={
          <>
            {concern.status !== "closed" && !mine && (
              <ActionForm action={`${own}/ambil`}>
                <Button>{concern.assigneeId ? t.takeOver : t.take}</Button>
              </ActionForm>
            )}
            {mine && (
              <ButtonLink kind="action" to={`${own}/tutup`}>
                {t.close}
              </ButtonLink>
            )}
          </>
        }
      />
      {answer?.refusal && (
        <Note tone="bad" role="alert" className="mb-5">
          {answer.refusal}
        </Note>
      )}
      <div className="grid g21 items-start">
        <div className="stack [--gap:1.25rem] min-w-0">
          <CaseStory concern={concern} />
          <CaseNotes concern={concern}>{mine && <DeskNoteForm form={form} />}</CaseNotes>
        </div>
        <div className="stack [--gap:1.25rem] min-w-0">
          <CaseFacts concern={concern} mine={mine} contact={answer?.contact ?? null} />
          <CaseHistory concern={concern} />
        </div>
      </div>
    </Page>
  );
}
