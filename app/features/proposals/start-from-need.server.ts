import type { Transaction } from "kysely";
import type { Actor } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import { isId } from "~/kernel/ids";
import type { DB } from "#db/types.generated";
import { saveProposalDraft } from "./save-proposal-draft.server";
import { startProposal } from "./start-proposal.server";

/**
 * Starts a draft from a gap of the map of needs, with group, area and people filled in. Only published figures are taken over: of a need
 * whose gap isn't shown no number of people is. Refuses `need_unknown` for a need that isn't open, and what `startProposal` does.
 */
export async function startFromNeed(
  trx: Transaction<DB>,
  actor: Actor,
  input: { key: string; organizationId: string; title: string; needId: string },
): Promise<{ proposalId: string }> {
  const need = isId(input.needId)
    ? await trx
        .selectFrom("published_needs as n")
        .innerJoin("areas as a", "a.code", "n.area_code")
        .select(["n.area_code", "n.need_code", "n.uncovered", "a.level"])
        .where("n.need_id", "=", input.needId)
        .executeTakeFirst()
    : undefined;
  if (!need?.need_code) throw new DomainError("need_unknown");
  const { key, organizationId, title } = input;
  const started = await startProposal(trx, actor, { key, organizationId, title });
  const { version } = await trx.selectFrom("proposals").select("version").where("id", "=", started.proposalId).executeTakeFirstOrThrow();
  // Sent twice: the draft has its facts already, and maybe better ones.
  if (version > 1) return started;
  const people = need.uncovered ?? 0;
  await saveProposalDraft(trx, actor, {
    proposalId: started.proposalId,
    version,
    patch: {
      needs: [need.need_code],
      ...(need.level === "village" ? { areaCode: need.area_code } : {}),
      ...(people > 0 ? { beneficiaries: people, beneficiaryUnit: "orang", answers: [{ needId: input.needId, people }] } : {}),
    },
  });
  return started;
}
