import { AccountLine } from "~/components/account-line";
import { Badge } from "~/components/badge";
import { Button } from "~/components/button";
import { EmptyState } from "~/components/empty-state";
import { ErrorSummary } from "~/components/error-summary";
import { DateField, Fields, TextField } from "~/components/field";
import { Form, FormActions } from "~/components/form";
import type { FormState } from "~/components/form-state";
import { useMessages } from "~/components/language";
import { RupiahField } from "~/components/money-field";
import { Page, PageHead } from "~/components/page";
import { Box } from "~/components/panel";
import type { BankAccount } from "./examine-statement.server";
import { reconciliationMessages } from "./reconciliation-messages";

/** The platform's accounts at banks. */
export function BankAccountsPage({
  accounts,
  mayAdd,
  formKey,
  today,
  form,
}: {
  accounts: BankAccount[];
  mayAdd: boolean;
  formKey: string;
  today: string;
  form: FormState;
}) {
  const words = useMessages(reconciliationMessages);
  const t = words.accountPage;
  return (
    <Page>
      <PageHead size="small" crumbs={[{ href: "/admin/rekonsiliasi", label: words.title }]} title={t.title} lead={t.lead} />
      <div className="stack [--gap:1rem]">
        {accounts.length === 0 && <EmptyState title={t.none} />}
        {accounts.map((account, index) => (
          <AccountLine
            key={account.id}
            bank={account.bankName}
            number={account.number}
            holder={account.holderName}
            badge={
              index === 0 && (
                <Badge tone="ok" icon="check">
                  {t.first}
                </Badge>
              )
            }
          />
        ))}
        {mayAdd ? (
          <Box title={t.add}>
            <Form kunci={formKey}>
              <ErrorSummary form={form} />
              <Fields columns={2}>
                <TextField {...form.field("bank")} label={t.bank} maxLength={80} required />
                <TextField {...form.field("nomor")} label={t.number} inputMode="numeric" maxLength={30} required />
                <TextField {...form.field("pemilik")} label={t.holder} maxLength={120} required wide />
                <DateField {...form.field("sejak")} defaultValue={form.field("sejak").defaultValue ?? today} label={t.openedOn} required />
                <RupiahField {...form.field("saldo")} label={t.opening} hint={t.openingHint} />
              </Fields>
              <FormActions>
                <Button>{t.save}</Button>
              </FormActions>
            </Form>
          </Box>
        ) : (
          <p className="muted small">{t.onlyAdministrator}</p>
        )}
      </div>
    </Page>
  );
}
