import { Button, ButtonLink } from "~/components/button";
import { DayText } from "~/components/day-text";
import { Form, Hidden } from "~/components/form";
import { useLanguage, useMessages } from "~/components/language";
import { Money } from "~/components/money";
import { ProgramName } from "~/components/program-name";
import { TableScroll } from "~/components/table";
import { formatRupiah, formatWhole, sum } from "~/kernel/money";
import { spellReference } from "~/kernel/reference";
import { reconciliationMessages } from "./reconciliation-messages";
import { Score, Why } from "./why";
import type { Decision } from "./workbench-queries.server";

type Suggestion = Decision["suggestions"][number];

/** One suggestion: what would be matched, why, and the button that does it. The best one's amounts can be changed first. */
export function SuggestionCard({
  suggestion,
  decision,
  best,
  mayDecide,
}: {
  suggestion: Suggestion;
  decision: Decision;
  best?: boolean;
  mayDecide: boolean;
}) {
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
                  <th scope="col" className="r">
                    {t.columns.due}
                  </th>
                  <th scope="col" className="r">
                    {t.columns.left}
                  </th>
                  <th scope="col" className="r">
                    {t.columns.matched}
                  </th>
                </tr>
              </thead>
              <tbody>
                {parts.map(({ lineId, payment, amount }, index) => (
                  <tr key={`${lineId}${payment.paymentId}`}>
                    <td className="n">
                      <b>{spellReference(payment.reference)}</b>
                    </td>
                    <td className="hm">
                      <ProgramName title={payment.programTitle} urgent={payment.urgent} />
                      <small>{payment.communityName}</small>
                    </td>
                    <td className="r hm">
                      <DayText value={payment.dueOn} form="short" />
                    </td>
                    <td className="r hm">
                      <Money amount={payment.left} />
                    </td>
                    <td className="r" data-l={t.columns.matched}>
                      <label>
                        <span className="sr">{t.amountFor(spellReference(payment.reference))}</span>
                        <input
                          className="in amt-in"
                          name={`bagian[${index}].jumlah`}
                          defaultValue={formatWhole(amount)}
                          inputMode="numeric"
                          autoComplete="off"
                          data-rupiah=""
                        />
                      </label>
                    </td>
                  </tr>
                ))}
              </tbody>
              <tfoot>
                <tr>
                  <td colSpan={4}>{rest === 0n ? t.sumEqual : t.sumRest(formatRupiah(rest, language))}</td>
                  <td className="r">
                    <span>
                      <Money amount={sum(parts.map((part) => part.amount))} />
                    </span>
                  </td>
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
