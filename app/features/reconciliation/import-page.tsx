import { StatusBadge } from "~/components/badge";
import { Button, ButtonLink } from "~/components/button";
import { DayText } from "~/components/day-text";
import { ErrorSummary } from "~/components/error-summary";
import { Fields, SelectField } from "~/components/field";
import { FileField } from "~/components/file-field";
import { Form, FormActions } from "~/components/form";
import type { FormState } from "~/components/form-state";
import { useLanguage, useMessages } from "~/components/language";
import { Money } from "~/components/money";
import { Page, PageHead } from "~/components/page";
import { Box } from "~/components/panel";
import { Table } from "~/components/table";
import { formatRupiah, formatWhole } from "~/kernel/money";
import type { BankAccount } from "./examine-statement.server";
import type { ImportRow } from "./import-queries.server";
import { reconciliationMessages } from "./reconciliation-messages";
import { statementMessages } from "./statement-messages";

/** Choose an account and its file; below, what was imported lately. */
export function ImportPage({
  accounts,
  imports,
  form,
  mayImport,
}: {
  accounts: BankAccount[];
  imports: ImportRow[];
  form: FormState;
  mayImport: boolean;
}) {
  const t = useMessages(statementMessages);
  const words = useMessages(reconciliationMessages);
  return (
    <Page>
      <PageHead size="small" crumbs={[{ href: "/admin/rekonsiliasi", label: words.title }]} title={t.uploadTitle} lead={t.uploadLead} />
      {accounts.length === 0 ? (
        <Box title={words.noAccount}>
          <p className="mb-4">{t.accountMissing}</p>
          <ButtonLink to="/admin/rekonsiliasi/rekening">{words.accounts}</ButtonLink>
        </Box>
      ) : (
        mayImport && (
          <Form upload className="box stack [--gap:1.125rem]">
            <ErrorSummary form={form} />
            <Fields columns={2}>
              <SelectField
                {...form.field("rekening")}
                defaultValue={form.field("rekening").defaultValue ?? accounts[0]?.id}
                label={t.account}
                empty={false}
                options={accounts.map((account) => ({ value: account.id, label: `${account.bankName} ${account.number}` }))}
              />
              <FileField name="berkas" label={t.file} error={form.error("berkas")} hint={t.fileHint} kinds={["csv"]} required />
            </Fields>
            <FormActions>
              <Button size="large">{t.read}</Button>
            </FormActions>
          </Form>
        )
      )}
      <LatestImports imports={imports} />
    </Page>
  );
}

export function LatestImports({ imports, action }: { imports: readonly ImportRow[]; action?: boolean }) {
  const t = useMessages(statementMessages);
  return (
    <Box
      className="mt-5"
      title={t.recent}
      aside={
        action && (
          <ButtonLink to="/admin/rekonsiliasi/impor" icon="up">
            {t.importOther}
          </ButtonLink>
        )
      }
    >
      <Table<ImportRow>
        label={t.recent}
        rows={imports}
        rowKey={(row) => row.id}
        empty={<p className="muted small">{t.recentNone}</p>}
        columns={[
          {
            head: t.heads.file,
            cell: (row) => (
              <>
                <a className="mono" href={`/admin/rekonsiliasi/impor/${row.id}`}>
                  {row.fileName}
                </a>
                <small>
                  <DayText value={row.importedAt} form="instant" />
                  {row.importedBy && ` · ${row.importedBy}`}
                </small>
              </>
            ),
          },
          { head: t.heads.account, cell: (row) => <span className="n">{row.number.slice(-4)}</span> },
          { head: t.heads.fresh, align: "right", cell: (row) => <Whole value={row.fresh} /> },
          { head: t.heads.closing, align: "right", cell: (row) => (row.closing === null ? "–" : <Money amount={row.closing} />) },
          { head: t.heads.state, cell: (row) => <GapBadge gap={row.gap} /> },
        ]}
      />
    </Box>
  );
}

function Whole({ value }: { value: number }) {
  return <span className="n">{formatWhole(value, useLanguage())}</span>;
}

export function GapBadge({ gap }: { gap: bigint | null }) {
  const t = useMessages(statementMessages);
  const language = useLanguage();
  if (gap === null) return <StatusBadge>{t.unknownBadge}</StatusBadge>;
  return gap === 0n ? (
    <StatusBadge tone="ok">{t.fits}</StatusBadge>
  ) : (
    <StatusBadge tone="warn">{t.gapBadge(formatRupiah(gap, language))}</StatusBadge>
  );
}
