import { useLanguage, useMessages } from "~/components/language";
import { Note } from "~/components/note";
import { Section } from "~/components/page";
import { formatDay, formatDayShort } from "~/kernel/dates";
import { residentMessages } from "./resident-messages";
import type { ResidentQuestion } from "./resident-queries.server";
import { type AnswerCounts, answered, residentAnswers } from "./residents";

type CountsProps = { counts: AnswerCounts; households: number | null };

/** Three bars and honest sentences: silence is silence, hidden is hidden. */
export function ResidentCounts({ counts, households }: CountsProps) {
  const t = useMessages(residentMessages);
  const total = answered(counts);
  const most = Math.max(1, ...residentAnswers.map((answer) => counts[answer]));
  const asides = [
    households !== null && households > total && t.silent(households - total),
    counts.hidden > 0 && t.hidden(counts.hidden),
    counts.changed > 0 && t.changed(counts.changed),
    counts.unread > 0 && t.unread(counts.unread),
  ].filter((text) => text !== false);
  return (
    <>
      <ul className="hb">
        {residentAnswers.map((answer) => (
          <li key={answer}>
            <span>{t.answer[answer]}</span>
            <b className="n">{counts[answer]}</b>
            <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
              <rect className="bg" width="100" height="10" />
              <rect className={answer === "arrived" ? "fg" : "fg2"} width={(100 * counts[answer]) / most} height="10" />
            </svg>
          </li>
        ))}
      </ul>
      <p className="small mt-3">
        <b>{households === null ? t.total(total) : t.totalOf(total, households)}</b> {asides.join(" ")}
      </p>
    </>
  );
}

/** On a program's page: what residents answered at each poster, what they told, and what the desk found. */
export function ResidentSection({ questions }: { questions: readonly ResidentQuestion[] }) {
  const t = useMessages(residentMessages);
  return (
    <Section title={t.section.title} hint={t.section.hint} id="warga">
      {questions.length === 0 ? (
        <p className="muted">{t.section.none}</p>
      ) : (
        <div className="stack [--gap:2rem]">
          {questions.map((question) => (
            <QuestionView question={question} key={question.id} />
          ))}
        </div>
      )}
    </Section>
  );
}

function QuestionView({ question }: { question: ResidentQuestion }) {
  const t = useMessages(residentMessages);
  const language = useLanguage();
  return (
    <div>
      <h3 className="[font-size:var(--text-base)] mb-3">
        <a href={`/warga/${question.code}`} lang="id">
          {question.thing}, {question.place}
        </a>
        {question.trancheN !== null && <span className="muted"> · {t.termin(question.trancheN)}</span>}
      </h3>
      <ResidentCounts counts={question.counts} households={question.households} />
      {question.comments.length > 0 && (
        <ul className="stack [--gap:.5rem] mt-3">
          {question.comments.map((comment) => (
            <li className="own small" key={comment.id}>
              <b>{t.answer[comment.answer]}</b>, {formatDayShort(comment.at, language)}: <span lang="id">{comment.comment}</span>
            </li>
          ))}
        </ul>
      )}
      {question.alerts.map((alert) => (
        <Note tone={alert.closedAt ? "info" : "warn"} className="mt-3" key={alert.id}>
          {alert.closedAt ? (
            <p>
              <b>{t.found(formatDay(alert.closedAt, language))}</b> <span lang="id">{alert.finding}</span>
            </p>
          ) : (
            t.doubt
          )}
        </Note>
      ))}
    </div>
  );
}
