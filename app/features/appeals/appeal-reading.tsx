import { useLanguage, useMessages } from "~/components/language";
import { Money } from "~/components/money";
import { Section } from "~/components/page";
import { Table } from "~/components/table";
import { Verifications } from "~/components/timeline";
import { formatDay, formatInstant } from "~/kernel/dates";
import { formatRupiah, formatWhole } from "~/kernel/money";
import { appealChecks, countFields } from "./appeal";
import { appealMessages } from "./appeal-messages";
import type { AppealView } from "./appeal-queries.server";

/** Everything an appeal says, and what was checked of it. */
export function AppealReading({ appeal }: { appeal: AppealView }) {
  const t = useMessages(appealMessages);
  const language = useLanguage();
  const [latest, ...earlier] = appeal.counts;
  return (
    <>
      <Section title={t.page.situation} hint={latest ? t.page.counted(formatInstant(latest.countedAt, language)) : undefined}>
        {latest && (
          <dl className="lg4">
            {countFields
              .filter((field) => latest[field] > 0)
              .map((field) => (
                <div key={field}>
                  <dt>{t.counts[field]}</dt>
                  <dd>{formatWhole(latest[field], language)}</dd>
                </div>
              ))}
          </dl>
        )}
        <p className="mt-4 whitespace-pre-line" lang="id">
          {appeal.situation}
        </p>
        <p className="small mt-3">
          <b>{t.page.villages}:</b> {appeal.villages.map((village) => village.name).join(", ")}
        </p>
        <p className="hint">{t.page.privacy}</p>
        {earlier.length > 0 && <EarlierCounts counts={earlier} />}
      </Section>
      <Section title={t.page.needs} hint={t.page.needsHint}>
        <Lines appeal={appeal} />
      </Section>
      <Section title={t.page.checking} hint={t.page.checkingHint}>
        <Verifications
          items={appealChecks.map((kind) => {
            const check = appeal.checks.find((one) => one.kind === kind);
            return {
              key: kind,
              done: check?.result === "match",
              title: `${t.checks[kind]}: ${t.results[check?.result ?? "not_checkable"]}`,
              text: check && (
                <>
                  {check.note && <span lang="id">{check.note} </span>}
                  {check.automatic ? t.automatic : formatInstant(check.checkedAt, language)}
                </>
              ),
            };
          })}
        />
      </Section>
      <Section title={t.page.statement}>
        <p>
          {appeal.statementNumber && appeal.statementIssuer && appeal.statementFrom && appeal.statementUntil
            ? t.page.statementText(
                appeal.statementNumber,
                appeal.statementIssuer,
                formatDay(appeal.statementFrom, language),
                formatDay(appeal.statementUntil, language),
              )
            : t.page.statementNone}
        </p>
      </Section>
    </>
  );
}

function EarlierCounts({ counts }: { counts: AppealView["counts"] }) {
  const t = useMessages(appealMessages);
  const language = useLanguage();
  return (
    <details className="mt-3">
      <summary>
        {t.page.earlier} ({counts.length})
      </summary>
      <ul className="small">
        {counts.map((count) => (
          <li key={count.id}>
            {formatInstant(count.countedAt, language)}:{" "}
            {countFields
              .filter((field) => count[field] > 0)
              .map((field) => `${t.counts[field]} ${formatWhole(count[field], language)}`)
              .join(", ")}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Lines({ appeal }: { appeal: AppealView }) {
  const t = useMessages(appealMessages).page;
  const language = useLanguage();
  return (
    <Table
      label={t.needs}
      rows={appeal.lines}
      rowKey={(line) => String(line.position)}
      columns={[
        {
          head: t.line,
          cell: (line) => (
            <>
              <span lang="id">{line.description}</span>
              <small>
                {formatWhole(line.volume, language)} {line.unit} × {formatRupiah(line.unitPrice, language)}
              </small>
            </>
          ),
        },
        { head: t.amount, align: "right", cell: (line) => <Money amount={BigInt(line.volume) * line.unitPrice} /> },
      ]}
      foot={[t.total, <Money key="total" amount={appeal.total} />]}
    />
  );
}
