import { Badge, Count } from "~/components/badge";
import { ButtonLink } from "~/components/button";
import { DayText } from "~/components/day-text";
import { EmptyState } from "~/components/empty-state";
import { Icon } from "~/components/icon";
import { useLanguage, useMessages } from "~/components/language";
import { Page, PageHead } from "~/components/page";
import { ProofBar } from "~/components/proof-bar";
import { formatInstant } from "~/kernel/dates";
import { formatRupiah, formatRupiahShort, formatWhole } from "~/kernel/money";
import { CardNote } from "./card-note";
import { LineDecision, LineHead } from "./line-decision";
import { tolerances } from "./matching/matching";
import type { Proof } from "./proof-queries.server";
import { reconciliationMessages } from "./reconciliation-messages";
import type { DecidedLine, Decision, QueueLine } from "./workbench-queries.server";

export type WorkbenchData = {
  proof: Proof;
  account: { bankName: string; number: string; importedAt: Date | null } | null;
  queue: QueueLine[];
  more: number;
  openAmount: bigint;
  decision: Decision | null;
  nextId: string | null;
  decided: DecidedLine[];
  mayDecide: boolean;
};

/** The desk of reconciliation: the proof on top, open lines at the left, what may be done about one at the right. */
export function WorkbenchPage({ data }: { data: WorkbenchData }) {
  const t = useMessages(reconciliationMessages);
  return (
    <Page wide>
      <PageHead size="small" title={t.title} actions={<HeadActions data={data} />} />
      {data.account ? (
        <>
          <Proofs proof={data.proof} />
          {data.queue.length > 0 && <Keys />}
          <div className="wb">
            <Queue data={data} />
            <section className="stack [--gap:.875rem] scroll-mt-4 min-[60rem]:scroll-mt-[40rem]" id="mutasi" aria-label={t.columns.line}>
              {data.decision ? (
                <>
                  <LineHead decision={data.decision} />
                  <LineDecision decision={data.decision} mayDecide={data.mayDecide} nextId={data.nextId} />
                </>
              ) : (
                <EmptyState title={t.allDone}>{t.allDoneText}</EmptyState>
              )}
            </section>
          </div>
        </>
      ) : (
        <EmptyState title={t.noAccount} action={<ButtonLink to="/admin/rekonsiliasi/rekening">{t.accounts}</ButtonLink>}>
          {t.noAccountText}
        </EmptyState>
      )}
    </Page>
  );
}

function HeadActions({ data: { account, mayDecide } }: { data: WorkbenchData }) {
  const t = useMessages(reconciliationMessages);
  const language = useLanguage();
  const tail = account?.number.slice(-4) ?? "";
  return (
    <>
      {account && (
        <span className="small muted">
          {account.importedAt
            ? t.importedAt(account.bankName, tail, formatInstant(account.importedAt, language))
            : t.neverImported(account.bankName, tail)}
        </span>
      )}
      <ButtonLink kind="quiet" to="/admin/rekonsiliasi/rekening">
        {t.accounts}
      </ButtonLink>
      {account && mayDecide && (
        <ButtonLink to="/admin/rekonsiliasi/impor" icon="up">
          {t.importStatement}
        </ButtonLink>
      )}
    </>
  );
}

export function Proofs({ proof }: { proof: Proof }) {
  const t = useMessages(reconciliationMessages);
  const parts = [
    { label: t.programFunds, amount: proof.programFunds, always: true },
    { label: t.suspense(proof.openIncoming), amount: proof.suspense, always: true },
    { label: t.nonProgram, amount: proof.nonProgram, always: false },
    { label: t.executedNotAtBank, amount: proof.executedNotAtBank, always: false },
    { label: t.outgoingNotInBooks, amount: -proof.outgoingNotInBooks, always: false },
  ].filter((part) => part.always || part.amount !== 0n);
  return (
    <ProofBar
      label={t.proof}
      bank={proof.bank}
      parts={parts}
      difference={proof.difference}
      note={<CardNote proof={proof} even={t.even} />}
    />
  );
}

function Keys() {
  const { keys } = useMessages(reconciliationMessages);
  return (
    <div className="keys" role="note" aria-label={keys.label}>
      <span>
        <kbd>J</kbd>
        <kbd>K</kbd>
        {keys.move}
      </span>
      <span>
        <kbd>↵</kbd>
        {keys.match}
      </span>
      <span>
        <kbd>S</kbd>
        {keys.split}
      </span>
      <span>
        <kbd>A</kbd>
        {keys.ignore}
      </span>
      <span>
        <kbd>/</kbd>
        {keys.search}
      </span>
    </div>
  );
}

function Queue({ data }: { data: WorkbenchData }) {
  const t = useMessages(reconciliationMessages);
  const language = useLanguage();
  return (
    <section className="box p-0">
      <div className="row justify-between [padding:.875rem_1rem_.75rem] [border-bottom:1.5px_solid_var(--ink)]">
        <h2 className="[font-size:var(--text-base)]">
          {t.openLines} <Count value={data.proof.openLines} />
        </h2>
        <span className="small muted n">{formatRupiahShort(data.openAmount, language)}</span>
      </div>
      <ul className="lines" data-keys="">
        {data.queue.map((line) => (
          <QueueItem line={line} current={line.id === data.decision?.line.id} key={line.id} />
        ))}
      </ul>
      {data.more > 0 && <p className="small muted [padding:.75rem_1rem]">{t.moreLines(formatWhole(data.more, language))}</p>}
      <Decided lines={data.decided} />
    </section>
  );
}

/** What the best suggestion for a line says that it is. */
function whatIs(line: QueueLine, t: (typeof reconciliationMessages)["id"]): string {
  if (line.isPayout) return t.payout;
  if (line.payments > 0) return t.pledges(line.payments);
  if (line.score === undefined) return t.noSuggestion;
  return line.isReturn ? t.returned : t.disbursement;
}

function QueueItem({ line, current }: { line: QueueLine; current: boolean }) {
  const t = useMessages(reconciliationMessages);
  const language = useLanguage();
  const about = line.left < line.amount ? t.partly(formatRupiah(line.left, language)) : undefined;
  const what = whatIs(line, t);
  return (
    <li className={current ? "on" : undefined}>
      <a className="ln" href={`/admin/rekonsiliasi?baris=${line.id}#mutasi`} aria-current={current || undefined}>
        <span className="muted xs n">
          <DayText value={line.bookedOn} />
        </span>
        <span className="n">
          {line.direction === "in" ? "+" : "−"}
          {formatWhole(line.amount, language)}
        </span>
        <span className="bt">{line.description}</span>
        <span className="xs muted">
          {about ?? (line.score === undefined && line.likelyIgnore ? t.likely(t.ignoreReason[line.likelyIgnore]) : what)}
        </span>
        {line.score !== undefined ? (
          <Badge tone={line.score >= tolerances.goodScore ? "ok" : undefined} icon={false}>
            {t.score(line.score)}
          </Badge>
        ) : (
          !line.likelyIgnore && <Badge icon={false}>{t.toAsk}</Badge>
        )}
      </a>
    </li>
  );
}

function Decided({ lines }: { lines: readonly DecidedLine[] }) {
  const t = useMessages(reconciliationMessages);
  const language = useLanguage();
  return (
    <div className="[padding:.875rem_1rem] [border-top:1.5px_solid_var(--ink)]">
      <details>
        <summary className="small min-h-[44px] flex items-center gap-2 cursor-pointer">
          <Icon name="check" />
          <b>{t.decidedToday}</b> <Count value={lines.length} />
        </summary>
        {lines.length === 0 ? (
          <p className="small muted">{t.decidedNone}</p>
        ) : (
          <ul className="lines">
            {lines.map((line) => (
              <li key={line.id}>
                <a className="ln" href={`/admin/rekonsiliasi/baris/${line.id}`}>
                  <span className="muted xs n">
                    <DayText value={line.bookedOn} form="short" />
                  </span>
                  <span className="n">
                    {line.direction === "in" ? "+" : "−"}
                    {formatWhole(line.amount, language)}
                  </span>
                  <span className="bt">{line.description}</span>
                  <span className="xs muted">{line.automatic ? t.automatic : ""}</span>
                  <Badge tone={line.status === "posted" ? "ok" : undefined} icon={false}>
                    {t.statuses[line.status]}
                  </Badge>
                </a>
              </li>
            ))}
          </ul>
        )}
      </details>
    </div>
  );
}
