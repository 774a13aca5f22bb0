import { useMessages } from "~/components/language";
import { Page, PageHead } from "~/components/page";
import type { ActivityData } from "./activity-page.server";
import { AuditLog } from "./audit-log";
import { auditMessages } from "./audit-messages";

/** The log of one organisation, for its members. */
export function ActivityPage({ data }: { data: ActivityData }) {
  const t = useMessages(auditMessages).activity;
  return (
    <Page wide>
      <PageHead size="small" title={t.title} lead={t.lead(data.organizationName)} />
      <AuditLog data={data} title={t.title} />
    </Page>
  );
}
