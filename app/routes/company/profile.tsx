import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/components/button";
import { useMessages } from "~/components/language";
import { Box } from "~/components/panel";
import { company, guardedAction, guardedLoader } from "~/features/identity/guard.server";
import { matchingMessages } from "~/features/matching/matching-messages";
import { ProfilePage } from "~/features/organizations/profile-page";
import { loadProfile, saveProfile } from "~/features/organizations/profile-page.server";
import { standingMessages } from "~/features/organizations/standing-messages";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${standingMessages[data?.language ?? "id"].profile.title} · Sinergi` },
];

export const loader = guardedLoader(company(), loadProfile);

export const action = guardedAction(company(), saveProfile);

export default function Profile() {
  const t = useMessages(matchingMessages);
  return (
    <ProfilePage data={useLoaderData<typeof loader>()} result={useActionData<typeof action>()?.result}>
      <Box title={t.title} className="mt-7">
        <p className="hint mb-3">{t.lead}</p>
        <ButtonLink to="/ruang/perusahaan/mencari">{t.matchingStartButton}</ButtonLink>
      </Box>
    </ProfilePage>
  );
}
