import { Badge } from "~/components/badge";
import { DayText } from "~/components/day-text";
import { useLanguage, useMessages } from "~/components/language";
import { Box } from "~/components/panel";
import { ProgramName } from "~/components/program-name";
import { formatWhole } from "~/kernel/money";
import { needMessages, needWords } from "./need-messages";
import type { AnsweringProgram, CountEntry } from "./need-queries.server";

/** What else happened to a need, as one line between its counts. */
export type HistoryStep = { key: string; at: Date; title: string; meta: string; note: string };

/** Every count with its reason and every other step, the latest first. */
export function HistoryBox({ history, steps }: { history: readonly CountEntry[]; steps: readonly HistoryStep[] }) {
  const t = useMessages(needMessages);
  const lines = [
    ...history.map((count) => ({ key: `count:${count.n}`, at: count.recordedAt, line: <CountLine count={count} /> })),
    ...steps.map((step) => ({ key: step.key, at: step.at, line: <StepLine step={step} /> })),
  ].sort((a, b) => b.at.getTime() - a.at.getTime());
  return (
    <Box title={t.history}>
      <ul className="recs">
        {lines.map(({ key, at, line }) => (
          <li key={key}>
            <div className="min-w-0">{line}</div>
            <div className="side small muted">
              <DayText value={at} />
            </div>
          </li>
        ))}
      </ul>
    </Box>
  );
}

function StepLine({ step }: { step: HistoryStep }) {
  return (
    <>
      <b>{step.title}</b>
      <p className="small muted">{step.meta}</p>
      {step.note && (
        <p className="small mt-1" lang="id">
          {step.note}
        </p>
      )}
    </>
  );
}

function CountLine({ count }: { count: CountEntry }) {
  const t = useMessages(needMessages);
  const words = useMessages(needWords);
  const language = useLanguage();
  const n = (value: number) => formatWhole(value, language);
  return (
    <>
      <b>{words.people(n(count.people))}</b>
      <p className="small muted">
        {[
          count.men !== null && `${t.men} ${n(count.men)}`,
          count.women !== null && `${t.women} ${n(count.women)}`,
          count.households !== null && `${t.households} ${n(count.households)}`,
          ...count.sources.map((source) => words.source[source]),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <p className="small mt-1">{count.reason || t.firstCount}</p>
      {count.fileId && (
        <p className="small mt-1">
          <a href={`/berkas/${count.fileId}`}>{count.fileName}</a>
        </p>
      )}
    </>
  );
}

/** Which programs answer the need, and how many of its people each reaches. */
export function ProgramsBox({ programs }: { programs: readonly AnsweringProgram[] }) {
  const t = useMessages(needMessages);
  const words = useMessages(needWords);
  const language = useLanguage();
  return (
    <Box title={t.servedBy}>
      {programs.length === 0 ? (
        <p className="small muted">{t.noProgram}</p>
      ) : (
        <ul className="recs">
          {programs.map((program) => (
            <li key={program.slug}>
              <div className="min-w-0">
                <a href={`/program/${program.slug}`}>
                  <ProgramName {...program} />
                </a>
                <p className="small muted">
                  {program.code} · {words.people(formatWhole(program.people, language))}
                </p>
              </div>
              {!program.funded && (
                <div className="side">
                  <Badge>{t.planned}</Badge>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
    </Box>
  );
}
