import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { community, guardedAction, guardedLoader } from "~/features/identity/guard.server";
import { MemberPage } from "~/features/organizations/member-page";
import { teamMessages } from "~/features/organizations/team-messages";
import { changeMember, loadMember } from "~/features/organizations/team-page.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${teamMessages[data?.language ?? "id"].member.roles} · Sinergi` },
];

export const loader = guardedLoader(community(), loadMember);

export const action = guardedAction(community(), changeMember);

export default function Member() {
  return <MemberPage data={useLoaderData<typeof loader>()} result={useActionData<typeof action>()?.result} />;
}
