import { createHash, randomBytes } from "node:crypto";
import type { Transaction } from "kysely";
import type { DB } from "#db/types.generated";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requireMembership } from "~/features/identity/actor";
import { addDays, type Day } from "~/kernel/dates";
import { DomainError } from "~/kernel/domain-error";
import { now } from "~/platform/clock.server";
import { lockPledge, type PledgeId } from "./lock-pledge.server";
import { graceDays, isCommitted } from "./pledge";
import { companyPowers } from "~/features/identity/powers";

export type PaymentLink = { path: string; validUntil: Day };

/** How a secret token is kept: only its SHA-256, so that nobody who reads the database can open a link. */
export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** A new secret link to a pledge's payments, valid until the pledge would lapse. Earlier links of the pledge stop working. */
export async function openPaymentLink(
  trx: Transaction<DB>,
  link: { proposalId: string; pledgeId: string; createdBy: string },
): Promise<PaymentLink> {
  await revokeLinks(trx, link);
  const { last } = await trx
    .selectFrom("payments")
    .select((eb) => eb.fn.max("due_on").$notNull().as("last"))
    .where("proposal_id", "=", link.proposalId)
    .where("pledge_id", "=", link.pledgeId)
    .executeTakeFirstOrThrow();
  const token = randomBytes(24).toString("base64url");
  const validUntil = addDays(last, graceDays);
  await trx
    .insertInto("payment_links")
    .values({
      token_hash: hashOfToken(token),
      proposal_id: link.proposalId,
      pledge_id: link.pledgeId,
      valid_until: validUntil,
      created_by: link.createdBy,
      created_at: now(),
    })
    .execute();
  return { path: `/bayar/${token}`, validUntil };
}

/** A member replaces the link, because it has leaked or was lost. It is shown once. */
export async function renewPaymentLink(trx: Transaction<DB>, actor: Actor, input: PledgeId): Promise<PaymentLink> {
  const { pledge } = await pledgeOfPayer(trx, actor, input);
  if (!isCommitted(pledge.status)) throw new DomainError("wrong_status");
  const link = await openPaymentLink(trx, { ...input, createdBy: actor.userId });
  await record(trx, actor, input, "pledge.link_made");
  return link;
}

/** A member closes the link without making another. */
export async function revokePaymentLink(trx: Transaction<DB>, actor: Actor, input: PledgeId): Promise<void> {
  await pledgeOfPayer(trx, actor, input);
  await revokeLinks(trx, input);
  await record(trx, actor, input, "pledge.link_revoked");
}

function pledgeOfPayer(trx: Transaction<DB>, actor: Actor, input: PledgeId) {
  requireMembership(actor, input.companyId, ...companyPowers.makes_payment_links);
  return lockPledge(trx, input);
}

async function revokeLinks(trx: Transaction<DB>, { proposalId, pledgeId }: { proposalId: string; pledgeId: string }): Promise<void> {
  await trx
    .updateTable("payment_links")
    .set({ revoked_at: now() })
    .where("proposal_id", "=", proposalId)
    .where("pledge_id", "=", pledgeId)
    .where("revoked_at", "is", null)
    .execute();
}

type LinkAction = "pledge.link_made" | "pledge.link_revoked";

async function record(
  trx: Transaction<DB>,
  actor: Actor,
  { companyId, proposalId, pledgeId }: PledgeId,
  action: LinkAction,
): Promise<void> {
  const subject = { kind: "pledge", id: pledgeId } as const;
  await recordAudit(trx, { actorId: actor.userId, action, subject, organizationId: companyId, proposalId });
}
