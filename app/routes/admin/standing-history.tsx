import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedLoader, platform } from "~/features/identity/guard.server";
import { StandingHistoryPage } from "~/features/organizations/standing-history";
import { standingHistory } from "~/features/organizations/standing-history.server";
import { isId } from "~/kernel/ids";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.history.organization ?? ""} · Sinergi` }];

export const loader = guardedLoader(platform("administrator", "verifier", "auditor"), async (c) => {
  const id = c.params.id ?? "";
  const history = isId(id) ? await standingHistory(c.db, id) : undefined;
  if (!history) throw new Response(null, { status: 404 });
  return { id, history };
});

export default function StandingHistory() {
  const { id, history } = useLoaderData<typeof loader>();
  return <StandingHistoryPage data={history} back={`/admin/anggota/${id}`} />;
}
