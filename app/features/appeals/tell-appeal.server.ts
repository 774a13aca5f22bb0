import type { Transaction } from "kysely";
import { peopleWithRoles, platformPeople } from "~/features/identity/people.server";
import { absoluteUrl } from "~/platform/env.server";
import { queueEmail } from "~/platform/outbox.server";
import type { DB } from "#db/types.generated";

type Subject = { id: string; code: string; title: string };

/** Tells the verifiers that an appeal came in, or that one is late and needs a second officer. */
export async function tellDuty(trx: Transaction<DB>, appeal: Subject, news: "raised" | "late"): Promise<void> {
  for (const person of await platformPeople(trx, "verifier", "administrator")) {
    await queueEmail(trx, {
      template: "appeal-waiting",
      to: person,
      props: { news, code: appeal.code, title: appeal.title, url: absoluteUrl(`/admin/siaga/${appeal.id}`) },
      dedupeKey: `appeal-${news}:${appeal.id}:${person.userId}`,
    });
  }
}

/** Tells the unit what was decided. */
export async function tellUnit(
  trx: Transaction<DB>,
  appeal: Subject & { organization_id: string },
  decision: { news: "verified" | "rejected"; note: string; path: string },
): Promise<void> {
  for (const person of await peopleWithRoles(trx, appeal.organization_id, "chair", "editor")) {
    await queueEmail(trx, {
      template: "appeal-decided",
      to: person,
      props: { news: decision.news, code: appeal.code, title: appeal.title, note: decision.note, url: absoluteUrl(decision.path) },
      dedupeKey: `appeal-${decision.news}:${appeal.id}:${person.userId}`,
    });
  }
}

/** Tells those who asked for it that pledges are open. */
export async function tellFollowers(trx: Transaction<DB>, appeal: Subject, path: string): Promise<void> {
  const followers = await trx
    .selectFrom("appeal_followers as f")
    .innerJoin("users as u", "u.id", "f.user_id")
    .select(["u.id", "u.email", "u.language"])
    .where("f.appeal_id", "=", appeal.id)
    .execute();
  for (const person of followers) {
    await queueEmail(trx, {
      template: "appeal-decided",
      to: person,
      props: { news: "open", code: appeal.code, title: appeal.title, note: "", url: absoluteUrl(path) },
      dedupeKey: `appeal-open:${appeal.id}:${person.id}`,
    });
  }
}
