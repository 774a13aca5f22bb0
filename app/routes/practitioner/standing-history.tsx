import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { practitioner, guardedLoader } from "~/features/identity/guard.server";
import { StandingHistoryPage } from "~/features/organizations/standing-history";
import { standingHistory } from "~/features/organizations/standing-history.server";
import { standingMessages } from "~/features/organizations/standing-messages";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${standingMessages[data?.language ?? "id"].history.title} · Sinergi` },
];

export const loader = guardedLoader(practitioner(), async (c) => {
  const history = await standingHistory(c.db, c.membership.organizationId);
  if (!history) throw new Response(null, { status: 404 });
  return { language: c.language, history };
});

export default function StandingHistory() {
  return <StandingHistoryPage data={useLoaderData<typeof loader>().history} back="/ruang/petugas/legalitas" />;
}
