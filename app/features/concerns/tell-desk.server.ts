import type { Transaction } from "kysely";
import { findActor } from "~/features/identity/load-actor.server";
import { platformPeople } from "~/features/identity/people.server";
import { newId } from "~/kernel/ids";
import { absoluteUrl } from "~/platform/env.server";
import { queueEmail } from "~/platform/outbox.server";
import type { DB } from "#db/types.generated";
import { isTied } from "./concern-step.server";

type Told = { id: string; proposal_id: string | null; organization_id: string | null; assigned_to: string | null };

/** Tells whoever has the case, or every administrator without ties, that there is something to read. What was said stays at the desk. */
export async function tellDesk(trx: Transaction<DB>, concern: Told, what: { answered: boolean }): Promise<void> {
  const subject = await subjectName(trx, concern);
  const occasion = what.answered ? newId() : concern.id;
  for (const person of await platformPeople(trx, "administrator")) {
    if (concern.assigned_to !== null && concern.assigned_to !== person.userId) continue;
    const actor = await findActor(trx, person.userId);
    if (!actor || (await isTied(trx, actor, concern))) continue;
    await queueEmail(trx, {
      template: "concern-received",
      to: person,
      props: { subject, answered: what.answered, url: absoluteUrl(`/admin/laporan-warga/${concern.id}`) },
      dedupeKey: `concern-received:${occasion}:${person.userId}`,
    });
  }
}

async function subjectName(trx: Transaction<DB>, concern: Told): Promise<string> {
  if (concern.proposal_id) {
    const { title } = await trx.selectFrom("proposals").select("title").where("id", "=", concern.proposal_id).executeTakeFirstOrThrow();
    return title;
  }
  if (!concern.organization_id) return "";
  const { name } = await trx.selectFrom("organizations").select("name").where("id", "=", concern.organization_id).executeTakeFirstOrThrow();
  return name;
}
