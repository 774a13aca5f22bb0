import { Button, ButtonLink } from "~/components/button";
import { DayText } from "~/components/day-text";
import { Form, Hidden } from "~/components/form";
import { Icon } from "~/components/icon";
import { useLanguage, useMessages } from "~/components/language";
import { Money } from "~/components/money";
import { TableScroll } from "~/components/table";
import { formatDay } from "~/kernel/dates";
import { formatRupiah, formatWhole, sum } from "~/kernel/money";
import { spellReference } from "~/kernel/reference";
import { type Reason, tolerances } from "./matching/matching";
import { reasonMessages, reconciliationMessages } from "./reconciliation-messages";
import type { Decision } from "./workbench-queries.server";

type Suggestion = Decision["suggestions"][number];

/** Everything that may be done about one open line: suggestions with their reasons, or none of them. */
export function LineDecision({ decision, mayDecide, nextId }: { decision: Decision; mayDecide: boolean; nextId?: string | null }) {
  const [best, ...others] = decision.suggestions;
  const good = best && best.score >= tolerances.leastScore;
  return (
    <>
      {good && <SuggestionCard suggestion={best} decision={decision} best mayDecide={mayDecide} />}
      {decision.disbursements.map((one, index) => (
        <DisbursementCard one={one} lineId={decision.line.id} best={index === 0} mayDecide={mayDecide} key={one.disbursement.disbursementId} />
      ))}
      {decision.likelyIgnore && decision.disbursements.length === 0 && !good && <LikelyIgnore decision={decision} mayDecide={mayDecide} />}
      {!good && decision.disbursements.length === 0 && !decision.likelyIgnore && <NoSuggestion direction={decision.line.direction} />}
      <div className={others.length > 0 ? "grid g11 gap-3.5" : undefined}>
        {others.map((suggestion) => (
          <SuggestionCard suggestion={suggestion} decision={decision} mayDecide={mayDecide} key={suggestion.key} />
        ))}
        {mayDecide && <Neither decision={decision} any={Boolean(good) || decision.disbursements.length > 0} nextId={nextId ?? null} />}
      </div>
    </>
  );
}

export function LineHead({ decision: { line } }: { decision: Decision }) {
  const t = useMessages(reconciliationMessages);
  const language = useLanguage();
  return (
    <div className="box flex flex-wrap [gap:.5rem_2rem] justify-between items-center py-4">
      <div className="min-w-0">
        <p className="xs muted n">
          <a href={`/admin/rekonsiliasi/baris/${line.id}`}>{t.line(formatDay(line.bookedOn, language), line.sequenceOfDay)}</a>
        </p>
        <p className="mono wrap-anywhere">{line.description}</p>
        {line.left < line.amount && <p className="xs muted">{t.left(formatRupiah(line.left, language))}</p>}
      </div>
      <p className="kpi">
        {line.direction === "in" ? "+" : "−"}
        <Money amount={line.amount} />
      </p>
    </div>
  );
}

function SuggestionCard({ suggestion, decision, best, mayDecide }: { suggestion: Suggestion; decision: Decision; best?: boolean; mayDecide: boolean }) {
  const t = useMessages(reconciliationMessages);
  const { line } = decision;
  const company = suggestion.parts[0]?.payment.companyName ?? "";
  const count = suggestion.kind === "combine" ? suggestion.lines.length : suggestion.parts.length;
  return (
    <article className={best ? "sg best" : "sg"} data-best={best ? "" : undefined}>
      <div className="row justify-between">
        <h2 className="[font-size:var(--text-base)]">{t.best[suggestion.kind](company, count)}</h2>
        <Score score={suggestion.score} />
      </div>
      {suggestion.kind === "combine" && (
        <ul className="small mt-2">
          {suggestion.lines.map((one) => (
            <li key={one.id}>
              <DayText value={one.bookedOn} form="short" /> <span className="mono">{one.description}</span>
            </li>
          ))}
        </ul>
      )}
      <Form action={`/admin/rekonsiliasi/baris/${line.id}/cocokkan`} kunci={suggestion.formKey} className="contents">
        <PartsTable suggestion={suggestion} editable={Boolean(best) && mayDecide} />
        <Why reasons={suggestion.reasons} />
        {mayDecide && (
          <div className="row mt-4">
            {best ? (
              <>
                <Button shortcut="↵">{t.match}</Button>
                <ButtonLink to={`/admin/rekonsiliasi/baris/${line.id}/cocokkan`} icon="split" shortcut="S">
                  {t.changeSplit}
                </ButtonLink>
              </>
            ) : (
              <Button kind="outline">{t.use}</Button>
            )}
          </div>
        )}
      </Form>
    </article>
  );
}

function PartsTable({ suggestion, editable }: { suggestion: Suggestion; editable: boolean }) {
  const t = useMessages(reconciliationMessages);
  const language = useLanguage();
  const { parts, rest } = suggestion;
  return (
    <>
      {parts.map(({ lineId, payment, amount }, index) => (
        <Hidden
          key={`${lineId}${payment.paymentId}`}
          values={{
            [`bagian[${index}].mutasi`]: lineId,
            [`bagian[${index}].program`]: payment.proposalId,
            [`bagian[${index}].tahap`]: payment.paymentId,
            [`bagian[${index}].jumlah`]: editable ? undefined : amount,
          }}
        />
      ))}
      {editable ? (
        <div className="mt-3">
          <TableScroll label={t.columns.pledge}>
            <table className="led stackable">
              <thead>
                <tr>
                  <th scope="col">{t.columns.pledge}</th>
                  <th scope="col">{t.columns.program}</th>
                  <th scope="col" className="r">{t.columns.due}</th>
                  <th scope="col" className="r">{t.columns.left}</th>
                  <th scope="col" className="r">{t.columns.matched}</th>
                </tr>
              </thead>
              <tbody>
                {parts.map(({ lineId, payment, amount }, index) => (
                  <tr key={`${lineId}${payment.paymentId}`}>
                    <td className="n"><b>{spellReference(payment.reference)}</b></td>
                    <td className="hm">{payment.programTitle}<small>{payment.communityName}</small></td>
                    <td className="r hm"><DayText value={payment.dueOn} form="short" /></td>
                    <td className="r hm"><Money amount={payment.left} /></td>
                    <td className="r" data-l={t.columns.matched}>
                      <label>
                        <span className="sr">{t.amountFor(spellReference(payment.reference))}</span>
                        <input className="in amt-in" name={`bagian[${index}].jumlah`} defaultValue={formatWhole(amount)} inputMode="numeric" autoComplete="off" data-rupiah="" />
                      </label>
                    </td>
                  </tr>
                ))}
              </tbody>
              <tfoot>
                <tr>
                  <td colSpan={4}>{rest === 0n ? t.sumEqual : t.sumRest(formatRupiah(rest, language))}</td>
                  <td className="r"><span><Money amount={sum(parts.map((part) => part.amount))} /></span></td>
                </tr>
              </tfoot>
            </table>
          </TableScroll>
        </div>
      ) : (
        <p className="small muted mt-1">
          {parts.map(({ payment, amount }) => `${spellReference(payment.reference)} ${formatRupiah(amount, language)}`).join(", ")}
          {rest > 0n && `, ${t.restStays(formatRupiah(rest, language))}`}
        </p>
      )}
    </>
  );
}

export function Why({ reasons }: { reasons: readonly Reason[] }) {
  const words = useMessages(reasonMessages);
  const language = useLanguage();
  return (
    <ul className="why">
      {reasons.map((reason) => (
        <li className={reason.weight >= 0 ? "p" : "m"} key={reason.code}>
          <Icon name={reason.weight >= 0 ? "check" : "x"} />
          <span>{words[reason.code](readable(reason))}</span>
          <span className="w">{reason.weight > 0 ? `+${reason.weight}` : reason.weight < 0 ? `−${-reason.weight}` : ""}</span>
        </li>
      ))}
    </ul>
  );

  function readable({ values = {} }: Reason): { [name: string]: string | number } {
    return Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        name === "left" || name === "excess" ? formatRupiah(BigInt(value), language) : name === "reference" ? spellReference(String(value)) : value,
      ]),
    );
  }
}

export function Score({ score }: { score: number }) {
  const t = useMessages(reconciliationMessages);
  return (
    <span className="score">
      <svg aria-hidden="true">
        <rect className={score >= tolerances.goodScore ? "fg" : "mid"} width={`${score}%`} height="10" />
        <rect className="bg" x=".5" y=".5" width="63" height="9" />
      </svg>
      <span className="n">{score}</span>
      <span className="muted [font-weight:420]">{t.outOf100}</span>
    </span>
  );
}

function DisbursementCard({ one, lineId, best, mayDecide }: { one: Decision["disbursements"][number]; lineId: string; best: boolean; mayDecide: boolean }) {
  const t = useMessages(reconciliationMessages);
  const language = useLanguage();
  const { disbursement } = one;
  return (
    <article className={best ? "sg best" : "sg"}>
      <div className="row justify-between">
        <h2 className="[font-size:var(--text-base)]">{t.disbursementTitle(disbursement.communityName)}</h2>
        <Score score={one.score} />
      </div>
      <p className="small muted mt-1">
        <span className="n">{spellReference(disbursement.reference)}</span> {formatRupiah(disbursement.amount, language)}, {disbursement.programTitle},{" "}
        {t.executed(formatDay(disbursement.executedOn, language))}
      </p>
      <Why reasons={one.reasons} />
      {mayDecide && (
        <Form action={`/admin/rekonsiliasi/baris/${lineId}/penyaluran`} kunci={one.formKey} className="row mt-4">
          <Hidden values={{ program: disbursement.proposalId, penyaluran: disbursement.disbursementId }} />
          <Button kind={best ? "action" : "outline"} shortcut={best ? "↵" : undefined}>{t.matchDisbursement}</Button>
        </Form>
      )}
    </article>
  );
}

function LikelyIgnore({ decision, mayDecide }: { decision: Decision; mayDecide: boolean }) {
  const t = useMessages(reconciliationMessages);
  const reason = decision.likelyIgnore ?? "other";
  return (
    <article className="sg best">
      <h2 className="[font-size:var(--text-base)]">{t.likelyIgnore(t.ignoreReason[reason])}</h2>
      <p className="small muted mt-1">{t.likelyIgnoreText}</p>
      {mayDecide && (
        <Form action={`/admin/rekonsiliasi/baris/${decision.line.id}/abaikan`} kunci={decision.ignoreKey} className="row mt-4">
          <Hidden values={{ alasan: reason }} />
          <Button shortcut="↵">{t.ignoreNow}</Button>
        </Form>
      )}
    </article>
  );
}

function NoSuggestion({ direction }: { direction: "in" | "out" }) {
  const t = useMessages(reconciliationMessages);
  return (
    <article className="sg">
      <h2 className="[font-size:var(--text-base)]">{t.noneTitle}</h2>
      <p className="small muted mt-1">{direction === "in" ? t.noneText : t.noneOut}</p>
    </article>
  );
}

function Neither({ decision: { line }, any, nextId }: { decision: Decision; any: boolean; nextId: string | null }) {
  const t = useMessages(reconciliationMessages);
  return (
    <article className="sg">
      <h2 className="[font-size:var(--text-base)]">{any ? t.neither : t.otherwise}</h2>
      <p className="small muted [margin:.25rem_0_.75rem]">{t.neitherText}</p>
      <div className="row">
        {line.direction === "in" && (
          <ButtonLink to={`/admin/rekonsiliasi/baris/${line.id}/cocokkan`} shortcut="/">{t.searchPledge}</ButtonLink>
        )}
        <ButtonLink to={`/admin/rekonsiliasi/baris/${line.id}/abaikan`} shortcut="A">{t.ignore}</ButtonLink>
        {nextId && nextId !== line.id && (
          <ButtonLink kind="quiet" to={`/admin/rekonsiliasi?baris=${nextId}`} shortcut="T">{t.next}</ButtonLink>
        )}
      </div>
    </article>
  );
}
