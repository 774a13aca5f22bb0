import type { Kysely } from "kysely";
import type { DB } from "#db/types.generated";
import type { ProposalStatus } from "./proposal";

export type HistoryEntry = { id: string; to: ProposalStatus; reasonCode: string | null; note: string | null; at: Date };

/** What happened to a proposal, the earliest first. */
export async function proposalHistory(db: Kysely<DB>, proposalId: string): Promise<HistoryEntry[]> {
  return db
    .selectFrom("proposal_events")
    .select(["id", "to_status as to", "reason_code as reasonCode", "note", "at"])
    .where("proposal_id", "=", proposalId)
    .orderBy("at")
    .orderBy("id")
    .execute();
}
