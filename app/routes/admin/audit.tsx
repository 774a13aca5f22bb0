import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useMessages } from "~/components/language";
import { Page, PageHead } from "~/components/page";
import { AuditLog } from "~/features/audit/audit-log";
import { auditMessages } from "~/features/audit/audit-messages";
import { auditKinds, auditLines, readAuditFilter } from "~/features/audit/audit-queries.server";
import { guardedLoader, platform } from "~/features/identity/guard.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${auditMessages[data?.language ?? "id"].title} · Sinergi` }];

export const loader = guardedLoader(platform("auditor", "administrator"), async (c) => {
  const filter = readAuditFilter(c.url.searchParams);
  const everything = { organizationId: null };
  const [log, kinds] = await Promise.all([auditLines(c.db, everything, filter), auditKinds(c.db, everything)]);
  return { language: c.language, filter, ...log, ...kinds };
});

export default function Audit() {
  const t = useMessages(auditMessages);
  return (
    <Page wide>
      <PageHead size="small" title={t.title} lead={t.lead} />
      <AuditLog data={useLoaderData<typeof loader>()} title={t.title} showsOrganization />
    </Page>
  );
}
