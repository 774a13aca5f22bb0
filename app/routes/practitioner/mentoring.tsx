import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, practitioner } from "~/features/identity/guard.server";
import { mentoringMessages } from "~/features/mentoring/mentoring-messages";
import { MentoringPage } from "~/features/mentoring/mentoring-page";
import { changeMentoring, loadMentoring } from "~/features/mentoring/mentoring-page.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${mentoringMessages[data?.language ?? "id"].title} · Sinergi` }];

export const loader = guardedLoader(practitioner("woman_leader"), loadMentoring);

export const action = guardedAction(practitioner("woman_leader"), changeMentoring);

export default function LeaderMentoring() {
  return <MentoringPage data={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} back="/ruang/petugas/pendampingan" />;
}
