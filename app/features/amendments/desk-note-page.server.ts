import { redirect } from "@remix-run/node";
import type { Kysely } from "kysely";
import type { DB } from "#db/types.generated";
import { findAmendment } from "./amendment-queries.server";

type C = { db: Kysely<DB>; params: Readonly<Record<string, string | undefined>> };

/** The amendment that the address names while it waits for the desk; one that waits no more is shown as it is. */
export async function getSubmittedAmendment(c: C) {
  const page = await findAmendment(c.db, c.params.slug ?? "", c.params.n ?? "");
  if (!page || page.amendment.submittedAt === null) throw new Response(null, { status: 404 });
  const address = `/admin/adendum/${page.program.slug}/${page.amendment.n}`;
  if (page.amendment.status !== "submitted") throw redirect(page.amendment.status === "draft" ? "/admin/adendum" : address);
  return { id: { proposalId: page.program.id, n: page.amendment.n }, address, title: page.program.title };
}
