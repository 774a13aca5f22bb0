import { parseWithZod } from "@conform-to/zod/v4";
import { type MetaFunction, data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Tick } from "~/components/badge";
import { Button, ButtonLink } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { FieldError, TextArea } from "~/components/field";
import { Form, FormActions } from "~/components/form";
import type { FormState } from "~/components/form-state";
import { Icon, type IconName } from "~/components/icon";
import { useFormState, useLanguage, useMessages } from "~/components/language";
import { Note } from "~/components/note";
import { Page } from "~/components/page";
import { Box } from "~/components/panel";
import { TrapField } from "~/components/trap-field";
import { misread, refused } from "~/features/identity/form-refusal";
import { anyone, attempting, guardedAction, guardedLoader } from "~/features/identity/guard.server";
import { placeOf } from "~/features/identity/place";
import { answerQuestion } from "~/features/residents/answer-question.server";
import { deviceOf, knownDevice } from "~/features/residents/device.server";
import { ResidentCounts } from "~/features/residents/resident-counts";
import { residentMessages } from "~/features/residents/resident-messages";
import { findQuestion } from "~/features/residents/resident-queries.server";
import { residentRefusals } from "~/features/residents/resident-refusals";
import { type ResidentAnswer, answered, residentAnswers } from "~/features/residents/residents";
import { answerSchema } from "~/features/residents/residents.schema";
import { DomainError } from "~/kernel/domain-error";
import { formatInstant } from "~/kernel/dates";

export const meta: MetaFunction<typeof loader> = ({ data: given }) => [
  { title: `${residentMessages[given?.language ?? "id"].title} · Sinergi` },
  { name: "robots", content: "noindex" },
];

export const loader = guardedLoader(anyone, async (c) => {
  const question = await findQuestion(c.db, c.params.kode ?? "", await knownDevice(c.request));
  if (!question) throw new Response(null, { status: 404 });
  const { proposalId: _, ...shown } = question;
  const page = { language: c.language, question: shown, changing: c.url.searchParams.has("ubah") || !shown.own };
  return data(page, { headers: { "Cache-Control": "private, no-store" } });
});

export const action = guardedAction(anyone, async (c) => {
  const code = c.params.kode ?? "";
  const submission = parseWithZod(await c.form(), { schema: answerSchema });
  if (submission.status !== "success") return misread(submission);
  const { situs, ...answer } = submission.value;
  if (situs !== "") return refused(submission, new DomainError("trap_filled"), c.language, residentRefusals);
  const { device, headers } = await deviceOf(c.request);
  const outcome = await attempting(() => answerQuestion(c.db, { ...answer, code, device, from: placeOf(c.request) }));
  if (!outcome.ok && outcome.refusal.code === "question_unknown") throw new Response(null, { status: 404 });
  if (!outcome.ok) return refused(submission, outcome.refusal, c.language, residentRefusals);
  throw redirect(`/warga/${code}`, { status: 303, headers });
});

export { publicHeaders as headers } from "~/features/reporting/public-headers";

type Question = ReturnType<typeof useLoaderData<typeof loader>>["question"];

export default function ResidentQuestion() {
  const { question, changing } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useMessages(residentMessages);
  const form = useFormState(answer?.result, { defaults: { answer: question.own?.answer }, texts: useMessages(residentRefusals) });
  return (
    <Page narrow>
      <p className="small muted" lang="id">
        {question.place} · <a href={`/program/${question.slug}`}>{question.program}</a>
      </p>
      {changing || answer ? <Ask question={question} form={form} /> : <Recorded question={question} />}
      <Box title={t.said} className="mt-5">
        {answered(question.counts) + question.counts.hidden === 0 ? (
          <p className="muted">{t.none}</p>
        ) : (
          <ResidentCounts counts={question.counts} households={question.households} />
        )}
      </Box>
    </Page>
  );
}

const icons: Readonly<Record<ResidentAnswer, IconName>> = { arrived: "check", not_yet: "x", different: "swap" };

function Ask({ question, form }: { question: Question; form: FormState }) {
  const t = useMessages(residentMessages);
  const { defaultValue, error } = form.field("answer");
  return (
    <>
      <h1 className="[font-size:var(--text-2xl)] mt-1">{t.question(question.thing)}</h1>
      <p className="muted mt-2">{t.quiet}</p>
      <Form className="stack [--gap:1.25rem] mt-5" action={`/warga/${question.code}`}>
        <ErrorSummary form={form} />
        <fieldset id="answer" tabIndex={-1} aria-describedby={error ? "answer-galat" : undefined}>
          <legend className="lab">{t.yourAnswer}</legend>
          <div className="ans">
            {residentAnswers.map((answer) => (
              <label className="pick" key={answer}>
                <input type="radio" name="answer" value={answer} defaultChecked={defaultValue === answer} required />
                <Icon name={icons[answer]} />
                <span>
                  {t.answer[answer]}
                  <small>{t.answerHint[answer]}</small>
                </span>
              </label>
            ))}
          </div>
          <FieldError id="answer-galat" text={error} />
        </fieldset>
        <TextArea {...form.field("comment")} label={t.comment} hint={t.commentHint} rows={3} maxLength={500} optional />
        <Note tone="warn" title={t.afraid}>
          <p>
            {t.afraidText} <a href={`/lapor?program=${question.slug}`}>{t.report}</a>
          </p>
        </Note>
        <TrapField />
        <FormActions>
          <Button size="large" block>
            {t.send}
          </Button>
        </FormActions>
        <p className="xs muted">{t.once}</p>
      </Form>
    </>
  );
}

function Recorded({ question }: { question: Question }) {
  const t = useMessages(residentMessages);
  const language = useLanguage();
  if (!question.own) return null;
  return (
    <>
      <div className="ok-hd mt-3">
        <Tick state="on" />
        <div>
          <h1 className="[font-size:var(--text-2xl)]">{t.recorded}</h1>
          <p className="small muted">
            {t.recordedOn(formatInstant(question.own.at, language))} <b className="text-ink">{t.answer[question.own.answer]}</b>
          </p>
        </div>
      </div>
      <p className="hint mt-3">{t.changeText}</p>
      <div className="acts mt-3">
        <ButtonLink to={`/warga/${question.code}?ubah`}>{t.change}</ButtonLink>
        <ButtonLink to={`/program/${question.slug}`}>{t.toProgram}</ButtonLink>
        <ButtonLink kind="quiet" to={`/lapor?program=${question.slug}`}>
          {t.report}
        </ButtonLink>
      </div>
    </>
  );
}
