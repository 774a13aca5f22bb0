import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, platform } from "~/features/identity/guard.server";
import { teamMessages } from "~/features/organizations/team-messages";
import { TeamPage } from "~/features/organizations/team-page";
import { invite, loadTeam } from "~/features/organizations/team-page.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${teamMessages[data?.language ?? "id"].name} · Sinergi` }];

export const loader = guardedLoader(platform("administrator", "auditor"), loadTeam);

export const action = guardedAction(platform("administrator"), invite);

export default function DeskTeam() {
  return <TeamPage data={useLoaderData<typeof loader>()} result={useActionData<typeof action>()?.result} />;
}
