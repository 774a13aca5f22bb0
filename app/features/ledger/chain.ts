import { createHash } from "node:crypto";

/** An entry as it is published: everything that its hash covers. Amounts are whole rupiah, `postedAt` has milliseconds. */
export type ChainEntry = {
  proposalId: string;
  seq: bigint;
  id: string;
  kind: string;
  debit: string;
  credit: string;
  amount: bigint;
  pledgeId: string | null;
  sourceKind: string;
  sourceId: string;
  reverses: bigint | null;
  occurredOn: string;
  postedAt: Date;
  prevHash: string;
  hash: string;
};

export const genesisHash = "0".repeat(64);

/** The documented canonical form: fields joined by "|", absent ones as "-", the instant in UTC with milliseconds. */
export function canonicalForm(entry: Omit<ChainEntry, "hash">): string {
  return [
    "sinergi-1",
    entry.proposalId,
    entry.seq,
    entry.id,
    entry.kind,
    entry.debit,
    entry.credit,
    entry.amount,
    entry.pledgeId ?? "-",
    entry.sourceKind,
    entry.sourceId,
    entry.reverses ?? "-",
    entry.occurredOn,
    entry.postedAt.toISOString(),
    entry.prevHash,
  ].join("|");
}

export function hashOf(entry: Omit<ChainEntry, "hash">): string {
  return createHash("sha256").update(canonicalForm(entry), "utf8").digest("hex");
}

export type ChainVerdict =
  | { intact: true; entries: number; head: string }
  | { intact: false; seq: bigint; problem: "missing_entry" | "broken_link" | "changed_entry"; expected: string; found: string };

/** Walks a fund's entries in order of seq and says whether the chain holds or where it first breaks. */
export function verifyChain(entries: readonly ChainEntry[]): ChainVerdict {
  let head = genesisHash;
  let expectedSeq = 1n;
  for (const entry of entries) {
    const { seq } = entry;
    if (seq !== expectedSeq) {
      return { intact: false, seq: expectedSeq, problem: "missing_entry", expected: String(expectedSeq), found: String(seq) };
    }
    if (entry.prevHash !== head) return { intact: false, seq, problem: "broken_link", expected: head, found: entry.prevHash };
    const expected = hashOf(entry);
    if (entry.hash !== expected) return { intact: false, seq, problem: "changed_entry", expected, found: entry.hash };
    head = entry.hash;
    expectedSeq += 1n;
  }
  return { intact: true, entries: entries.length, head };
}
