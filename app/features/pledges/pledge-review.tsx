import { Button, ButtonLink } from "~/components/button";
import { DayText } from "~/components/day-text";
import { DescriptionList } from "~/components/description-list";
import { Form, FormActions } from "~/components/form";
import { useLanguage, useMessages } from "~/components/language";
import { Money } from "~/components/money";
import { Table } from "~/components/table";
import { formatRupiah } from "~/kernel/money";
import { type PledgeDraft, searchOf } from "./pledge-draft";
import { pledgeFormMessages } from "./pledge-form-messages";
import { pledgeMessages } from "./pledge-messages";

type PledgeReviewProps = { action: string; draft: PledgeDraft; companyName: string; alone: boolean; kunci: string };

/** Everything once more before it is sent; the way back keeps what was typed. */
export function PledgeReview({ action, draft, companyName, alone, kunci }: PledgeReviewProps) {
  const t = useMessages(pledgeFormMessages);
  const shared = useMessages(pledgeMessages);
  const language = useLanguage();
  const amount = draft.amount ?? 0n;
  const total = <Money amount={amount} />;
  return (
    <div className="paper stack [--gap:1.5rem] [padding-block:1.75rem]">
      <DescriptionList
        items={[{ term: t.company, value: companyName }, draft.typed.note !== "" && { term: t.note, value: draft.typed.note }]}
      />
      {draft.lines.length > 0 && (
        <Table
          caption={t.steps.fund}
          columns={[
            { head: t.line, cell: (line) => line.description },
            { head: t.amountColumn, align: "right", cell: (line) => <Money amount={line.amount} /> },
          ]}
          rows={draft.lines}
          rowKey={(line) => line.budgetLineId}
          foot={[t.total(draft.lines.length), <span key="total">{total}</span>]}
        />
      )}
      <Table
        caption={t.plan}
        columns={[
          { head: t.stage, cell: (row) => shared.instalment(row.n, draft.plan.length) },
          { head: t.due, cell: (row) => <DayText value={row.dueOn} /> },
          { head: t.amountColumn, align: "right", cell: (row) => <Money amount={row.amount} /> },
        ]}
        rows={draft.plan.map((row, index) => ({ ...row, n: index + 1 }))}
        rowKey={(row) => String(row.n)}
        foot={[t.pledge, "", <span key="total">{total}</span>]}
      />
      <Form action={action} kunci={kunci}>
        <HiddenDraft draft={draft} />
        <FormActions>
          <Button kind="pledge" size="large">
            {alone ? t.commit(formatRupiah(amount, language)) : t.send(formatRupiah(amount, language))}
          </Button>
          <ButtonLink size="large" to={`${action}?${searchOf(draft.typed)}`}>
            {t.change}
          </ButtonLink>
        </FormActions>
        <p className="hint">{alone ? t.committedText : t.afterSend}</p>
      </Form>
    </div>
  );
}

/** The draft as fields of the form that sends it, with the amount that was seen. */
function HiddenDraft({ draft }: { draft: PledgeDraft }) {
  const pairs = [...new URLSearchParams(searchOf({ ...draft.typed, rows: draft.rows }))];
  return (
    <>
      {pairs.map(([name, value], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: names repeat, and their order matters
        <input type="hidden" name={name} value={value} key={index} />
      ))}
      <input type="hidden" name="dilihat" value={String(draft.amount ?? 0n)} />
    </>
  );
}
