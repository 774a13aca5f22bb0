import type { Kysely } from "kysely";
import type { DB } from "#db/types.generated";
import { type ReportSheet, type ReportWorkspace, findReportWorkspace } from "./report-queries.server";

type C = { db: Kysely<DB>; membership: { organizationId: string }; params: Readonly<Record<string, string | undefined>> };

/** The report's page that the address names, of the organisation's own program; anybody else's isn't there. */
export async function ownReport(c: C): Promise<ReportWorkspace & { address: string }> {
  const n = /^\d{1,3}$/.test(c.params.n ?? "") ? Number(c.params.n) : Number.NaN;
  const workspace = await findReportWorkspace(c.db, c.membership.organizationId, c.params.slug ?? "", n);
  if (!workspace) throw new Response(null, { status: 404 });
  return { ...workspace, address: `/ruang/lembaga/program/${workspace.program.slug}/laporan/${n}` };
}

/** The same where the report has been started. */
export async function ownStartedReport(c: C): Promise<ReportWorkspace & { address: string; report: ReportSheet }> {
  const { report, ...workspace } = await ownReport(c);
  if (!report) throw new Response(null, { status: 404 });
  return { ...workspace, report };
}
