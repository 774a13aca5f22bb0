import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import type { Actor } from "~/features/identity/actor";
import { peopleWithRoles } from "~/features/identity/people.server";
import { absoluteUrl } from "~/platform/env.server";
import { queueEmail } from "~/platform/outbox.server";
import type { DB } from "#db/types.generated";
import type { LockedMentoring } from "./lock-mentoring.server";
import { askingRoles } from "./mentoring";

type News = Pick<LockedMentoring, "id" | "organizationId" | "organization" | "mentorId" | "mentor">;
type Happened = "asked" | "accepted" | "declined" | "withdrawn" | "noted" | "ended";

/** Writes into the log what happened in a mentoring, and tells the other side in the words that were said; `n` numbers what can happen again. */
export async function tellMentoring(
  trx: Transaction<DB>,
  actor: Actor,
  news: News,
  { happened, words, by, n = 0 }: { happened: Happened; words: string; by: "organization" | "mentor"; n?: number },
): Promise<void> {
  await recordAudit(trx, {
    actorId: actor.userId,
    action: `mentoring.${happened}`,
    subject: { kind: "mentoring", id: news.id },
    organizationId: news.organizationId,
    details: { name: news.mentor },
  });
  const people =
    by === "organization"
      ? await peopleWithRoles(trx, news.mentorId, "practitioner")
      : await peopleWithRoles(trx, news.organizationId, ...askingRoles);
  const room = by === "organization" ? "/ruang/petugas/pendampingan" : "/ruang/lembaga/pendampingan";
  for (const person of people) {
    await queueEmail(trx, {
      template: "mentoring",
      to: person,
      props: { happened, mentor: news.mentor, organization: news.organization, words, url: absoluteUrl(`${room}/${news.id}`) },
      dedupeKey: `mentoring:${news.id}:${happened}:${n}:${person.userId}`,
    });
  }
}
