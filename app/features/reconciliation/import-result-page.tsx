import { ButtonLink } from "~/components/button";
import { DayText } from "~/components/day-text";
import { Icon } from "~/components/icon";
import { useLanguage, useMessages } from "~/components/language";
import { LevelMark } from "~/components/level-mark";
import { Money } from "~/components/money";
import { Page, PageHead } from "~/components/page";
import { EquationBar } from "~/components/proof-bar";
import { TableScroll } from "~/components/table";
import { formatDay } from "~/kernel/dates";
import { formatWhole } from "~/kernel/money";
import { GapBadge, LatestImports } from "./import-page";
import type { ImportRow, ImportView } from "./import-queries.server";
import { reconciliationMessages } from "./reconciliation-messages";
import { statementMessages } from "./statement-messages";

/** What became of an import: known, posted by itself, waiting; and whether it agrees with the bank. */
export function ImportResultPage({ result, imports }: { result: ImportView; imports: ImportRow[] }) {
  const t = useMessages(statementMessages);
  const words = useMessages(reconciliationMessages);
  const waiting = result.waitingIn.count + result.waitingOut.count;
  return (
    <Page>
      <PageHead
        size="small"
        crumbs={[
          { href: "/admin/rekonsiliasi", label: words.title },
          { href: "/admin/rekonsiliasi/impor", label: t.uploadTitle },
        ]}
        title={t.resultTitle}
        actions={<GapBadge gap={result.gap} />}
      />
      <section className="box">
        <div className="ok-hd">
          <span className="cb on">
            <Icon name="check" />
          </span>
          <div className="min-w-0">
            <h2 className="[font-size:var(--text-xl)]">{t.resultHead(result.fresh)}</h2>
            <p className="small muted wrap-anywhere">
              <span className="mono">{result.fileName}</span> · <DayText value={result.importedAt} form="instant" />
              {result.importedBy && ` · ${result.importedBy}`}
            </p>
          </div>
        </div>
        <div className="mt-5">
          <Outcomes result={result} />
        </div>
        {result.closing !== null && result.balance !== null && result.lastDay && (
          <div className="mt-4">
            <Closing closing={result.closing} balance={result.balance} lastDay={result.lastDay} />
          </div>
        )}
        <div className="acts">
          <ButtonLink kind="action" size="large" to="/admin/rekonsiliasi">
            {waiting > 0 ? t.matchNow(waiting) : t.toWorkbench}
          </ButtonLink>
          {result.fileId && (
            <ButtonLink size="large" to={`/berkas/${result.fileId}`} icon="dl">
              {t.download}
            </ButtonLink>
          )}
        </div>
      </section>
      <LatestImports imports={imports} action />
    </Page>
  );
}

function Closing({ closing, balance, lastDay }: { closing: bigint; balance: bigint; lastDay: string }) {
  const t = useMessages(statementMessages);
  const language = useLanguage();
  const difference = closing - balance;
  return (
    <EquationBar
      terms={[
        { label: t.closingInFile, amount: closing },
        { label: t.closingInBooks(formatDay(lastDay, language)), amount: balance },
      ]}
      result={{ label: t.difference, amount: difference }}
      ok={difference === 0n}
    />
  );
}

function Outcomes({ result }: { result: ImportView }) {
  const t = useMessages(statementMessages);
  const language = useLanguage();
  const rows = [
    { label: t.known, hint: "", count: result.known, amount: null, level: false, show: true },
    { label: t.posted, hint: t.postedHint, count: result.automatic.count, amount: result.automatic.amount, level: true, show: true },
    {
      label: t.decided,
      hint: "",
      count: result.decided.count,
      amount: result.decided.amount,
      level: false,
      show: result.decided.count > 0,
    },
    { label: t.waiting, hint: t.waitingHint, count: result.waitingIn.count, amount: result.waitingIn.amount, level: false, show: true },
    {
      label: t.waitingOut,
      hint: "",
      count: result.waitingOut.count,
      amount: result.waitingOut.amount,
      level: false,
      show: result.waitingOut.count > 0,
    },
  ].filter((row) => row.show);
  return (
    <TableScroll label={t.result}>
      <table className="led stackable">
        <thead>
          <tr>
            <th scope="col">{t.result}</th>
            <th scope="col" className="r">
              {t.count}
            </th>
            <th scope="col" className="r">
              {t.amount}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.label}>
              <td>
                {row.level && <LevelMark level={2} />} {row.label}
                {row.hint && <small>{row.hint}</small>}
              </td>
              <td className="r" data-l={t.count}>
                {formatWhole(row.count, language)}
              </td>
              <td className="r" data-l={t.amount}>
                {row.amount === null ? <span className="muted">{t.notAdded}</span> : <Money amount={row.amount} />}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td>{t.sums.inFile}</td>
            <td className="r">
              <span>{formatWhole(result.inFile, language)}</span>
            </td>
            <td className="r">
              {result.pending > 0 && <span className="muted small">+ {formatWhole(result.pending, language)} PEND</span>}
            </td>
          </tr>
        </tfoot>
      </table>
    </TableScroll>
  );
}
