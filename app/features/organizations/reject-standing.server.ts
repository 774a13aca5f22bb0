import type { Transaction } from "kysely";
import type { Actor } from "~/features/identity/actor";
import { newId } from "~/kernel/ids";
import { absoluteUrl } from "~/platform/env.server";
import { queueEmail } from "~/platform/outbox.server";
import type { DB } from "#db/types.generated";
import { lockForDecision, recordDecision, requireNote } from "./decide-standing.server";
import { workspaceOf } from "./organization";

/** Refuses an organisation its standing, with the reason in words. Proposals and pledges are closed to it until it submits again. */
export async function rejectStanding(trx: Transaction<DB>, actor: Actor, input: { organizationId: string; note: string }): Promise<void> {
  const organization = await lockForDecision(trx, actor, input.organizationId, "rejected");
  const note = requireNote(input.note);
  const decided = await recordDecision(trx, actor, organization, {
    organizationId: organization.id,
    to: "rejected",
    note,
    validUntil: null,
  });
  const occasion = newId();
  for (const person of decided.managers) {
    await queueEmail(trx, {
      template: "standing-rejected",
      to: person,
      props: { organization: decided.name, note, url: absoluteUrl(`${workspaceOf(decided.kind)}/legalitas`) },
      dedupeKey: `standing-rejected:${occasion}:${person.userId}`,
    });
  }
}
