import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, platform } from "~/features/identity/guard.server";
import { MemberPage } from "~/features/organizations/member-page";
import { teamMessages } from "~/features/organizations/team-messages";
import { changeMember, loadMember } from "~/features/organizations/team-page.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${teamMessages[data?.language ?? "id"].member.roles} · Sinergi` },
];

export const loader = guardedLoader(platform("administrator", "auditor"), loadMember);

export const action = guardedAction(platform("administrator", "auditor"), changeMember);

export default function DeskMember() {
  return <MemberPage data={useLoaderData<typeof loader>()} result={useActionData<typeof action>()?.result} />;
}
