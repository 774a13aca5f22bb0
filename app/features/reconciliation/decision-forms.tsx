import { RadioGroup } from "~/components/choice-field";
import { Button, ButtonLink } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { TextArea } from "~/components/field";
import { Form, FormActions } from "~/components/form";
import type { FormState } from "~/components/form-state";
import { useLanguage, useMessages } from "~/components/language";
import { Page, PageHead } from "~/components/page";
import { formatRupiah } from "~/kernel/money";
import { spellReference } from "~/kernel/reference";
import { LineStrip } from "./allocate-form";
import type { AllocationView, LineView } from "./line-queries.server";
import { ignoreReasonsFor, likelyIgnoreReason } from "./reconciliation";
import { reconciliationMessages } from "./reconciliation-messages";

/** Says that a line is no program money, and why. */
export function IgnorePage({ line, formKey, form }: { line: LineView; formKey: string; form: FormState }) {
  const t = useMessages(reconciliationMessages);
  const language = useLanguage();
  const back = `/admin/rekonsiliasi?baris=${line.id}`;
  return (
    <Page narrow>
      <PageHead size="small" crumbs={[{ href: back, label: t.title }]} title={t.ignoreTitle} lead={t.ignoreLead} />
      <div className="stack [--gap:1rem]">
        <LineStrip line={line} />
        <Form kunci={formKey} className="box stack [--gap:1.125rem]">
          <ErrorSummary form={form} />
          <RadioGroup
            {...form.field("alasan")}
            defaultValue={form.field("alasan").defaultValue ?? likelyIgnoreReason(line.direction, line.description)}
            label={t.reason}
            options={ignoreReasonsFor(line.direction).map((reason) => ({ value: reason, label: t.ignoreReason[reason] }))}
          />
          <TextArea {...form.field("catatan")} label={t.note} rows={3} maxLength={500} optional />
          <FormActions>
            <Button>{t.ignoreButton(formatRupiah(line.left, language))}</Button>
            <ButtonLink kind="quiet" to={back}>
              {t.next}
            </ButtonLink>
          </FormActions>
        </Form>
      </div>
    </Page>
  );
}

/** Takes one match back, with its reason. */
export function ReversePage({ allocation, formKey, form }: { allocation: AllocationView; formKey: string; form: FormState }) {
  const t = useMessages(reconciliationMessages);
  const language = useLanguage();
  const amount = formatRupiah(allocation.amount, language);
  return (
    <Page narrow>
      <PageHead
        size="small"
        crumbs={[
          { href: "/admin/rekonsiliasi", label: t.title },
          { href: `/admin/rekonsiliasi/baris/${allocation.lineId}`, label: t.columns.line },
        ]}
        title={t.reverseTitle}
        lead={t.reverseLead(amount, `${spellReference(allocation.reference)}, ${allocation.company}`)}
      />
      <Form kunci={formKey} className="box stack [--gap:1.125rem]">
        <ErrorSummary form={form} />
        <TextArea {...form.field("alasan")} label={t.reverseReason} hint={t.reverseHint} rows={3} maxLength={500} required />
        <FormActions>
          <Button kind="danger-quiet">{t.reverseButton(amount)}</Button>
        </FormActions>
      </Form>
    </Page>
  );
}
