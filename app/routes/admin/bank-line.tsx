import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isPlatform } from "~/features/identity/actor";
import { guardedLoader, platform } from "~/features/identity/guard.server";
import { LinePage } from "~/features/reconciliation/line-page";
import { findLine } from "~/features/reconciliation/line-queries.server";
import { isOpenLine } from "~/features/reconciliation/reconciliation";
import { reconciliationMessages } from "~/features/reconciliation/reconciliation-messages";
import { decisionFor } from "~/features/reconciliation/workbench-queries.server";
import { formatDay } from "~/kernel/dates";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${reconciliationMessages[data.language].metaLine(formatDay(data.line.bookedOn, data.language))} · Sinergi` : "Sinergi" },
];

export const loader = guardedLoader(platform("reconciler", "administrator", "auditor", "disbursement_approver"), async (c) => {
  const line = await findLine(c.db, c.params.id ?? "");
  if (!line) throw new Response(null, { status: 404 });
  const decision = isOpenLine(line.status) ? await decisionFor(c.db, line.id) : null;
  return { language: c.language, line, decision, mayDecide: isPlatform(c.actor, "reconciler") };
});

export default function BankLine() {
  return <LinePage {...useLoaderData<typeof loader>()} />;
}
