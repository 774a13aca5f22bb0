import { Fragment } from "react";
import { AccountLine } from "~/components/account-line";
import { StatusBadge } from "~/components/badge";
import { Button, ButtonLink } from "~/components/button";
import { Checkbox } from "~/components/choice-field";
import { DayText } from "~/components/day-text";
import { ErrorSummary } from "~/components/error-summary";
import { Form, FormActions, Hidden } from "~/components/form";
import type { FormState } from "~/components/form-state";
import { useLanguage, useMessages } from "~/components/language";
import { Money } from "~/components/money";
import { DocumentPaper, Page, PageHead, Section } from "~/components/page";
import { Steps } from "~/components/steps";
import { Table } from "~/components/table";
import { formatRupiah, formatWhole } from "~/kernel/money";
import { MappingForm, mappingFields } from "./mapping-form";
import { ProblemList } from "./problem-list";
import { reconciliationMessages } from "./reconciliation-messages";
import { statementMessages } from "./statement-messages";
import type { Preview, PreviewLine } from "./statement-preview.server";

/** A file before it is imported: its shape, its problems, its lines, and what will happen. */
export function PreviewPage({ preview, form }: { preview: Preview; form: FormState }) {
  const t = useMessages(statementMessages);
  const words = useMessages(reconciliationMessages);
  return (
    <Page>
      <PageHead
        size="small"
        crumbs={[
          { href: "/admin/rekonsiliasi", label: words.title },
          { href: "/admin/rekonsiliasi/impor", label: t.uploadTitle },
        ]}
        title={useTitle(preview)}
        actions={<span className="small muted mono">{preview.fileName}</span>}
      />
      <ImportSteps preview={preview} />
      <ErrorSummary form={form} />
      <DocumentPaper className="mt-6">
        {!preview.unreadable && <Shape preview={preview} />}
        {preview.header && preview.mapping && (
          <Section title={t.columns} hint={t.columnsHint}>
            <MappingForm preview={preview} />
          </Section>
        )}
        <Section title={t.problems} hint={t.problemsHint} id="masalah">
          <ProblemList preview={preview} />
        </Section>
        {preview.lines.length > 0 && (
          <Section title={t.lines} hint={t.linesHint}>
            <Lines preview={preview} />
          </Section>
        )}
        <Section title={t.willHappen}>
          <Confirm preview={preview} form={form} />
        </Section>
      </DocumentPaper>
    </Page>
  );
}

function useTitle(preview: Preview): string {
  const { head } = useMessages(statementMessages);
  if (preview.problems.some(({ code }) => code === "columns_unmapped")) return head.map;
  if (preview.fatal > 0) return head.bad(preview.fatal);
  if (preview.gap || preview.breaks) return head.decide;
  return preview.fresh === 0 ? head.nothing : head.ready(preview.fresh);
}

function ImportSteps({ preview }: { preview: Preview }) {
  const { steps } = useMessages(statementMessages);
  const mapped = !preview.problems.some(({ code }) => code === "columns_unmapped" || code === "header_missing");
  return (
    <Steps
      label={steps.label}
      steps={[
        { label: steps.file, state: "done" },
        { label: steps.recognised, state: preview.unreadable ? "now" : "done" },
        { label: steps.mapped, state: mapped ? "done" : "now" },
        { label: steps.checked, state: mapped && !preview.unreadable ? "now" : "next" },
        { label: steps.result, state: "next" },
      ]}
    />
  );
}

function Shape({ preview }: { preview: Preview }) {
  const t = useMessages(statementMessages);
  const language = useLanguage();
  const names: { [delimiter: string]: string } = {
    ",": t.delimiters.comma,
    ";": t.delimiters.semicolon,
    "\t": t.delimiters.tab,
    "|": t.delimiters.bar,
  };
  const { account } = preview;
  return (
    <Section title={t.shape} hint={t.shapeHint}>
      <div className="acct">
        <div>
          <p className="no">{t.formats[preview.format]}</p>
          <p className="muted">
            {t.shapeAbout(formatWhole(preview.linesInFile, language), preview.encoding, names[preview.delimiter] ?? preview.delimiter)}
          </p>
        </div>
        {preview.mapping ? <StatusBadge tone="warn">{t.toMap}</StatusBadge> : <StatusBadge tone="ok">{t.recognised}</StatusBadge>}
      </div>
      <div className="mt-4">
        <AccountLine bank={account.bankName} number={account.number} holder={account.holderName} />
      </div>
    </Section>
  );
}

function Lines({ preview }: { preview: Preview }) {
  const t = useMessages(statementMessages);
  const heads = t.tableHeads;
  const rest = preview.linesInFile - preview.lines.length;
  return (
    <>
      <Table<PreviewLine>
        label={t.lines}
        rows={preview.lines}
        rowKey={(line) => String(line.lineNumber)}
        columns={[
          {
            head: heads.day,
            cell: (line) => (
              <>
                <DayText value={line.bookedOn} />
                <small>{t.line(line.lineNumber)}</small>
              </>
            ),
          },
          { head: heads.text, cell: (line) => <span className="mono small wrap-anywhere">{line.description}</span> },
          {
            head: heads.amount,
            align: "right",
            cell: (line) => (
              <>
                {line.direction === "in" ? "+" : "−"}
                <Money amount={line.amount} />
              </>
            ),
          },
          {
            head: heads.balance,
            align: "right",
            hideOnPhone: true,
            cell: (line) => line.balanceAfter !== null && <Money amount={line.balanceAfter} />,
          },
          { head: heads.state, cell: (line) => (line.known ? <span className="muted">{t.old}</span> : t.fresh) },
        ]}
      />
      {rest > 0 && <p className="small muted mt-2">{t.andMore(rest)}</p>}
    </>
  );
}

function Confirm({ preview, form }: { preview: Preview; form: FormState }) {
  const t = useMessages(statementMessages);
  const language = useLanguage();
  const { account, mapping } = preview;
  return (
    <Form className="stack [--gap:1rem]">
      <Hidden values={{ rekening: account.id, ...(mapping ? mappingFields(mapping) : {}) }} />
      <Sums preview={preview} />
      {preview.fatal === 0 && (preview.gap || preview.breaks) && (
        <div className="errs miss">
          <h3>{t.notYet}</h3>
          <ul>
            {preview.gap && (
              <li>
                <a href="#terima-celah">{t.gapTitle}</a>
              </li>
            )}
            {preview.breaks && (
              <li>
                <a href="#terima-saldo">{t.acceptBreaks}</a>
              </li>
            )}
          </ul>
        </div>
      )}
      {preview.fatal === 0 && (
        <>
          {mapping && <Checkbox name="ingat" label={t.remember} defaultChecked />}
          {preview.gap && (
            <Checkbox
              name="terima-celah"
              label={`${t.acceptGap}, ${formatRupiah(preview.gap.amount, language)}`}
              error={form.error("terima-celah")}
            />
          )}
          {preview.breaks && <Checkbox name="terima-saldo" label={t.acceptBreaks} error={form.error("terima-saldo")} />}
        </>
      )}
      <FormActions>
        {preview.fatal === 0 && <Button size="large">{preview.fresh > 0 ? t.import(preview.fresh) : t.importNothing}</Button>}
        <ButtonLink size="large" to="/admin/rekonsiliasi/impor">
          {t.otherFile}
        </ButtonLink>
      </FormActions>
      <p className="hint">{t.atomic}</p>
    </Form>
  );
}

/** What of the file is new, as a sum in plain sight. */
function Sums({ preview }: { preview: Preview }) {
  const { sums } = useMessages(statementMessages);
  const language = useLanguage();
  const { linesInFile, known, pending, broken } = preview;
  const taken = [
    { label: sums.known, count: known, always: true },
    { label: sums.pending, count: pending, always: false },
    { label: sums.broken, count: broken, always: false },
  ].filter((part) => part.always || part.count > 0);
  return (
    <div className="trf">
      <div className="eqbar flex-1">
        <Sum label={sums.inFile} text={formatWhole(linesInFile + pending + broken, language)} />
        {taken.map((part) => (
          <Fragment key={part.label}>
            <i>−</i>
            <Sum label={part.label} text={formatWhole(part.count, language)} />
          </Fragment>
        ))}
        <i>=</i>
        <Sum label={sums.fresh} text={formatWhole(preview.fresh, language)} />
      </div>
    </div>
  );
}

function Sum({ label, text }: { label: string; text: string }) {
  return (
    <span>
      <small>{label}</small>
      <span className="n">{text}</span>
    </span>
  );
}
