import { StatusBadge, type Tone } from "~/components/badge";
import { Button } from "~/components/button";
import { DayText } from "~/components/day-text";
import { ErrorSummary } from "~/components/error-summary";
import { DateField, TextArea } from "~/components/field";
import { Form, FormActions, Hidden } from "~/components/form";
import { useFormState, useMessages } from "~/components/language";
import { Page, PageHead } from "~/components/page";
import { Box } from "~/components/panel";
import { WordsBox } from "~/components/words-box";
import { type MentoringStatus, longestNote, longestWish } from "./mentoring";
import { mentoringMessages, mentoringRefusals } from "./mentoring-messages";
import type { MentoringData } from "./mentoring-page.server";
import type { MentoringRecord } from "./mentoring-queries.server";

type Result = Parameters<typeof useFormState>[0];
type MentoringPageProps = {
  data: MentoringData;
  answer: { step: "answer" | "note" | "end"; result?: Result } | undefined;
  /** The list that this page belongs to. */
  back: string;
};

export const mentoringTones: { readonly [S in MentoringStatus]?: Tone } = { active: "ok", asked: "info" };

/** One mentoring: what was asked and answered, the sessions for both sides, and its end. */
export function MentoringPage({ data, answer, back }: MentoringPageProps) {
  const t = useMessages(mentoringMessages);
  const { mentoring, side, mayWrite } = data;
  const { status } = mentoring;
  const result = (step: "answer" | "note" | "end") => (answer?.step === step ? answer.result : null);
  const mayEnd = mayWrite && (status === "active" || (status === "asked" && side === "organization"));
  return (
    <Page>
      <PageHead
        size="small"
        crumbs={[{ href: back, label: t.title }]}
        title={side === "mentor" ? mentoring.organization : mentoring.mentor}
        meta={side === "mentor" ? mentoring.area : mentoring.mentorAbout}
        actions={<StatusBadge tone={mentoringTones[status]}>{t.statuses[status]}</StatusBadge>}
      />
      <div className="grid g21 items-start">
        <div className="stack [--gap:1.25rem]">
          {status === "asked" && side === "mentor" && <AnswerBox result={result("answer")} />}
          {status === "active" && mayWrite && <NoteBox formKey={data.formKey} result={result("note")} />}
          {(status === "active" || status === "ended") && <SessionsBox sessions={mentoring.sessions} />}
        </div>
        <div className="stack [--gap:1.25rem]">
          <WordsBox title={t.wishSaid} text={mentoring.wish} day={mentoring.askedAt} />
          {mentoring.answer && <WordsBox title={t.answerSaid} text={mentoring.answer} day={mentoring.answeredAt} />}
          {mentoring.closing && <WordsBox title={t.closingSaid} text={mentoring.closing} day={mentoring.endedAt} />}
          {mayEnd && <EndForm label={status === "asked" ? t.withdraw : t.end} result={result("end")} />}
        </div>
      </div>
    </Page>
  );
}

function AnswerBox({ result }: { result: Result }) {
  const t = useMessages(mentoringMessages);
  const form = useFormState(result, { texts: useMessages(mentoringRefusals) });
  return (
    <Box title={t.answer}>
      <Form>
        <ErrorSummary form={form} />
        <Hidden values={{ aksi: "jawab" }} />
        <TextArea {...form.field("answer")} label={t.answer} hint={t.answerHint} rows={4} maxLength={longestWish} required />
        <FormActions>
          <Button name="jawaban" value="terima" icon="check">
            {t.accept}
          </Button>
          <Button name="jawaban" value="tolak" kind="danger-quiet">
            {t.decline}
          </Button>
        </FormActions>
      </Form>
    </Box>
  );
}

function NoteBox({ formKey, result }: { formKey: string; result: Result }) {
  const t = useMessages(mentoringMessages);
  const form = useFormState(result, { texts: useMessages(mentoringRefusals) });
  return (
    <Box title={t.addNote} id="catat">
      <Form kunci={formKey} action="#catat">
        <ErrorSummary form={form} />
        <Hidden values={{ aksi: "catat" }} />
        <DateField {...form.field("heldOn")} label={t.heldOn} required />
        <TextArea {...form.field("text")} label={t.text} hint={t.textHint} rows={5} maxLength={longestNote} required />
        <FormActions>
          <Button size="large">{t.save}</Button>
        </FormActions>
      </Form>
    </Box>
  );
}

function SessionsBox({ sessions }: { sessions: MentoringRecord["sessions"] }) {
  const t = useMessages(mentoringMessages);
  return (
    <Box title={t.sessions(sessions.length)}>
      <p className="hint mb-3">{t.sessionsHint}</p>
      <ul className="recs">
        {sessions.map((session) => (
          <li key={session.n}>
            <div className="min-w-0">
              <h3>
                <DayText value={session.heldOn} />
              </h3>
              <p className="prose" lang="id">
                {session.text}
              </p>
              <p className="small muted mt-1">{t.by(session.writer)}</p>
            </div>
          </li>
        ))}
      </ul>
    </Box>
  );
}

function EndForm({ label, result }: { label: string; result: Result }) {
  const t = useMessages(mentoringMessages);
  const form = useFormState(result, { texts: useMessages(mentoringRefusals) });
  return (
    <details open={Boolean(result)}>
      <summary className="small">{label}</summary>
      <Form className="stack mt-3">
        <ErrorSummary form={form} />
        <Hidden values={{ aksi: "akhiri" }} />
        <TextArea {...form.field("closing")} label={t.closing} hint={t.closingHint} rows={3} maxLength={longestWish} required />
        <FormActions>
          <Button kind="danger-quiet">{label}</Button>
        </FormActions>
      </Form>
    </details>
  );
}
