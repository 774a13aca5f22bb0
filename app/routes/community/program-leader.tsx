import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { community, guardedAction, guardedLoader } from "~/features/identity/guard.server";
import { leadMessages } from "~/features/leading/lead-messages";
import { ProgramLeaderPage } from "~/features/leading/program-leader-page";
import { changeProgramLeader, loadProgramLeader } from "~/features/leading/program-leader-page.server";
import { communityPowers } from "~/features/identity/powers";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${leadMessages[data?.language ?? "id"].title} · Sinergi` }];

export const loader = guardedLoader(community(), loadProgramLeader);

export const action = guardedAction(community(...communityPowers.names_leaders), changeProgramLeader);

export default function ProgramLeader() {
  return <ProgramLeaderPage data={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
