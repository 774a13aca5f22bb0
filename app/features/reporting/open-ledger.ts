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

/** The account of a fund that is money at the bank: a program's is in escrow; the platform's is what belongs to no program's fund. */
const bankAccounts: readonly string[] = ["escrow", "bank"];

/** By how much an entry changes what the fund has at the bank. */
export function bankChange(entry: Pick<ChainEntry, "debit" | "credit" | "amount">): bigint {
  return bankAccounts.includes(entry.debit) ? entry.amount : bankAccounts.includes(entry.credit) ? -entry.amount : 0n;
}

export type EntryPage<Entry> = {
  shown: Entry[];
  total: number;
  /** Whether entries come before those that are shown. */
  first: boolean;
  /** After which entry the next page and the last page begin; undefined on the last. */
  next: bigint | undefined;
  last: bigint | undefined;
};

const pageSize = 100;

/** The entries after a number that somebody typed or followed, a page of them; from the first when it is no number. */
export function pageOfEntries<Entry extends { seq: bigint }>(entries: readonly Entry[], typed: string | null): EntryPage<Entry> {
  const after = /^\d{1,12}$/.test(typed ?? "") ? BigInt(typed ?? 0) : 0n;
  const shown = entries.filter((entry) => entry.seq > after).slice(0, pageSize);
  const end = shown.at(-1)?.seq;
  const more = end !== undefined && end < BigInt(entries.length);
  return {
    shown,
    total: entries.length,
    first: after > 0n,
    next: more ? end : undefined,
    last: more ? BigInt(Math.floor((entries.length - 1) / pageSize) * pageSize) : undefined,
  };
}
