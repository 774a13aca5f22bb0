import type { SubmissionResult } from "@conform-to/react";
import { type MetaFunction, data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useFormState } from "~/components/language";
import { refusalText } from "~/components/refusal-text";
import { isPlatform } from "~/features/identity/actor";
import { guardedAction, guardedLoader, platform } from "~/features/identity/guard.server";
import { bankAccounts } from "~/features/reconciliation/bank-account-queries.server";
import { ImportPage } from "~/features/reconciliation/import-page";
import { latestImports } from "~/features/reconciliation/import-queries.server";
import { statementMessages } from "~/features/reconciliation/statement-messages";
import { statementRefusals } from "~/features/reconciliation/statement-refusals";
import { storeStatementFile } from "~/features/reconciliation/store-statement-file.server";

export const meta: MetaFunction<typeof loader> = ({ data: given }) => [
  { title: `${statementMessages[given?.language ?? "id"].uploadTitle} · Sinergi` },
];

export const loader = guardedLoader(platform("reconciler", "administrator", "auditor", "disbursement_approver"), async (c) => {
  const [accounts, imports] = await Promise.all([bankAccounts(c.db), latestImports(c.db)]);
  return { language: c.language, accounts, imports, mayImport: isPlatform(c.actor, "reconciler") };
});

/** Keeps the file and shows what an import of it would do. */
export const action = guardedAction(platform("reconciler"), async (c) => {
  const form = await c.form();
  const file = form.get("berkas");
  const rekening = String(form.get("rekening") ?? "");
  const answer = (field: string, text: string) => {
    const result: SubmissionResult<string[]> = { status: "error", initialValue: { rekening }, error: { [field]: [text] } };
    return data({ result }, 400);
  };
  const accounts = await bankAccounts(c.db);
  const account = accounts.find(({ id }) => id === rekening);
  if (!account) return answer("rekening", statementRefusals[c.language].bank_account_unknown({}));
  if (!(file instanceof File) || (file.size === 0 && file.name === "")) return answer("berkas", statementMessages[c.language].chooseFile);
  const stored = await c.attempt(storeStatementFile, { fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  if (!stored.ok) return answer("berkas", refusalText(stored.refusal, c.language, statementRefusals));
  throw redirect(`/admin/rekonsiliasi/impor/berkas/${stored.value.fileId}?rekening=${account.id}`, { status: 303 });
});

export default function StatementImports() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <ImportPage {...loaded} form={useFormState(answer?.result)} />;
}
