import type { Transaction } from "kysely";
import { currentVersion } from "~/features/amendments/keep-version.server";
import { recordAudit } from "~/features/audit/record-audit.server";
import { requireCommunityUnfrozen } from "~/features/freezes/require-unfrozen.server";
import type { Actor } from "~/features/identity/actor";
import { peopleWithRoles } from "~/features/identity/people.server";
import { openFund } from "~/features/ledger/post-transfer.server";
import { programCode, slugOf } from "~/features/proposals/proposal";
import { type LockedProposal, moveProposal } from "~/features/proposals/proposal-transition.server";
import type { Rupiah } from "~/kernel/money";
import { now, today } from "~/platform/clock.server";
import { absoluteUrl } from "~/platform/env.server";
import { queueEmail } from "~/platform/outbox.server";
import { takeNumber } from "#db/counters.server";
import type { DB } from "#db/types.generated";

/**
 * Opens a checked proposal as a program: its code and address, its fund with the target (rupiah) as the ceiling, its first version, the event, the emails.
 * Whoever calls has made sure that everything a publication needs is there. Refuses `organization_frozen`.
 */
export async function openProgram(
  trx: Transaction<DB>,
  actor: Actor,
  proposal: LockedProposal,
  target: Rupiah,
): Promise<{ slug: string; code: string }> {
  await requireCommunityUnfrozen(trx, proposal.organizationId, "proposals");
  const code = await nextCode(trx);
  const slug = await freeSlug(trx, proposal.title);
  const { open_until: openUntil } = await trx
    .updateTable("proposals")
    .set({ slug, code, target, published_at: now() })
    .where("id", "=", proposal.id)
    .returning("open_until")
    .executeTakeFirstOrThrow();
  await moveProposal(trx, proposal, { to: "published", actorId: actor.userId });
  await openFund(trx, proposal.id, target);
  await currentVersion(trx, proposal.id);
  await recordAudit(trx, {
    actorId: actor.userId,
    action: "program.published",
    subject: { kind: "proposal", id: proposal.id },
    organizationId: proposal.organizationId,
    proposalId: proposal.id,
    details: { code, slug, target: String(target) },
  });
  for (const person of await peopleWithRoles(trx, proposal.organizationId, "chair", "editor", "treasurer")) {
    await queueEmail(trx, {
      template: "proposal-published",
      to: person,
      props: {
        title: proposal.title,
        code,
        target: String(target),
        openUntil: openUntil ?? "",
        url: absoluteUrl(`/program/${slug}`),
      },
      dedupeKey: `proposal-published:${proposal.id}:${person.userId}`,
    });
  }
  return { slug, code };
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
