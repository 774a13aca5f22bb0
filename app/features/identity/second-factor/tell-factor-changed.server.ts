import type { Transaction } from "kysely";
import { newId } from "~/kernel/ids";
import { now } from "~/platform/clock.server";
import { absoluteUrl } from "~/platform/env.server";
import { queueEmail } from "~/platform/outbox.server";
import type { DB } from "#db/types.generated";
import { findLanguage } from "../account-queries.server";
import type { Actor } from "../actor";

type Change = { what: "enrolled" | "removed" | "codes_issued" } | { what: "recovery_used"; left: number };

/** Mails the owner of an account that its second factor has changed, so that nobody else can change it unseen. */
export async function tellFactorChanged(trx: Transaction<DB>, actor: Actor, change: Change): Promise<void> {
  await queueEmail(trx, {
    template: "second-factor-changed",
    to: { email: actor.email, language: await findLanguage(trx, actor.userId) },
    props: {
      name: actor.name,
      what: change.what,
      left: "left" in change ? change.left : null,
      changedAt: now().toISOString(),
      url: absoluteUrl("/akun/dua-langkah"),
    },
    dedupeKey: `second-factor-changed:${newId()}`,
  });
}
