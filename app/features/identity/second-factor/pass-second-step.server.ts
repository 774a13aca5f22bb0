import { createHash, randomBytes } from "node:crypto";
import type { Kysely, Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { newId } from "~/kernel/ids";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import type { Actor } from "../actor";
import { dropFactorReset } from "./drop-factor-reset.server";
import { withSecondFactor } from "./prove-second-factor.server";
import { countRecoveryCodes } from "./recovery-codes.server";
import { tellFactorChanged } from "./tell-factor-changed.server";

const rememberedDays = 30;

export type SecondStepInput = { sessionId: string; code: string; remember: boolean; userAgent: string | null; place: string };

/**
 * The second step of signing in: the session becomes the person's. Gives a token for the browser to keep when the device is to be
 * remembered for 30 days. Refuses like `withSecondFactor`.
 */
export async function passSecondStep(db: Kysely<DB>, actor: Actor, input: SecondStepInput): Promise<{ deviceToken: string | null }> {
  return withSecondFactor(db, { userId: actor.userId, code: input.code }, async (trx, proof) => {
    await markProven(trx, input.sessionId);
    await dropFactorReset(trx, actor);
    if (proof === "recovery") {
      const left = await countRecoveryCodes(trx, actor.userId);
      await recordAudit(trx, {
        actorId: actor.userId,
        action: "account.recovery_code_used",
        subject: { kind: "user", id: actor.userId },
        details: { codesLeft: left },
      });
      await tellFactorChanged(trx, actor, { what: "recovery_used", left });
    }
    return { deviceToken: input.remember ? await rememberDevice(trx, actor, input) : null };
  });
}

/** After the password: whether a second step is due. A device that is remembered has proven it already. */
export async function beginSecondStep(
  db: Kysely<DB>,
  input: { userId: string; sessionToken: string; deviceToken: string | null },
): Promise<{ due: boolean }> {
  const factor = await db
    .selectFrom("second_factors")
    .select("user_id")
    .where("user_id", "=", input.userId)
    .where("enrolled_at", "is not", null)
    .executeTakeFirst();
  if (!factor) return { due: false };
  const device =
    input.deviceToken &&
    (await db
      .selectFrom("remembered_devices")
      .select("id")
      .where("user_id", "=", input.userId)
      .where("token_hash", "=", hashOf(input.deviceToken))
      .where("expires_at", ">", now())
      .executeTakeFirst());
  if (!device) return { due: true };
  await db.updateTable("sessions").set({ second_factor_at: now() }).where("token", "=", input.sessionToken).execute();
  return { due: false };
}

async function markProven(trx: Transaction<DB>, sessionId: string): Promise<void> {
  await trx.updateTable("sessions").set({ second_factor_at: now() }).where("id", "=", sessionId).execute();
}

async function rememberDevice(trx: Transaction<DB>, actor: Actor, input: SecondStepInput): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await trx
    .insertInto("remembered_devices")
    .values({
      id: newId(),
      user_id: actor.userId,
      token_hash: hashOf(token),
      ip_address: input.place,
      user_agent: input.userAgent,
      created_at: now(),
      expires_at: new Date(now().getTime() + rememberedDays * 86_400_000),
    })
    .execute();
  return token;
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
