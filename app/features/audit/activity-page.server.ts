import type { Context, community, company } from "~/features/identity/guard.server";
import { readAuditFilter } from "./audit-filter.server";
import { auditKinds, auditLines } from "./audit-queries.server";

/** What concerns the organisation that the reader works for, and nothing of any other. */
export async function loadActivity(c: Context<ReturnType<typeof community> | ReturnType<typeof company>>) {
  const { organizationId, organizationName } = c.membership;
  const filter = readAuditFilter(c.url.searchParams);
  const [log, kinds] = await Promise.all([auditLines(c.db, { organizationId }, filter), auditKinds(c.db, { organizationId })]);
  return { language: c.language, organizationName, filter, ...log, ...kinds };
}

export type ActivityData = Awaited<ReturnType<typeof loadActivity>>;
