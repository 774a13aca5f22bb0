import { parseWithZod } from "@conform-to/zod/v4";
import { type MetaFunction, data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Tick } from "~/components/badge";
import { Button } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { TextArea } from "~/components/field";
import { ActionForm, Form, FormActions } from "~/components/form";
import { useFormState, useLanguage, useMessages } from "~/components/language";
import { Page } from "~/components/page";
import { Box } from "~/components/panel";
import { CopyButton } from "~/components/reference-box";
import { addReporterNote } from "~/features/concerns/answer-by-code.server";
import { answerDueOn, codeLength, codePrefix } from "~/features/concerns/concern";
import { concernMessages } from "~/features/concerns/concern-messages";
import { ConcernProgress } from "~/features/concerns/concern-progress";
import { followConcern } from "~/features/concerns/concern-queries.server";
import { concernRefusals } from "~/features/concerns/concern-refusals";
import { reporterNoteSchema } from "~/features/concerns/concern.schema";
import { misread, refused, tooMany } from "~/features/identity/form-refusal";
import { anyone, attempting, guardedAction, guardedLoader } from "~/features/identity/guard.server";
import { placeOf } from "~/features/identity/place";
import { dayOf, formatDay, formatDayShort } from "~/kernel/dates";
import { readCode, spellCode } from "~/kernel/tracking-code";
import { flash } from "~/platform/flash.server";

export const meta: MetaFunction<typeof loader> = ({ data: given }) => [
  { title: `${concernMessages[given?.language ?? "id"].progress} · Sinergi` },
  { name: "robots", content: "noindex" },
];

/** The address is the key: nothing on the way may keep it or pass it on. (Without any referrer browsers would send forms of no origin.) */
const secret = { "Cache-Control": "private, no-store", "Referrer-Policy": "same-origin" };

export const loader = guardedLoader(anyone, async (c) => {
  const typed = c.params.kode ?? "";
  const found = await attempting(() => followConcern(c.db, { code: typed, place: placeOf(c.request) }));
  if (!found.ok) {
    if (found.refusal.code === "rate_limited") throw tooMany(found.refusal);
    throw new Response(null, { status: 404 });
  }
  const code = readCode(typed, codeLength, codePrefix) ?? "";
  const due = answerDueOn(dayOf(found.value.receivedAt));
  return data({ language: c.language, code: spellCode(code, codePrefix), concern: found.value, due }, { headers: secret });
});

export const action = guardedAction(anyone, async (c) => {
  const code = c.params.kode ?? "";
  const submission = parseWithZod(await c.form(), { schema: reporterNoteSchema });
  if (submission.status !== "success") return misread(submission);
  const outcome = await attempting(() => addReporterNote(c.db, { code, text: submission.value.text, place: placeOf(c.request) }));
  if (!outcome.ok) return refused(submission, outcome.refusal, c.language, concernRefusals);
  const headers = await flash(concernMessages[c.language].done.answered);
  throw redirect(`/lapor/${code}`, { status: 303, headers });
});

export { publicHeaders as headers } from "~/features/reporting/public-headers";

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

export default function ConcernCase() {
  const { code, concern, due } = useLoaderData<typeof loader>();
  const t = useMessages(concernMessages);
  const language = useLanguage();
  const about = [t.kind[concern.kind], concern.program ?? concern.organization].filter(Boolean).join(", ");
  const answered = concern.answeredAt ? t.answeredOn(formatDay(concern.answeredAt, language)) : t.dueOn(formatDay(due, language));
  return (
    <Page narrow>
      <div className="ok-hd">
        <Tick state={concern.status === "asked" ? "part" : "on"} />
        <div>
          <h1 className="[font-size:var(--text-2xl)]">{t.state[concern.status]}</h1>
          <p className="small muted">
            {t.receivedOn(formatDay(concern.receivedAt, language))} {(concern.status !== "closed" || concern.answeredAt) && answered}
          </p>
        </div>
      </div>
      <div className="trk [margin:1.25rem_0]">
        <span className="small muted">{t.onlyKey}</span>
        <b>{code}</b>
        <span className="xs muted">{t.keep}</span>
        <CopyButton text={code} />
      </div>
      <Box title={t.progress}>
        <ConcernProgress {...concern} about={`${about}. ${t.files0(concern.files)}`} />
      </Box>
      <Talk concern={concern} code={code} />
    </Page>
  );
}

function Talk({ concern, code }: Pick<Loaded, "concern" | "code">) {
  const t = useMessages(concernMessages);
  const language = useLanguage();
  const form = useFormState(useActionData<typeof action>()?.result, { texts: useMessages(concernRefusals) });
  return (
    <Box title={t.talk} className="mt-4" id="percakapan">
      {concern.notes.length === 0 ? (
        <p className="muted">{t.noTalk}</p>
      ) : (
        <ul className="stack [--gap:.75rem]">
          {concern.notes.map((note) => (
            <li className={note.voice === "desk" ? "note block" : "own"} key={note.id}>
              <p>
                <b>
                  {note.voice === "desk" ? t.desk : t.you}, {formatDayShort(note.at, language)}:
                </b>{" "}
                <span className="whitespace-pre-line" lang="id">
                  {note.text}
                </span>
              </p>
            </li>
          ))}
        </ul>
      )}
      {concern.status !== "closed" && (
        <>
          <Form className="stack mt-5">
            <ErrorSummary form={form} />
            <TextArea {...form.field("text")} label={t.answer} rows={3} maxLength={3000} required />
            <FormActions>
              <Button>{t.sendAnswer}</Button>
            </FormActions>
          </Form>
          <hr className="hr mt-5 mb-4" />
          <p className="hint mb-3">{t.withdrawText}</p>
          <ActionForm
            action={`/lapor/${code}/tarik`}
            confirm={{ title: t.withdraw, text: t.withdrawText, button: t.withdraw, danger: true }}
          >
            <Button kind="danger-quiet">{t.withdraw}</Button>
          </ActionForm>
        </>
      )}
    </Box>
  );
}
