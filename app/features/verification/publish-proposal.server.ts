import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import type { Actor } from "~/features/identity/actor";
import { peopleWithRoles } from "~/features/identity/people.server";
import { openFund } from "~/features/ledger/post-transfer.server";
import { findDraft } from "~/features/proposals/draft-queries.server";
import { mayBecome, programCode, slugOf } from "~/features/proposals/proposal";
import { budgetTotal } from "~/features/proposals/proposal-draft";
import { moveProposal } from "~/features/proposals/proposal-transition.server";
import { DomainError } from "~/kernel/domain-error";
import { now, today } from "~/platform/clock.server";
import { absoluteUrl, env } from "~/platform/env.server";
import { queueEmail } from "~/platform/outbox.server";
import { takeNumber } from "#db/counters.server";
import type { DB } from "#db/types.generated";
import { lockForVerification } from "./require-untied.server";
import { type CountedCheck, checksMissing } from "./verification";

/**
 * Publishes a verified proposal as a program: gives it its code and address and opens its fund with the target as the ceiling.
 * Refuses `checks_missing` until legality, need and budget match, `own_check` for whoever recorded one of them (another person decides),
 * `pins_unsent` while requests for change wait to be sent, and `proposal_incomplete` when time has passed it by (a date is over, a standing or an account no longer holds).
 */
export async function publishProposal(
  trx: Transaction<DB>,
  actor: Actor,
  input: { proposalId: string },
): Promise<{ proposalId: string; slug: string; code: string }> {
  const proposal = await lockForVerification(trx, actor, input.proposalId);
  if (!mayBecome(proposal.status, "published")) {
    throw new DomainError("transition_not_allowed", { from: proposal.status, to: "published" });
  }
  const record = await findDraft(trx, proposal.id);
  if (!record) throw new DomainError("not_found");
  const target = budgetTotal(record.draft.lines);
  const checks = await countedChecks(trx, proposal.id);
  const [missing] = checksMissing(checks, today(), { target, secondReadingAbove: env.SECOND_READING_ABOVE });
  if (missing) throw new DomainError("checks_missing", { kind: missing });
  if (checks.some((check) => check.checkedBy === actor.userId)) throw new DomainError("own_check");
  if (await hasUnsentPins(trx, proposal.id)) throw new DomainError("pins_unsent");
  const [issue] = record.issues;
  if (issue) throw new DomainError("proposal_incomplete", { issues: record.issues.length, missing: issue.field, because: issue.code });

  const code = await nextCode(trx);
  const slug = await freeSlug(trx, record.draft.title);
  await trx.updateTable("proposals").set({ slug, code, target, published_at: now() }).where("id", "=", proposal.id).execute();
  await moveProposal(trx, proposal, { to: "published", actorId: actor.userId });
  await openFund(trx, proposal.id, target);
  await recordAudit(trx, {
    actorId: actor.userId,
    action: "program_published",
    subject: { kind: "proposal", id: proposal.id },
    organizationId: proposal.organizationId,
    proposalId: proposal.id,
    details: { code, slug, target: String(target) },
  });
  for (const person of await peopleWithRoles(trx, proposal.organizationId, "chair", "editor", "treasurer")) {
    await queueEmail(trx, {
      template: "proposal-published",
      to: { email: person.email, language: person.language },
      props: {
        title: record.draft.title,
        code,
        target: String(target),
        openUntil: record.draft.openUntil ?? "",
        url: absoluteUrl(`/program/${slug}`),
      },
      dedupeKey: `proposal-published:${proposal.id}:${person.userId}`,
    });
  }
  return { proposalId: proposal.id, slug, code };
}

async function hasUnsentPins(trx: Transaction<DB>, proposalId: string): Promise<boolean> {
  const pin = await trx
    .selectFrom("revision_requests")
    .select("id")
    .where("proposal_id", "=", proposalId)
    .where("sent_at", "is", null)
    .executeTakeFirst();
  return pin !== undefined;
}

/** The latest check of each kind, with who recorded it. */
async function countedChecks(trx: Transaction<DB>, proposalId: string): Promise<CountedCheck[]> {
  return trx
    .selectFrom("proposal_checks")
    .select(["kind", "result", "checked_by as checkedBy", "valid_until as validUntil"])
    .distinctOn("kind")
    .where("proposal_id", "=", proposalId)
    .orderBy("kind")
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .execute();
}

/** "SBG-2026-014": the next code of the year, without gaps among published programs. */
async function nextCode(trx: Transaction<DB>): Promise<string> {
  const year = Number(today().slice(0, 4));
  return programCode(year, await takeNumber(trx, "program", year));
}

/** The title's address, with a number behind it when another program has it. The counter's lock lets one publication at a time look. */
async function freeSlug(trx: Transaction<DB>, title: string): Promise<string> {
  const slug = slugOf(title);
  const taken = await trx
    .selectFrom("proposals")
    .select("slug")
    .where((eb) => eb.or([eb("slug", "=", slug), eb("slug", "like", `${slug}-%`)]))
    .execute();
  const slugs = new Set(taken.map((row) => row.slug));
  if (!slugs.has(slug)) return slug;
  let n = 2;
  while (slugs.has(`${slug}-${n}`)) n += 1;
  return `${slug}-${n}`;
}
