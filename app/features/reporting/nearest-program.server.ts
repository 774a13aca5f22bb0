import { type Kysely, sql } from "kysely";
import type { ErrorReason } from "~/components/error-reason";
import type { DB } from "#db/types.generated";
import { isShown } from "./open-need.server";

/** Below this two addresses have hardly anything in common. */
const least = 0.3;

/** The answer for an address that leads nowhere, with the public program whose address is most like it. */
export async function missingPage(db: Kysely<DB>, pathname: string): Promise<Response> {
  const typed = (pathname.split("/").filter(Boolean).pop() ?? "").slice(0, 120);
  const likeness = sql<number>`similarity(p.slug, ${typed})`;
  const found = await db
    .selectFrom("proposals as p")
    .select(["p.slug", "p.title"])
    .where(isShown)
    .where(likeness, ">=", least)
    .orderBy(likeness, "desc")
    .orderBy("p.id")
    .limit(1)
    .executeTakeFirst();
  const nearest = found ? { href: `/program/${found.slug}`, title: found.title } : null;
  return Response.json({ kind: "missing", nearest } satisfies ErrorReason, { status: 404 });
}
