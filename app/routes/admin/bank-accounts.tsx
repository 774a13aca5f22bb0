import { parseWithZod } from "@conform-to/zod/v4";
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useFormState, useMessages } from "~/components/language";
import { isPlatform } from "~/features/identity/actor";
import { misread, refused } from "~/features/identity/form-refusal";
import { guardedAction, guardedLoader, platform } from "~/features/identity/guard.server";
import { addBankAccount } from "~/features/reconciliation/add-bank-account.server";
import { bankAccounts } from "~/features/reconciliation/bank-account-queries.server";
import { BankAccountsPage } from "~/features/reconciliation/bank-accounts-page";
import { reconciliationMessages } from "~/features/reconciliation/reconciliation-messages";
import { reconciliationRefusals } from "~/features/reconciliation/reconciliation-refusals";
import { bankAccountSchema } from "~/features/reconciliation/reconciliation.schema";
import { newId } from "~/kernel/ids";
import { today } from "~/platform/clock.server";
import { flash } from "~/platform/flash.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${reconciliationMessages[data?.language ?? "id"].accountPage.title} · Sinergi` },
];

export const loader = guardedLoader(platform("reconciler", "administrator", "auditor", "disbursement_approver"), async (c) => ({
  language: c.language,
  accounts: await bankAccounts(c.db),
  mayAdd: isPlatform(c.actor, "administrator"),
  formKey: newId(),
  today: today(),
}));

export const action = guardedAction(platform("administrator"), async (c) => {
  const submission = parseWithZod(await c.form(), { schema: bankAccountSchema });
  if (submission.status !== "success") return misread(submission);
  const { kunci: key, bank: bankName, nomor: number, pemilik: holderName, sejak: openedOn, saldo: openingBalance } = submission.value;
  const outcome = await c.attempt(addBankAccount, { key, bankName, number, holderName, openedOn, openingBalance });
  if (!outcome.ok) return refused(submission, outcome.refusal, c.language, reconciliationRefusals);
  throw redirect("/admin/rekonsiliasi/rekening", {
    status: 303,
    headers: await flash(reconciliationMessages[c.language].done.account),
  });
});

export default function BankAccounts() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useMessages(reconciliationMessages);
  return <BankAccountsPage {...loaded} form={useFormState(answer?.result, { texts: { account_number: t.accountPage.numberError } })} />;
}
