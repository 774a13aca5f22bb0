import type { Kysely } from "kysely";
import { limits, spendTry } from "~/features/identity/rate-limit.server";
import { DomainError } from "~/kernel/domain-error";
import { newId } from "~/kernel/ids";
import type { Language } from "~/kernel/messages";
import { now } from "~/platform/clock.server";
import { absoluteUrl } from "~/platform/env.server";
import { queueEmail } from "~/platform/outbox.server";
import type { DB } from "#db/types.generated";
import { elementName, isElementCode } from "./guidance";
import { readLink, signLink } from "./follow-link.server";

export type FollowGuidance = {
  email: string;
  language: Language;
  areaCode: string | null;
  element: string | null;
  place: string;
  /** The address belongs to a confirmed account that is signed in: nobody has to confirm it again. */
  confirmed: boolean;
};

/**
 * Somebody asks to be mailed new guidance for an element and an area. An address without an account gets a link that confirms it; the
 * answer never says whether an address follows already. Refuses `area_unknown` and `rate_limited`.
 */
export async function followGuidance(db: Kysely<DB>, input: FollowGuidance): Promise<void> {
  const { email, language, areaCode } = input;
  await spendTry(db, limits.followPlace, input.place);
  await spendTry(db, limits.followAddress, email);
  const element = isElementCode(input.element) ? input.element : null;
  await db.transaction().execute(async (trx) => {
    const area = areaCode ? await trx.selectFrom("areas").select("label").where("code", "=", areaCode).executeTakeFirst() : null;
    if (area === undefined) throw new DomainError("area_unknown", { field: "areaCode" });
    const follower = await trx
      .insertInto("guidance_followers")
      .values({
        id: newId(),
        ...{ email, language, element },
        area_code: areaCode,
        created_at: now(),
        confirmed_at: input.confirmed ? now() : null,
      })
      .onConflict((conflict) => conflict.constraint("guidance_followers_target_key").doUpdateSet({ language }))
      .returning(["id", "confirmed_at as confirmedAt"])
      .executeTakeFirstOrThrow();
    if (follower.confirmedAt) return;
    if (input.confirmed) {
      await trx.updateTable("guidance_followers").set({ confirmed_at: now() }).where("id", "=", follower.id).execute();
      return;
    }
    await queueEmail(trx, {
      template: "guidance-follow",
      to: { email, language },
      props: {
        element: element ? elementName(element)[language] : "",
        area: area?.label ?? "",
        url: absoluteUrl(`/panduan/ikuti/${signLink("follow", follower.id)}`),
      },
      dedupeKey: `guidance-follow:${newId()}`,
    });
  });
}

/** The link of the email was followed and its button pressed; twice is once. Refuses `link_expired`. */
export async function confirmFollow(db: Kysely<DB>, input: { token: string }): Promise<void> {
  const id = readLink("follow", input.token);
  const follower = id && (await db.selectFrom("guidance_followers").select("id").where("id", "=", id).executeTakeFirst());
  if (!follower) throw new DomainError("link_expired");
  await db.updateTable("guidance_followers").set({ confirmed_at: now() }).where("id", "=", id).where("confirmed_at", "is", null).execute();
}

/** No more emails to the address whose link this is: it is forgotten. Twice is once. Refuses `link_expired` for a link that is not ours. */
export async function stopFollow(db: Kysely<DB>, input: { token: string }): Promise<void> {
  const id = readLink("stop", input.token);
  if (!id) throw new DomainError("link_expired");
  await db
    .deleteFrom("guidance_followers")
    .where("email", "=", (eb) => eb.selectFrom("guidance_followers").select("email").where("id", "=", id))
    .execute();
}

/** Forgets addresses that nobody confirmed while their link worked. */
export async function forgetUnconfirmed(db: Kysely<DB>): Promise<void> {
  const longAgo = new Date(now().getTime() - 7 * 86_400_000);
  await db.deleteFrom("guidance_followers").where("confirmed_at", "is", null).where("created_at", "<", longAgo).execute();
}
