import type { Rupiah } from "./money";

const ones = ["", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"];
const scales = [
  [1_000_000_000_000_000n, "kuadriliun"],
  [1_000_000_000_000n, "triliun"],
  [1_000_000_000n, "miliar"],
  [1_000_000n, "juta"],
] as const;

function words(n: bigint): string[] {
  if (n < 12n) return n === 0n ? [] : [ones[Number(n)] ?? ""];
  if (n < 20n) return [ones[Number(n - 10n)] ?? "", "belas"];
  if (n < 100n) return [ones[Number(n / 10n)] ?? "", "puluh", ...words(n % 10n)];
  if (n < 200n) return ["seratus", ...words(n - 100n)];
  if (n < 1000n) return [ones[Number(n / 100n)] ?? "", "ratus", ...words(n % 100n)];
  if (n < 2000n) return ["seribu", ...words(n - 1000n)];
  if (n < 1_000_000n) return [...words(n / 1000n), "ribu", ...words(n % 1000n)];
  for (const [scale, name] of scales) {
    if (n >= scale) return [...words(n / scale), name, ...words(n % scale)];
  }
  return [];
}

/** An amount in Indonesian words, as receipts need it: "seratus dua puluh enam juta rupiah". */
export function terbilang(amount: Rupiah): string {
  if (amount === 0n) return "nol rupiah";
  const spoken = words(amount < 0n ? -amount : amount).join(" ");
  return `${amount < 0n ? "minus " : ""}${spoken} rupiah`;
}
