import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { community, guardedAction, guardedLoader } from "~/features/identity/guard.server";
import { teamMessages } from "~/features/organizations/team-messages";
import { TeamPage } from "~/features/organizations/team-page";
import { invite, loadTeam } from "~/features/organizations/team-page.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${teamMessages[data?.language ?? "id"].name} · Sinergi` }];

export const loader = guardedLoader(community(), loadTeam);

export const action = guardedAction(community(), invite);

export default function Team() {
  return <TeamPage data={useLoaderData<typeof loader>()} result={useActionData<typeof action>()?.result} />;
}
