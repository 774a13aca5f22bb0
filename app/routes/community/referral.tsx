import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { community, guardedAction, guardedLoader } from "~/features/identity/guard.server";
import { referralMessages } from "~/features/referrals/referral-messages";
import { ReferralPage } from "~/features/referrals/referral-page";
import { changeReferral, loadReferral } from "~/features/referrals/referral-page.server";
import { communityPowers } from "~/features/identity/powers";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${referralMessages[data?.language ?? "id"].referral} · Sinergi` },
];

export const loader = guardedLoader(community(), loadReferral);

export const action = guardedAction(community(...communityPowers.offers_services), changeReferral);

export default function CommunityReferral() {
  return <ReferralPage data={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
