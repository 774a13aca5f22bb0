import type { ContributionKind } from "../proposal";
import { type LineTax, type TaxMode, ratesOffered } from "../tax";
import type { ImportColumn, ImportProblem } from "./budget-import";

const kinds: readonly (readonly [ContributionKind, RegExp])[] = [
  ["labour", /tenaga|kerja|labou?r/],
  ["goods", /barang|bahan|alat|goods/],
  ["cash", /uang|tunai|kas\b|cash/],
];

/** Who brings a line: null for the funders, undefined for words that say neither. "Swadaya" alone is labour, as it mostly is. */
export function sourceOf(cell: string): ContributionKind | null | undefined {
  const words = cell.toLowerCase();
  if (words === "" || /^(dana|mitra|pendana|funder|funders|csr|tjsl)$/.test(words)) return null;
  if (!/swadaya|own/.test(words)) return undefined;
  return kinds.find(([, pattern]) => pattern.test(words))?.[0] ?? "labour";
}

const none = /^(-|–|tidak ada|tanpa|tanpa pajak|none|no tax)?$/;
const modes: readonly (readonly [TaxMode, RegExp])[] = [
  ["included", /^(|termasuk.*|included)$/],
  ["added", /^(ditambah.*|tambah|belum termasuk|added)$/],
];

/** The tax that the cells name: its code, or the beginning of one name and no other ("PPN", "PPh 23"). */
export function taxOfCells(
  cell: (column: ImportColumn) => string,
  bad: (column: ImportColumn, code: ImportProblem["code"]) => void,
): LineTax | null {
  const words = cell("tax").toLowerCase();
  if (none.test(words)) return null;
  const found = ratesOffered(undefined).filter(
    ({ code, nameId, nameEn }) => code === words || [nameId, nameEn].some((name) => name.toLowerCase().startsWith(words)),
  );
  const [rate] = found;
  const mode = modes.find(([, pattern]) => pattern.test(cell("taxMode").toLowerCase()))?.[0];
  if (!rate || found.length > 1) bad("tax", "not_tax");
  if (!mode) bad("taxMode", "not_mode");
  return rate && found.length === 1 && mode ? { code: rate.code, mode } : null;
}
