import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useMessages } from "~/components/language";
import { Page, PageHead } from "~/components/page";
import { guardedAction, guardedLoader, practitioner } from "~/features/identity/guard.server";
import { mayChangeLeader } from "~/features/leading/lead";
import { leadsOfLeader } from "~/features/leading/lead-queries.server";
import { OwnLeads } from "~/features/leading/own-leads";
import { changeOwnLeads } from "~/features/leading/own-leads-page.server";
import { MentoringList } from "~/features/mentoring/mentoring-list";
import { mentoringMessages } from "~/features/mentoring/mentoring-messages";
import { mentoringsOf } from "~/features/mentoring/mentoring-queries.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${mentoringMessages[data?.language ?? "id"].title} · Sinergi` }];

export const loader = guardedLoader(practitioner("woman_leader"), async (c) => {
  const { organizationId } = c.membership;
  const [mentorings, leads] = await Promise.all([mentoringsOf(c.db, organizationId), leadsOfLeader(c.db, organizationId)]);
  const asked = leads.filter(({ status, programStatus }) => status === "asked" && mayChangeLeader(programStatus)).length;
  const waiting = mentorings.filter(({ status }) => status === "asked").length + asked;
  return { language: c.language, mentorings, leads, waiting, counts: { "/ruang/petugas/pendampingan": waiting } };
});

export const action = guardedAction(practitioner("woman_leader"), changeOwnLeads);

export default function LeaderMentorings() {
  const { mentorings, leads, waiting } = useLoaderData<typeof loader>();
  const t = useMessages(mentoringMessages);
  const active = mentorings.filter(({ status }) => status === "active").length;
  return (
    <Page>
      <PageHead size="small" title={t.mentorHeading(waiting, active)} lead={t.mentorLead} />
      <div className="grid g11 items-start">
        <div className="stack [--gap:1.25rem]">
          <MentoringList mentorings={mentorings} side="mentor" room="/ruang/petugas/pendampingan" />
        </div>
        <div className="stack [--gap:1.25rem]">
          <OwnLeads leads={leads} answer={useActionData<typeof action>()} />
        </div>
      </div>
    </Page>
  );
}
