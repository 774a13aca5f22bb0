import { Badge } from "~/components/badge";
import { Button } from "~/components/button";
import { classNames } from "~/components/class-names";
import { ErrorSummary } from "~/components/error-summary";
import { FieldError, TextArea } from "~/components/field";
import { useLanguage, useMessages } from "~/components/language";
import { Money } from "~/components/money";
import { RupiahField } from "~/components/money-field";
import { refusalText } from "~/components/refusal-text";
import { Step } from "~/components/steps";
import { Timeline } from "~/components/timeline";
import { formatRupiah } from "~/kernel/money";
import { approvalDays, smallestFor } from "./pledge";
import { longestNote, type OpenLine, type PledgeDraft } from "./pledge-draft";
import { type ErrorOf, HowToPay } from "./pledge-plan-fields";
import { pledgeFormMessages } from "./pledge-form-messages";
import type { Eligibility, PledgeableProgram } from "./pledge-form-queries.server";
import { pledgeRefusals } from "./pledge-messages";

export type PledgeFormProps = {
  action: string;
  program: PledgeableProgram;
  company: Extract<Eligibility, { may: true }>;
  draft: PledgeDraft;
  showProblems: boolean;
};

/** Three sections on one page; every button asks the server, which counts again and shows what is still wrong. */
export function PledgeForm({ action, program, company, draft, showProblems }: PledgeFormProps) {
  const t = useMessages(pledgeFormMessages);
  const problems = useProblems(draft, showProblems);
  return (
    <form method="get" action={action} noValidate className="paper flush stp" id="komitmen">
      {problems.list.length > 0 && (
        <div className="p-5">
          <ErrorSummary errors={problems.list} />
        </div>
      )}
      <Step number={1} title={t.steps.fund} state="now">
        <WhatToFund program={program} draft={draft} errorOf={problems.errorOf} />
      </Step>
      <Step number={2} title={t.steps.pay} state="now">
        <HowToPay draft={draft} errorOf={problems.errorOf} />
      </Step>
      <Step number={3} title={t.steps.approval} state="now">
        <Approval company={company} draft={draft} errorOf={problems.errorOf} />
      </Step>
    </form>
  );
}

/** The problems as sentences, for the summary and beside their fields. An untouched form shows none. */
function useProblems(draft: PledgeDraft, shown: boolean): { list: { field?: string; text: string }[]; errorOf: ErrorOf } {
  const language = useLanguage();
  const list = shown
    ? draft.problems.map(({ field, code, details }) => ({
        ...(field ? { field } : {}),
        text: refusalText({ code, details }, language, pledgeRefusals),
      }))
    : [];
  return { list, errorOf: (field) => list.find((problem) => problem.field === field)?.text };
}

function WhatToFund({ program, draft, errorOf }: { program: PledgeableProgram; draft: PledgeDraft; errorOf: ErrorOf }) {
  const t = useMessages(pledgeFormMessages);
  const language = useLanguage();
  const { way } = draft.typed;
  return (
    <>
      <fieldset className="quick [grid-template-columns:1fr_1fr] max-w-104">
        <legend className="sr">{t.way}</legend>
        <label className="pick">
          <input type="radio" name="cara" value="jumlah" defaultChecked={way === "amount"} />
          {t.freeAmount}
        </label>
        <label className="pick">
          <input type="radio" name="cara" value="baris" defaultChecked={way === "lines"} />
          {t.chooseLines}
        </label>
      </fieldset>
      <RupiahField
        name="jumlah"
        className="[#komitmen:has([value=baris]:checked)_&]:hidden"
        label={t.amount}
        defaultValue={draft.typed.amount}
        error={errorOf("jumlah")}
        hint={t.amountHint(formatRupiah(program.left, language), formatRupiah(smallestFor(program.left), language))}
        words
      />
      <fieldset
        id="baris"
        tabIndex={-1}
        className="[#komitmen:has([value=jumlah]:checked)_&]:hidden"
        aria-describedby={classNames(errorOf("baris") && "baris-galat", "baris-petunjuk")}
      >
        <legend className="lab">{t.lines}</legend>
        {program.lines.map((line) => (
          <LineOption line={line} checked={draft.typed.lines.includes(line.id)} key={line.id} />
        ))}
        <FieldError id="baris-galat" text={errorOf("baris")} />
        <p className="hint" id="baris-petunjuk">
          {t.linesHint}
        </p>
      </fieldset>
      <div className="row justify-between pt-3.5 [border-top:1px_solid_var(--line)]">
        <b>{t.total(draft.lines.length)}</b>
        <b className="n dbl">
          <Money amount={draft.amount ?? 0n} />
        </b>
      </div>
      <div>
        <Button kind="outline" name="maksud" value="hitung">
          {t.recalculate}
        </Button>
      </div>
    </>
  );
}

function LineOption({ line, checked }: { line: OpenLine; checked: boolean }) {
  const t = useMessages(pledgeFormMessages);
  const language = useLanguage();
  const open = line.open > 0n;
  return (
    <label className={classNames("opt [border-top:1px_solid_var(--line)] min-h-[52px]", !open && "z")}>
      <input type="checkbox" name="baris" value={line.id} defaultChecked={open && checked} disabled={!open} />
      <span>
        {line.description}
        {open && line.open < line.amount && (
          <small className="muted block">{t.partly(formatRupiah(line.open, language), formatRupiah(line.amount, language))}</small>
        )}
      </span>
      <span className="c n text-ink [font-weight:560]">{open ? <Money amount={line.open} /> : t.funded}</span>
    </label>
  );
}

function Approval({ company, draft, errorOf }: { company: PledgeFormProps["company"]; draft: PledgeDraft; errorOf: ErrorOf }) {
  const t = useMessages(pledgeFormMessages);
  return (
    <>
      <p className="muted">{company.alone ? t.alone : t.needsApproval}</p>
      {!company.alone && (
        <>
          <Timeline
            items={[
              { key: "draft", state: "now", title: t.drafter, side: <Badge tone="info">{t.youAreHere}</Badge>, text: t.draftedNow },
              {
                key: "approve",
                state: "todo",
                title: t.approver,
                side: <Badge>{t.next}</Badge>,
                text: t.approvers(company.approvers, approvalDays),
              },
              { key: "commit", state: "todo", title: t.committed, text: t.committedText },
            ]}
          />
          <TextArea
            name="catatan"
            maxLength={longestNote}
            label={t.note}
            optional
            rows={3}
            defaultValue={draft.typed.note}
            error={errorOf("catatan")}
          />
        </>
      )}
      <div>
        <Button kind="pledge" size="large" name="maksud" value="periksa">
          {t.toReview}
        </Button>
      </div>
    </>
  );
}
