import type { Transaction } from "kysely";
import { peopleWithRoles } from "~/features/identity/people.server";
import type { Day } from "~/kernel/dates";
import { absoluteUrl } from "~/platform/env.server";
import { queueEmail } from "~/platform/outbox.server";
import type { DB } from "#db/types.generated";
import type { AssignmentKind } from "./assignment";
import type { LockedAssignment } from "./lock-assignment.server";

type Offer = { id: string; kind: AssignmentKind; title: string; organizationId: string; answerUntil: Day; dueOn: Day };

/** Queues the offer to the practitioner. */
export async function tellPractitioner(trx: Transaction<DB>, offer: Offer): Promise<void> {
  for (const person of await peopleWithRoles(trx, offer.organizationId)) {
    await queueEmail(trx, {
      template: "assignment-offered",
      to: person,
      props: {
        kind: offer.kind,
        program: offer.title,
        answerUntil: offer.answerUntil,
        dueOn: offer.dueOn,
        url: absoluteUrl(`/ruang/petugas/tugas/${offer.id}`),
      },
      dedupeKey: `assignment-offered:${offer.id}:${person.userId}`,
    });
  }
}

export type AssignmentNews = "declined" | "returned" | "lapsed" | "done";

/** Tells whoever offered a task what became of it. */
export async function tellOfferer(trx: Transaction<DB>, assignment: LockedAssignment, news: AssignmentNews): Promise<void> {
  const person = await trx
    .selectFrom("users")
    .select(["email", "language"])
    .where("id", "=", assignment.offeredBy)
    .executeTakeFirstOrThrow();
  await queueEmail(trx, {
    template: "assignment-answered",
    to: person,
    props: {
      kind: assignment.kind,
      news,
      program: assignment.title,
      url: absoluteUrl(`/admin/verifikasi/${assignment.proposalId}#penugasan`),
    },
    dedupeKey: `assignment-${news}:${assignment.id}`,
  });
}
