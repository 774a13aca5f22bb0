import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, practitioner } from "~/features/identity/guard.server";
import { standingMessages } from "~/features/organizations/standing-messages";
import { StandingPage } from "~/features/organizations/standing-page";
import { changeStanding, loadStanding } from "~/features/organizations/standing-page.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${standingMessages[data?.language ?? "id"].documents} · Sinergi` },
];

export const loader = guardedLoader(practitioner(), loadStanding);

export const action = guardedAction(practitioner(), changeStanding);

export default function Standing() {
  return <StandingPage data={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
