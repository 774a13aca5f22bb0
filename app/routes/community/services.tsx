import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { community, guardedAction, guardedLoader } from "~/features/identity/guard.server";
import { referralMessages } from "~/features/referrals/referral-messages";
import { ServicesPage } from "~/features/referrals/services-page";
import { changeServices, loadServices } from "~/features/referrals/services-page.server";
import { communityPowers } from "~/features/identity/powers";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${referralMessages[data?.language ?? "id"].title} · Sinergi` }];

export const loader = guardedLoader(community(), loadServices);

export const action = guardedAction(community(...communityPowers.offers_services), changeServices);

export default function CommunityServices() {
  return <ServicesPage data={useLoaderData<typeof loader>()} result={useActionData<typeof action>()?.result} />;
}
