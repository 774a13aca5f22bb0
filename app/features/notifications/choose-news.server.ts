import type { Kysely, Transaction } from "kysely";
import type { Actor } from "~/features/identity/actor";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import type { OptionalKind } from "#emails/kinds";
import type { NewsChoice, NewsChoices } from "./news";

/** What a person has chosen for each kind; who has chosen nothing gets everything at once. */
export async function newsChoicesOf(db: Kysely<DB> | Transaction<DB>, userId: string): Promise<NewsChoices> {
  const rows = await db.selectFrom("news_choices").select(["kind", "choice"]).where("user_id", "=", userId).execute();
  const chosen = Object.fromEntries(rows.map((row) => [row.kind, row.choice]));
  return {
    pledges: "immediately",
    receipts: "immediately",
    programs: "immediately",
    reports: "immediately",
    desk: "immediately",
    ...chosen,
  };
}

/** Keeps a person's choices; a kind not named stays as it is. News already held for the digest still comes in it. */
export async function chooseNews(
  trx: Transaction<DB>,
  actor: Pick<Actor, "userId">,
  input: { readonly [K in OptionalKind]?: NewsChoice | undefined },
): Promise<void> {
  const rows = Object.entries(input).filter((entry): entry is [OptionalKind, NewsChoice] => entry[1] !== undefined);
  if (rows.length === 0) return;
  await trx
    .insertInto("news_choices")
    .values(rows.map(([kind, choice]) => ({ user_id: actor.userId, kind, choice, chosen_at: now() })))
    .onConflict((conflict) =>
      conflict
        .columns(["user_id", "kind"])
        .doUpdateSet((eb) => ({ choice: eb.ref("excluded.choice"), chosen_at: eb.ref("excluded.chosen_at") })),
    )
    .execute();
}
