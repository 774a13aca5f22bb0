import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isPlatform } from "~/features/identity/actor";
import { guardedLoader, platform } from "~/features/identity/guard.server";
import { lastImport } from "~/features/reconciliation/import-queries.server";
import { proofBar } from "~/features/reconciliation/proof-queries.server";
import { reconciliationMessages } from "~/features/reconciliation/reconciliation-messages";
import { WorkbenchPage } from "~/features/reconciliation/workbench-page";
import { decidedToday, workbench } from "~/features/reconciliation/workbench-queries.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${reconciliationMessages[data?.language ?? "id"].title} · Sinergi` },
];

export const loader = guardedLoader(platform("reconciler", "administrator", "auditor", "disbursement_approver"), async (c) => {
  const [proof, bench, decided, account] = await Promise.all([
    proofBar(c.db),
    workbench(c.db, c.url.searchParams.get("baris")),
    decidedToday(c.db),
    lastImport(c.db),
  ]);
  return {
    language: c.language,
    proof,
    ...bench,
    decided,
    account: account ?? null,
    mayDecide: isPlatform(c.actor, "reconciler"),
    counts: { "/admin/rekonsiliasi": proof.openLines },
  };
});

export default function Reconciliation() {
  return <WorkbenchPage data={useLoaderData<typeof loader>()} />;
}
