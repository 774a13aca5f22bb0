import type { Kysely } from "kysely";
import type { DB } from "#db/types.generated";
import { type ChainVerdict, verifyChain } from "./chain";
import { chainHeads, entriesOfFund } from "./ledger-queries.server";

export type FundVerdict = { proposalId: string; verdict: ChainVerdict; headAgrees: boolean };

/** Recomputes every chain in TypeScript, independently of the database's own hashing. Fund by fund, so that memory stays small. */
export async function verifyChains(db: Kysely<DB>): Promise<FundVerdict[]> {
  const verdicts: FundVerdict[] = [];
  for (const { proposalId, head } of await chainHeads(db)) {
    const verdict = verifyChain(await entriesOfFund(db, proposalId));
    verdicts.push({ proposalId, verdict, headAgrees: !verdict.intact || verdict.head === head });
  }
  return verdicts;
}
