import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ActivityPage } from "~/features/audit/activity-page";
import { loadActivity } from "~/features/audit/activity-page.server";
import { auditMessages } from "~/features/audit/audit-messages";
import { company, guardedLoader } from "~/features/identity/guard.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${auditMessages[data?.language ?? "id"].activity.title} · Sinergi` },
];

export const loader = guardedLoader(company(), loadActivity);

export default function Activity() {
  return <ActivityPage data={useLoaderData<typeof loader>()} />;
}
