import { Button, ButtonLink } from "~/components/button";
import { DayText } from "~/components/day-text";
import { EmptyState } from "~/components/empty-state";
import { ErrorSummary } from "~/components/error-summary";
import { FieldError, SearchField } from "~/components/field";
import { Form, FormActions, Hidden } from "~/components/form";
import type { FormState } from "~/components/form-state";
import { useLanguage, useMessages } from "~/components/language";
import { Money } from "~/components/money";
import { Page, PageHead } from "~/components/page";
import { ProgramName } from "~/components/program-name";
import { TableScroll } from "~/components/table";
import { formatDay } from "~/kernel/dates";
import { formatRupiah, formatWhole, parseRupiah } from "~/kernel/money";
import { spellReference } from "~/kernel/reference";
import type { Candidate } from "./allocate-page.server";
import type { LineView } from "./line-queries.server";
import { reconciliationMessages } from "./reconciliation-messages";

type Props = { line: LineView; candidates: readonly Candidate[]; search: string; formKey: string; form: FormState };

/** Gives a line to payments by hand: search, and an amount beside each. */
export function AllocatePage({ line, candidates, search, formKey, form }: Props) {
  const t = useMessages(reconciliationMessages);
  const here = `/admin/rekonsiliasi/baris/${line.id}/cocokkan`;
  return (
    <Page>
      <PageHead
        size="small"
        crumbs={[
          { href: "/admin/rekonsiliasi", label: t.title },
          { href: `/admin/rekonsiliasi?baris=${line.id}`, label: t.columns.line },
        ]}
        title={t.allocateTitle}
        lead={t.allocateLead}
      />
      <div className="stack [--gap:1rem]">
        <LineStrip line={line} />
        <ErrorSummary form={form} />
        <SearchField name="cari" label={t.searchLabel} placeholder={t.searchLabel} value={search} action={here} />
        {candidates.length === 0 ? (
          <EmptyState title={t.searchNone} />
        ) : (
          <Form action={here} kunci={formKey} className="box">
            <Hidden values={{ cari: search }} />
            <CandidateTable candidates={candidates} line={line} form={form} />
            <div id="jumlah">
              <FieldError id="jumlah-galat" text={form.error("jumlah")} />
            </div>
            <FormActions>
              <Button>{t.allocateButton}</Button>
              <ButtonLink to={`/admin/rekonsiliasi/baris/${line.id}/abaikan`}>{t.ignore}</ButtonLink>
            </FormActions>
          </Form>
        )}
      </div>
    </Page>
  );
}

export function LineStrip({ line }: { line: LineView }) {
  const t = useMessages(reconciliationMessages);
  const language = useLanguage();
  return (
    <div className="box flex flex-wrap [gap:.5rem_2rem] justify-between items-center py-4">
      <div className="min-w-0">
        <p className="xs muted n">{t.line(formatDay(line.bookedOn, language), line.sequenceOfDay)}</p>
        <p className="mono wrap-anywhere">{line.description}</p>
        {line.left > 0n && line.left < line.amount && <p className="xs muted">{t.left(formatRupiah(line.left, language))}</p>}
      </div>
      <p className="kpi">
        {line.direction === "in" ? "+" : "−"}
        <Money amount={line.amount} />
      </p>
    </div>
  );
}

function CandidateTable({ candidates, line, form }: { candidates: readonly Candidate[]; line: LineView; form: FormState }) {
  const t = useMessages(reconciliationMessages);
  const typed = (index: number) => form.field(`bagian[${index}].jumlah`);
  return (
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
          {candidates.map(({ payment, suggested }, index) => {
            const field = typed(index);
            const value = field.defaultValue ?? (form.errors.length === 0 ? suggested?.toString() : undefined) ?? "";
            const amount = parseRupiah(value);
            return (
              <tr key={payment.paymentId}>
                <td>
                  <b className="n">{spellReference(payment.reference)}</b>
                  <small>{payment.companyName}</small>
                </td>
                <td data-l={t.columns.program}>
                  <ProgramName title={payment.programTitle} urgent={payment.urgent} />
                  <small>{payment.communityName}</small>
                </td>
                <td className="r hm">
                  <DayText value={payment.dueOn} form="short" />
                </td>
                <td className="r" data-l={t.columns.left}>
                  <Money amount={payment.left} />
                </td>
                <td className="r" data-l={t.columns.matched}>
                  <Hidden
                    values={{
                      [`bagian[${index}].mutasi`]: line.id,
                      [`bagian[${index}].program`]: payment.proposalId,
                      [`bagian[${index}].tahap`]: payment.paymentId,
                    }}
                  />
                  <label>
                    <span className="sr">{t.amountFor(spellReference(payment.reference))}</span>
                    <input
                      className={field.error ? "in amt-in bad" : "in amt-in"}
                      id={field.id}
                      name={field.name}
                      defaultValue={amount === undefined ? value : formatWhole(amount)}
                      inputMode="numeric"
                      autoComplete="off"
                      data-rupiah=""
                      aria-invalid={field.error ? true : undefined}
                      aria-describedby={field.error ? `${field.id}-galat` : undefined}
                    />
                  </label>
                  <FieldError id={`${field.id}-galat`} text={field.error} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableScroll>
  );
}
