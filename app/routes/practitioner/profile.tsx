import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, practitioner } from "~/features/identity/guard.server";
import { ProfilePage } from "~/features/organizations/profile-page";
import { standingMessages } from "~/features/organizations/standing-messages";
import { changePractitionerProfile, loadPractitionerProfile } from "~/features/practitioners/profile-page.server";
import { WorkAreaBox } from "~/features/practitioners/work-area-box";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${standingMessages[data?.language ?? "id"].profile.title} · Sinergi` },
];

export const loader = guardedLoader(practitioner(), loadPractitionerProfile);

export const action = guardedAction(practitioner(), changePractitionerProfile);

export default function Profile() {
  const profile = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <ProfilePage data={profile} result={answer && "result" in answer ? answer.result : undefined}>
      <div className="mt-8">
        <WorkAreaBox
          organizationId={profile.organization.id}
          areas={profile.areas}
          search={answer && "search" in answer ? answer.search : undefined}
          error={answer && "areaError" in answer ? answer.areaError : undefined}
        />
      </div>
    </ProfilePage>
  );
}
