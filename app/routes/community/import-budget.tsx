import { type MetaFunction, data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button, ButtonLink } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { FileField } from "~/components/file-field";
import { Form, FormActions, Hidden } from "~/components/form";
import { useLanguage, useMessages } from "~/components/language";
import { Money } from "~/components/money";
import { Page, PageHead } from "~/components/page";
import { Box } from "~/components/panel";
import { Table } from "~/components/table";
import { type Context, community, guardedAction, guardedLoader } from "~/features/identity/guard.server";
import { findEditorView } from "~/features/proposals/editor/editor-view.server";
import { readBudgetFile } from "~/features/proposals/import/budget-import";
import { importMessages, problemText } from "~/features/proposals/import/import-messages";
import { ContributionTable } from "~/features/proposals/plan/contribution-table";
import { planMessages, taxText } from "~/features/proposals/plan/plan-messages";
import { type DraftContribution, type DraftLine, amountOfLine, budgetTotal, formatDecimal } from "~/features/proposals/proposal-draft";
import { writerRoles } from "~/features/proposals/proposal";
import { formatRupiah, formatWhole } from "~/kernel/money";

export const meta: MetaFunction<typeof loader> = ({ data: given }) => [
  { title: `${importMessages[given?.language ?? "id"].title} · Sinergi` },
];

const writers = community(...writerRoles);

export const loader = guardedLoader(writers, (c) => budgetPage(c));

/** Reads the file and shows what is in it. Nothing is saved here: the button below the preview sends the lines to the budget itself. */
export const action = guardedAction(writers, async (c) => {
  await budgetPage(c);
  const file = (await c.form()).get("berkas");
  const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
  const { lines, contributions, problems } = readBudgetFile(bytes);
  const errors = problems.map((problem) => problemText(problem, c.language));
  const read = errors.length > 0 ? { lines: [], contributions: [] } : { lines, contributions };
  return data({ ...read, errors }, errors.length > 0 ? 400 : 200);
});

async function budgetPage(c: Context<typeof writers>) {
  const { organizationId } = c.membership;
  const proposalId = String(c.params.id);
  const view = await findEditorView(c.db, { proposalId, organizationId, section: "budget", q: "", mayWrite: true });
  if (!view?.editable) throw new Response(null, { status: 404 });
  const { draft, version, base } = view;
  return { proposalId, title: draft.title, present: draft.lines.length, version, base, language: c.language };
}

export default function ImportBudget() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useMessages(importMessages);
  const back = `/ruang/lembaga/usulan/${page.proposalId}/rab`;
  const errors = answer?.errors ?? [];
  return (
    <Page narrow>
      <PageHead size="small" crumbs={[{ href: back, label: page.title || t.title }]} title={t.title} lead={t.lead} />
      {answer && answer.lines.length + answer.contributions.length > 0 && (
        <Preview lines={answer.lines} contributions={answer.contributions} />
      )}
      <Box>
        <Form upload>
          {errors.length > 0 && (
            <ErrorSummary title={t.problems(errors.length)} errors={errors.map((text) => ({ field: "berkas", text }))} />
          )}
          <FileField name="berkas" label={t.file} kinds={["sheet"]} error={errors[0]} required />
          {errors.length > 0 && <p className="hint">{t.again}</p>}
          <details className="small">
            <summary>{t.example}</summary>
            <pre className="mono xs whitespace-pre-wrap" lang="id">
              {
                "Kelompok;Uraian;Volume;Satuan;Harga satuan;Sumber;Pajak;Cara pajak\nSumur;Pengeboran sumur dalam;90;meter;1.350.000;Dana;;\nSumur;Pipa;12,5;meter;45.000;Dana;PPN;Ditambahkan\nSumur;Gali saluran;40;hari;100.000;Swadaya tenaga;;"
              }
            </pre>
          </details>
          <FormActions>
            <Button>{t.read}</Button>
            <ButtonLink kind="quiet" to={back}>
              {t.back}
            </ButtonLink>
          </FormActions>
        </Form>
      </Box>
    </Page>
  );
}

/** What would be saved, and the form that sends it to the budget the way the editor does. */
function Preview({ lines, contributions }: { lines: readonly DraftLine[]; contributions: readonly DraftContribution[] }) {
  const page = useLoaderData<typeof loader>();
  const t = useMessages(importMessages);
  const { own } = useMessages(planMessages);
  const language = useLanguage();
  const sections = [...new Set(lines.map((line) => line.section))];
  return (
    <Box title={t.preview(lines.length + contributions.length)} className="mb-5">
      <p className="small muted mb-3">{t.previewLead(page.present)}</p>
      <Table
        label={t.preview(lines.length)}
        rows={lines}
        rowKey={(line) => line.id}
        columns={[
          {
            head: t.column.description,
            cell: (line) => (
              <>
                {line.description}
                <small className="tn">
                  {[
                    line.section,
                    `${formatDecimal(line.volume ?? "0", language)} ${line.unit} × ${formatRupiah(line.unitPrice ?? 0n, language)}`,
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </small>
                {line.tax && <small className="tn">{taxText(line, language)}</small>}
              </>
            ),
          },
          { head: t.amount, label: t.amount, align: "right", cell: (line) => <Money amount={amountOfLine(line) ?? 0n} /> },
        ]}
        foot={[t.total, <Money key="total" amount={budgetTotal(lines)} />]}
      />
      {contributions.length > 0 && (
        <>
          <h3 className="[font-size:var(--text-base)] [margin:1.25rem_0_.5rem]">{own.title}</h3>
          <ContributionTable rows={contributions} />
        </>
      )}
      <Form action={`/ruang/lembaga/usulan/${page.proposalId}/rab`}>
        <Hidden values={{ versi: page.version, dasar: page.base }} />
        {sections.map((section, index) => (
          <input type="hidden" name={`groups.g${index}.name`} value={section} key={section} />
        ))}
        {lines.map((line) => (
          <span hidden key={line.id}>
            <input type="hidden" name="lines" value={line.id} />
            <Hidden
              values={{
                [`lines.${line.id}.group`]: `g${sections.indexOf(line.section)}`,
                [`lines.${line.id}.description`]: line.description,
                [`lines.${line.id}.volume`]: formatDecimal(line.volume ?? ""),
                [`lines.${line.id}.unit`]: line.unit,
                [`lines.${line.id}.unitPrice`]: formatWhole(line.unitPrice ?? 0n),
                [`lines.${line.id}.tax`]: line.tax?.code ?? "",
                [`lines.${line.id}.taxMode`]: line.tax?.mode ?? "",
              }}
            />
          </span>
        ))}
        {contributions.length > 0 && <input type="hidden" name="contributionsAsked" value="ya" />}
        {contributions.map((row) => (
          <span hidden key={row.id}>
            <input type="hidden" name="contributions" value={row.id} />
            <Hidden
              values={{
                [`contributions.${row.id}.kind`]: row.kind,
                [`contributions.${row.id}.description`]: row.description,
                [`contributions.${row.id}.volume`]: formatDecimal(row.volume ?? ""),
                [`contributions.${row.id}.unit`]: row.unit,
                [`contributions.${row.id}.unitPrice`]: formatWhole(row.unitPrice ?? 0n),
              }}
            />
          </span>
        ))}
        <FormActions>
          <Button name="aksi" value="simpan">
            {page.present > 0 ? t.replace : t.fill}
          </Button>
        </FormActions>
      </Form>
    </Box>
  );
}
