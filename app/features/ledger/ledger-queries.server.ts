import type { Kysely, Transaction } from "kysely";
import type { DB } from "#db/types.generated";
import type { ChainEntry } from "./chain";
import { type Flow, emptyFlow } from "./ledger";

type Reader = Kysely<DB> | Transaction<DB>;

const figures = ["target", "committed", "received", "disbursed", "accounted"] as const;

/** The four figures of one program; all zero while its fund isn't open. */
export async function flowOfProgram(db: Reader, proposalId: string): Promise<Flow & { escrow: bigint; inTransit: bigint }> {
  const row = await db
    .selectFrom("program_flow")
    .select([...figures, "escrow", "in_transit"])
    .where("proposal_id", "=", proposalId)
    .executeTakeFirst();
  return row ? { ...asFlow(row), escrow: row.escrow ?? 0n, inTransit: row.in_transit ?? 0n } : { ...emptyFlow, escrow: 0n, inTransit: 0n };
}

export async function flowOfPlatform(db: Reader): Promise<Flow & { programs: number }> {
  const row = await db.selectFrom("platform_flow").selectAll().executeTakeFirstOrThrow();
  return { ...asFlow(row), programs: row.programs ?? 0 };
}

/** A company's four figures over all its pledges; the target is what it has committed. */
export async function flowOfCompany(db: Reader, companyId: string): Promise<Flow> {
  const row = await db
    .selectFrom("company_flow")
    .select(["committed", "received", "disbursed", "accounted"])
    .where("company_id", "=", companyId)
    .executeTakeFirst();
  return row ? asFlow({ ...row, target: row.committed }) : emptyFlow;
}

export async function flowOfOrganization(db: Reader, organizationId: string): Promise<Flow & { programs: number }> {
  const row = await db.selectFrom("organization_flow").selectAll().where("organization_id", "=", organizationId).executeTakeFirst();
  return row ? { ...asFlow(row), programs: row.programs ?? 0 } : { ...emptyFlow, programs: 0 };
}

/** A fund's entries in order of the chain, everything that the hashes cover. */
export async function entriesOfFund(db: Reader, proposalId: string): Promise<ChainEntry[]> {
  return db
    .selectFrom("ledger_transfers")
    .select([
      "proposal_id as proposalId",
      "seq",
      "id",
      "kind",
      "debit",
      "credit",
      "amount",
      "pledge_id as pledgeId",
      "source_kind as sourceKind",
      "source_id as sourceId",
      "reverses",
      "occurred_on as occurredOn",
      "posted_at as postedAt",
      "prev_hash as prevHash",
      "hash",
    ])
    .where("proposal_id", "=", proposalId)
    .orderBy("seq")
    .execute();
}

/** The head of every chain, for the daily root and for verification from outside. */
export async function chainHeads(db: Reader): Promise<{ proposalId: string; entries: bigint; head: string }[]> {
  return db
    .selectFrom("funds")
    .select(["proposal_id as proposalId", "last_seq as entries", "last_hash as head"])
    .orderBy("proposal_id")
    .execute();
}

function asFlow(row: { [K in (typeof figures)[number]]: bigint | null }): Flow {
  return {
    target: row.target ?? 0n,
    committed: row.committed ?? 0n,
    received: row.received ?? 0n,
    disbursed: row.disbursed ?? 0n,
    accounted: row.accounted ?? 0n,
  };
}
