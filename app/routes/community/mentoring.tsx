import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, community } from "~/features/identity/guard.server";
import { mentoringMessages } from "~/features/mentoring/mentoring-messages";
import { MentoringPage } from "~/features/mentoring/mentoring-page";
import { changeMentoring, loadMentoring } from "~/features/mentoring/mentoring-page.server";
import { communityPowers } from "~/features/identity/powers";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${mentoringMessages[data?.language ?? "id"].title} · Sinergi` }];

export const loader = guardedLoader(community(), loadMentoring);

export const action = guardedAction(community(...communityPowers.asks_mentors), changeMentoring);

export default function CommunityMentoring() {
  return <MentoringPage data={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} back="/ruang/lembaga/pendampingan" />;
}
