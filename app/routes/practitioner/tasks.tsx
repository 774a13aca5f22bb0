import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { useLanguage, useMessages } from "~/components/language";
import { Page, PageHead } from "~/components/page";
import { guardedLoader, practitioner } from "~/features/identity/guard.server";
import { practitionerMessages } from "~/features/practitioners/practitioner-messages";
import { areasOfWork } from "~/features/practitioners/practitioner-queries.server";
import { practitionerStanding } from "~/features/practitioners/practitioner-standing.server";
import { AreasBox, StandingBox, StandingNotice, TasksColumns } from "~/features/practitioners/tasks-page";
import { today } from "~/platform/clock.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${practitionerMessages[data?.language ?? "id"].title} · Sinergi` },
];

export const loader = guardedLoader(practitioner(), async (c) => {
  const { organizationId, organizationName } = c.membership;
  const [standing, areas] = await Promise.all([practitionerStanding(c.db, organizationId), areasOfWork(c.db, organizationId)]);
  return { language: c.language, today: today(), name: organizationName, standing, areas };
});

export default function Tasks() {
  const { standing, areas, name, today: day } = useLoaderData<typeof loader>();
  const t = useMessages(practitionerMessages);
  const language = useLanguage();
  return (
    <Page wide>
      <PageHead size="small" title={t.none} meta={`${name} · ${standing.element[language]}`} />
      <TasksColumns
        aside={
          <>
            <StandingBox standing={standing} today={day} />
            <AreasBox areas={areas} />
          </>
        }
      >
        <StandingNotice standing={standing} today={day} />
        <EmptyState title={t.none}>{t.noneLead}</EmptyState>
      </TasksColumns>
    </Page>
  );
}
