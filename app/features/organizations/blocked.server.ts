import type { Kysely } from "kysely";
import { type OpenFreeze, openFreezes } from "~/features/freezes/freeze-queries.server";
import type { OrganizationKind } from "~/features/identity/actor";
import type { Day } from "~/kernel/dates";
import { today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { type StandingView, standingView } from "./standing";

export type Blocked = { kind: OrganizationKind; view: StandingView; until: Day | null; freezes: OpenFreeze[] };

/** What keeps an organisation from acting, or soon will: how it stands, until when, and what of it is frozen. */
export async function blockedBy(db: Kysely<DB>, organizationId: string): Promise<Blocked> {
  const row = await db
    .selectFrom("organizations")
    .select(["kind", "standing", "standing_valid_until"])
    .where("id", "=", organizationId)
    .executeTakeFirstOrThrow();
  return {
    kind: row.kind,
    view: standingView(row, today()),
    until: row.standing_valid_until,
    freezes: await openFreezes(db, organizationId),
  };
}
