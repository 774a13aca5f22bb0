import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { community, guardedAction, guardedLoader } from "~/features/identity/guard.server";
import { ProfilePage } from "~/features/organizations/profile-page";
import { loadProfile, saveProfile } from "~/features/organizations/profile-page.server";
import { standingMessages } from "~/features/organizations/standing-messages";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${standingMessages[data?.language ?? "id"].profile.title} · Sinergi` },
];

export const loader = guardedLoader(community(), loadProfile);

export const action = guardedAction(community(), saveProfile);

export default function Profile() {
  return <ProfilePage data={useLoaderData<typeof loader>()} result={useActionData<typeof action>()?.result} />;
}
