import type { Transaction } from "kysely";
import type { Actor } from "~/features/identity/actor";
import { type Day, addDays, isDay } from "~/kernel/dates";
import { DomainError } from "~/kernel/domain-error";
import { newId } from "~/kernel/ids";
import { today } from "~/platform/clock.server";
import { absoluteUrl } from "~/platform/env.server";
import { queueEmail } from "~/platform/outbox.server";
import type { DB } from "#db/types.generated";
import { lockForDecision, recordDecision } from "./decide-standing.server";
import { workspaceOf } from "./organization";
import { earliestExpiry, unprovenKinds } from "./standing";
import { documentKinds, heldDocuments } from "./standing-queries.server";

/** The longest that a standing holds without a new look at the documents: five years, as long as officers of a Karang Taruna serve. */
const longestDays = 5 * 366;

/**
 * Approves an organisation's standing until a day (inclusive). Every required document must have been accepted and none left unlooked
 * at (`standing_documents_unproven`); the day lies ahead (`standing_until_missing`, `standing_until_past`) and not after the first document ends
 * (`standing_until_too_late`, with the latest possible day).
 */
export async function approveStanding(
  trx: Transaction<DB>,
  actor: Actor,
  input: { organizationId: string; validUntil: Day },
): Promise<void> {
  const organization = await lockForDecision(trx, actor, input.organizationId, "approved");
  const held = await heldDocuments(trx, organization.id);
  const unproven = unprovenKinds(await documentKinds(trx, organization.element, organization.legal_form), held, today());
  if (unproven.length > 0) throw new DomainError("standing_documents_unproven", { count: unproven.length });
  if (!isDay(input.validUntil)) throw new DomainError("standing_until_missing", { field: "validUntil" });
  if (input.validUntil < today()) throw new DomainError("standing_until_past", { field: "validUntil" });
  const latest = [earliestExpiry(held), addDays(today(), longestDays)].filter((day): day is Day => day !== undefined).sort()[0];
  if (latest && input.validUntil > latest) throw new DomainError("standing_until_too_late", { field: "validUntil", latest });

  const decided = await recordDecision(trx, actor, organization, {
    organizationId: organization.id,
    to: "approved",
    note: null,
    validUntil: input.validUntil,
  });
  const occasion = newId();
  for (const person of decided.managers) {
    await queueEmail(trx, {
      template: "standing-approved",
      to: person,
      props: { organization: decided.name, kind: decided.kind, validUntil: input.validUntil, url: absoluteUrl(workspaceOf(decided.kind)) },
      dedupeKey: `standing-approved:${occasion}:${person.userId}`,
    });
  }
}
