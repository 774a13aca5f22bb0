import type { SubmissionResult } from "@conform-to/react";
import { type MetaFunction, data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useFormState } from "~/components/language";
import { refusalText } from "~/components/refusal-text";
import { guardedAction, guardedLoader, platform } from "~/features/identity/guard.server";
import { bankAccounts } from "~/features/reconciliation/bank-account-queries.server";
import { importStatement } from "~/features/reconciliation/import-statement.server";
import { PreviewPage } from "~/features/reconciliation/preview-page";
import { mappingFrom } from "~/features/reconciliation/reconciliation.schema";
import { statementMessages } from "~/features/reconciliation/statement-messages";
import { statementRefusals } from "~/features/reconciliation/statement-refusals";
import { findStatementFile, previewStatement } from "~/features/reconciliation/statement-preview.server";
import { flash } from "~/platform/flash.server";

export const meta: MetaFunction<typeof loader> = ({ data: given }) => [
  { title: `${statementMessages[given?.language ?? "id"].uploadTitle} · Sinergi` },
];

export const loader = guardedLoader(platform("reconciler"), async (c) => {
  const file = await findStatementFile(c.db, c.actor, c.params.fileId ?? "");
  const accounts = await bankAccounts(c.db);
  const account = accounts.find(({ id }) => id === c.url.searchParams.get("rekening")) ?? accounts[0];
  if (!file || !account) throw new Response(null, { status: 404 });
  return { language: c.language, preview: await previewStatement(c.db, file, account.id, mappingFrom(c.url.searchParams)) };
});

export const action = guardedAction(platform("reconciler"), async (c) => {
  const form = await c.form();
  const file = await findStatementFile(c.db, c.actor, c.params.fileId ?? "");
  if (!file) throw new Response(null, { status: 404 });
  const mapping = mappingFrom(form);
  const outcome = await c.attempt(importStatement, {
    bankAccountId: String(form.get("rekening") ?? ""),
    fileName: file.name,
    bytes: file.bytes,
    fileId: file.id,
    ...(mapping && { mapping }),
    saveMapping: form.has("ingat"),
    acceptGap: form.has("terima-celah"),
    acceptBreaks: form.has("terima-saldo"),
  });
  if (!outcome.ok) {
    const text = refusalText(outcome.refusal, c.language, statementRefusals);
    const result: SubmissionResult<string[]> = { status: "error", error: { [outcome.refusal.details.field ?? ""]: [text] } };
    return data({ result }, 400);
  }
  const headers = outcome.value.again ? await flash(statementMessages[c.language].again) : undefined;
  throw redirect(`/admin/rekonsiliasi/impor/${outcome.value.importId}`, { status: 303, ...(headers && { headers }) });
});

export default function StatementPreview() {
  const { preview } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <PreviewPage preview={preview} form={useFormState(answer?.result)} />;
}
