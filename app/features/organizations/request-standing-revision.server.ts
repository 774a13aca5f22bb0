import type { Transaction } from "kysely";
import type { Actor } from "~/features/identity/actor";
import { newId } from "~/kernel/ids";
import { absoluteUrl } from "~/platform/env.server";
import { queueEmail } from "~/platform/outbox.server";
import type { DB } from "#db/types.generated";
import { lockForDecision, recordDecision, requireNote } from "./decide-standing.server";
import { workspaceOf } from "./organization";

/** Sends an organisation's documents back with a note that says what is to be revised. */
export async function requestStandingRevision(
  trx: Transaction<DB>,
  actor: Actor,
  input: { organizationId: string; note: string },
): Promise<void> {
  const organization = await lockForDecision(trx, actor, input.organizationId, "revision_requested");
  const note = requireNote(input.note);
  const decided = await recordDecision(trx, actor, organization, {
    organizationId: organization.id,
    to: "revision_requested",
    note,
    validUntil: null,
  });
  const occasion = newId();
  for (const person of decided.managers) {
    await queueEmail(trx, {
      template: "standing-revision-requested",
      to: person,
      props: { organization: decided.name, note, url: absoluteUrl(`${workspaceOf(decided.kind)}/legalitas`) },
      dedupeKey: `standing-revision-requested:${occasion}:${person.userId}`,
    });
  }
}
