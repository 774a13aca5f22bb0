import { randomBytes } from "node:crypto";
import type { Transaction } from "kysely";
import { once } from "~/features/audit/once.server";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requireMembership } from "~/features/identity/actor";
import { isPublic } from "~/features/proposals/proposal";
import { lockProposal } from "~/features/proposals/proposal-transition.server";
import { DomainError } from "~/kernel/domain-error";
import { newId } from "~/kernel/ids";
import { makeCode } from "~/kernel/tracking-code";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { codeLength, mostQuestions } from "./residents";
import { communityPowers } from "~/features/identity/powers";

export type AskResidents = {
  key: string;
  proposalId: string;
  /** The termin that paid for it, when it is one. */
  trancheN: number | null;
  /** What should be there: "40 rak tanam". */
  thing: string;
  /** Where the poster hangs: "RW 04 Kelurahan Ngelo". */
  place: string;
  /** How many households could answer, when it is known. */
  households: number | null;
};

/** A community asks the residents of a place whether something has arrived; the code goes on a poster. Refuses `not_public`, `questions_many` and `tranche_unknown`. */
export async function askResidents(trx: Transaction<DB>, actor: Actor, input: AskResidents): Promise<{ code: string }> {
  const proposal = await lockProposal(trx, input.proposalId);
  requireMembership(actor, proposal.organizationId, ...communityPowers.asks_residents);
  if (!isPublic(proposal.status)) throw new DomainError("not_public");
  const { key, ...question } = input;
  return once(trx, { key, operation: "ask_residents", input: question }, async () => {
    const asked = await trx.selectFrom("resident_questions").select("id").where("proposal_id", "=", proposal.id).execute();
    if (asked.length >= mostQuestions) throw new DomainError("questions_many");
    await requireTranche(trx, proposal.id, input.trancheN);
    const id = newId();
    const code = await freeCode(trx);
    await trx
      .insertInto("resident_questions")
      .values({
        ...{ id, code },
        proposal_id: proposal.id,
        tranche_n: input.trancheN,
        thing: input.thing.trim(),
        place: input.place.trim(),
        households: input.households,
        created_by: actor.userId,
        created_at: now(),
      })
      .execute();
    await recordAudit(trx, {
      actorId: actor.userId,
      action: "residents.asked",
      subject: { kind: "resident_question", id },
      organizationId: proposal.organizationId,
      proposalId: proposal.id,
      details: { thing: input.thing, place: input.place },
    });
    return { code };
  });
}

async function requireTranche(trx: Transaction<DB>, proposalId: string, n: number | null): Promise<void> {
  if (n === null) return;
  const tranche = await trx.selectFrom("tranches").select("n").where("proposal_id", "=", proposalId).where("n", "=", n).executeTakeFirst();
  if (!tranche) throw new DomainError("tranche_unknown", { field: "tranche" });
}

async function freeCode(trx: Transaction<DB>): Promise<string> {
  for (;;) {
    const bytes = randomBytes(codeLength * 2);
    const code = makeCode(Array.from({ length: codeLength }, (_, index) => bytes.readUInt16BE(index * 2)));
    const used = await trx.selectFrom("resident_questions").select("id").where("code", "=", code).executeTakeFirst();
    if (!used) return code;
  }
}
