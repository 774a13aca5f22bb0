import { auditFile } from "~/features/audit/audit-file.server";
import { readAuditFilter } from "~/features/audit/audit-filter.server";
import { guardedLoader, platform } from "~/features/identity/guard.server";
import { fileResponse } from "~/features/reporting/download.server";

/** The log as the page's filter shows it. */
export const loader = guardedLoader(platform("auditor", "administrator"), (c) => {
  const { language, url } = c;
  const lines = auditFile(c.db, { organizationId: null }, readAuditFilter(url.searchParams), { language, search: url.search });
  return fileResponse(lines, { type: "text/csv", name: "jejak-audit.csv", personal: true });
});
