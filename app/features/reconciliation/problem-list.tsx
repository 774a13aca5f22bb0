import { Badge } from "~/components/badge";
import { Icon, type IconName } from "~/components/icon";
import { useLanguage, useMessages } from "~/components/language";
import { formatDay } from "~/kernel/dates";
import { formatRupiah } from "~/kernel/money";
import { problemText } from "./problem-messages";
import { statementMessages } from "./statement-messages";
import type { Preview, ProblemGroup } from "./statement-preview.server";

type Look = { look: "bad" | "warn" | "inf" | "ok"; tone: "bad" | "warn" | "info" | "ok"; icon: IconName };

function lookOf({ weight, code }: ProblemGroup): Look {
  if (weight === "fatal") return { look: "bad", tone: "bad", icon: "warn" };
  if (weight === "decide") return { look: "warn", tone: "warn", icon: "warn" };
  return code === "twins" ? { look: "ok", tone: "ok", icon: "check" } : { look: "inf", tone: "info", icon: "clock" };
}

/** Everything that is to be known of a file before it is imported, the gravest first. */
export function ProblemList({ preview }: { preview: Preview }) {
  const t = useMessages(statementMessages);
  const language = useLanguage();
  return (
    <div className="stack [--gap:.625rem]">
      {preview.problems
        .filter(({ weight }) => weight !== "note")
        .map((group) => (
          <Problem group={group} key={keyOf(group)} />
        ))}
      {preview.gap && <GapProblem gap={preview.gap} />}
      {preview.continues === true && <Fine text={t.continues} />}
      {preview.continues === null && preview.linesInFile > 0 && <Fine text={t.noBalance} icon="info" />}
      {preview.problems
        .filter(({ weight }) => weight === "note")
        .map((group) => (
          <Problem group={group} key={keyOf(group)} />
        ))}
      {preview.known > 0 && (
        <details className="prb inf">
          <summary>
            <Icon name="copy" />
            <span>
              <b>{t.known}</b>
              <span className="muted">{t.knownText}</span>
            </span>
            <Badge tone="info" icon={false}>
              {t.linesCount(preview.known)}
            </Badge>
          </summary>
          <div>
            <div className="raw">
              {preview.lines
                .filter((line) => line.known)
                .slice(0, 5)
                .map((line) => (
                  <Raw
                    lineNumber={line.lineNumber}
                    raw={`${formatDay(line.bookedOn, language)}  ${line.description}  ${formatRupiah(line.amount, language)}`}
                    key={line.lineNumber}
                  />
                ))}
            </div>
          </div>
        </details>
      )}
    </div>
  );
}

function keyOf(group: ProblemGroup): string {
  return `${group.code}${group.lines[0]?.lineNumber ?? ""}${group.what ?? ""}`;
}

function Problem({ group }: { group: ProblemGroup }) {
  const t = useMessages(statementMessages);
  const { title, explain } = problemText(group, useLanguage());
  const { look, tone, icon } = lookOf(group);
  const first = group.lines[0];
  return (
    <details className={`prb ${look}`} open={look !== "inf"}>
      <summary>
        <Icon name={icon} />
        <span>
          <b>
            {title}
            {group.count === 1 && first ? `, ${t.line(first.lineNumber)}` : ""}
          </b>
          <span className="muted">{explain}</span>
        </span>
        {first && (
          <Badge tone={tone} icon={false}>
            {t.linesCount(group.count)}
          </Badge>
        )}
      </summary>
      {first && (
        <div>
          <div className="raw">
            {group.lines.map((line) => (
              <Raw lineNumber={line.lineNumber} raw={line.raw} mark={group.text} key={line.lineNumber} />
            ))}
          </div>
          {group.count > group.lines.length && <p className="muted">{t.andMore(group.count - group.lines.length)}</p>}
        </div>
      )}
    </details>
  );
}

/** A line of the file letter by letter, with what is wrong in it marked. */
function Raw({ lineNumber, raw, mark }: { lineNumber: number; raw: string; mark?: string | undefined }) {
  const at = mark ? raw.indexOf(mark) : -1;
  return (
    <>
      <i>{lineNumber}</i>
      {at < 0 || !mark ? (
        <span>{raw}</span>
      ) : (
        <span>
          {raw.slice(0, at)}
          <mark>{mark}</mark>
          {raw.slice(at + mark.length)}
        </span>
      )}
    </>
  );
}

export function GapProblem({ gap }: { gap: NonNullable<Preview["gap"]> }) {
  const t = useMessages(statementMessages);
  const language = useLanguage();
  const size = gap.amount < 0n ? -gap.amount : gap.amount;
  return (
    <details className="prb warn" id="celah" open>
      <summary>
        <Icon name="clock" />
        <span>
          <b>{t.gapTitle}</b>
          <span className="muted">{t.gapText(formatRupiah(gap.expected, language), formatRupiah(gap.opening, language))}</span>
        </span>
        <Badge tone="warn" icon={false}>
          {formatRupiah(gap.amount, language)}
        </Badge>
      </summary>
      <div>
        <p>{gap.after ? t.gapMissing(formatRupiah(size, language), formatDay(gap.after, language)) : t.gapFirst}</p>
      </div>
    </details>
  );
}

function Fine({ text, icon = "check" }: { text: string; icon?: IconName }) {
  return (
    <p className="prb ok flex gap-3.5 items-center small [padding:.75rem_1.125rem]">
      <Icon name={icon} />
      <span>{text}</span>
    </p>
  );
}
