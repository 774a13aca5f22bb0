import { createHash } from "node:crypto";
import { type ChainEntry, canonicalForm } from "~/features/ledger/chain";

/** The columns of a downloaded ledger: the fields of the canonical form in their order, then the hash. verify-chain reads these. */
export const ledgerColumns = [
  "proposal_id",
  "seq",
  "id",
  "kind",
  "debit",
  "credit",
  "amount",
  "pledge_id",
  "source_kind",
  "source_id",
  "reverses",
  "occurred_on",
  "posted_at",
  "prev_hash",
  "hash",
] as const;

/** One entry as a line of the download. No field holds a comma, a quote or a line break, so nothing is quoted. */
export function ledgerLine(entry: ChainEntry): string {
  return [
    ...canonicalForm(entry)
      .split("|")
      .slice(1)
      .map((field) => (field === "-" ? "" : field)),
    entry.hash,
  ].join(",");
}

export type ChainHead = { proposalId: string; entries: bigint; head: string };

/**
 * The text whose SHA-256 is the root of a day: a first line with the day, then one line for each chain in order of its id, each ended by
 * a line feed. Anyone can check it with `sha256sum`.
 */
export function rootText(day: string, heads: readonly ChainHead[]): string {
  const lines = [...heads]
    .sort((a, b) => (a.proposalId < b.proposalId ? -1 : 1))
    .map((head) => `${head.proposalId}|${head.entries}|${head.head}\n`);
  return `sinergi-root-1|${day}\n${lines.join("")}`;
}

export function rootOf(day: string, heads: readonly ChainHead[]): string {
  return createHash("sha256").update(rootText(day, heads), "utf8").digest("hex");
}

/** Accounts whose sum is the money in the program's account at the bank. */
export function escrowChange(entry: Pick<ChainEntry, "debit" | "credit" | "amount">): bigint {
  return entry.debit === "escrow" ? entry.amount : entry.credit === "escrow" ? -entry.amount : 0n;
}
