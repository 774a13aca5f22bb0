import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, practitioner } from "~/features/identity/guard.server";
import { useMessages } from "~/components/language";
import { AreaListBox } from "~/features/areas/area-list-box";
import { ProfilePage } from "~/features/organizations/profile-page";
import { practitionerMessages } from "~/features/practitioners/practitioner-messages";
import { changePractitionerProfile, loadPractitionerProfile } from "~/features/practitioners/profile-page.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${practitionerMessages[data?.language ?? "id"].profile} · Sinergi` },
];

export const loader = guardedLoader(practitioner(), loadPractitionerProfile);

export const action = guardedAction(practitioner(), changePractitionerProfile);

export default function Profile() {
  const profile = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useMessages(practitionerMessages);
  const words = { title: t.profile, lead: t.profileLead, about: t.about, aboutHint: t.aboutHint };
  return (
    <ProfilePage data={profile} result={answer && "result" in answer ? answer.result : undefined} words={words}>
      <div className="mt-8">
        <AreaListBox
          title={t.area}
          hint={t.areaHint}
          field={t.areaField}
          add={t.add}
          keepsLast
          hidden={{ organizationId: profile.organization.id }}
          areas={profile.areas}
          search={answer && "search" in answer ? answer.search : undefined}
          error={answer && "areaError" in answer ? answer.areaError : undefined}
        />
      </div>
    </ProfilePage>
  );
}
