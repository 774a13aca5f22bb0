import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedLoader, platform } from "~/features/identity/guard.server";
import { findImport, latestImports } from "~/features/reconciliation/import-queries.server";
import { ImportResultPage } from "~/features/reconciliation/import-result-page";
import { statementMessages } from "~/features/reconciliation/statement-messages";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${statementMessages[data?.language ?? "id"].resultTitle} · Sinergi` },
];

export const loader = guardedLoader(platform("reconciler", "administrator", "auditor", "disbursement_approver"), async (c) => {
  const [result, imports] = await Promise.all([findImport(c.db, c.params.id ?? ""), latestImports(c.db, 6)]);
  if (!result) throw new Response(null, { status: 404 });
  return { language: c.language, result, imports };
});

export default function StatementImport() {
  return <ImportResultPage {...useLoaderData<typeof loader>()} />;
}
