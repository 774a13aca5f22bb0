import { Badge } from "~/components/badge";
import { useLanguage, useMessages } from "~/components/language";
import { Box } from "~/components/panel";
import { formatDay } from "~/kernel/dates";
import { formatWhole } from "~/kernel/money";
import { needMessages, needWords } from "./need-messages";
import type { AnsweringProgram, CountEntry } from "./need-queries.server";

/** Every count with its reason, the latest first. */
export function HistoryBox({ history }: { history: readonly CountEntry[] }) {
  const t = useMessages(needMessages);
  const words = useMessages(needWords);
  const language = useLanguage();
  const n = (value: number) => formatWhole(value, language);
  return (
    <Box title={t.history}>
      <ul className="recs">
        {history.map((count) => (
          <li key={count.n}>
            <div className="min-w-0">
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
            </div>
            <div className="side small muted">{formatDay(count.recordedAt, language)}</div>
          </li>
        ))}
      </ul>
    </Box>
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
                <a href={`/program/${program.slug}`}>{program.title}</a>
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
