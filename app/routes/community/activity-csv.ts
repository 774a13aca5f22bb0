import { auditFile } from "~/features/audit/audit-file.server";
import { readAuditFilter } from "~/features/audit/audit-filter.server";
import { community, guardedLoader } from "~/features/identity/guard.server";
import { fileResponse } from "~/features/reporting/download.server";

/** The activity of the organisation as the page's filter shows it. */
export const loader = guardedLoader(community(), (c) => {
  const { language, url } = c;
  const { organizationId } = c.membership;
  const lines = auditFile(c.db, { organizationId }, readAuditFilter(url.searchParams), { language, search: url.search });
  return fileResponse(lines, { type: "text/csv", name: "catatan-kegiatan.csv", personal: true });
});
