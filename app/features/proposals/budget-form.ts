import { isId } from "~/kernel/ids";
import type { Rupiah } from "~/kernel/money";
import type { DraftPatch } from "./draft-patch";
import { type FormReader, positiveDecimal } from "./form-reader";
import { contributionKinds } from "./proposal";
import { type DraftShare, amountOf, amountOfLine, parseDecimal, parsePrice, sharedOf } from "./proposal-draft";
import { type LineTax, rateOf, taxModes } from "./tax";

export function readLines(reader: FormReader): DraftPatch["lines"] {
  return reader.rowIds("lines").map((id) => {
    const name = (field: string): string => `lines.${id}.${field}`;
    const { volume, unitPrice } = readPrice(reader, name);
    const tax = readTax(reader, name);
    const memberId = idOrNull(reader.text(name("memberId")));
    return {
      id,
      section: reader.text(`groups.${reader.text(name("group"))}.name`).trim(),
      description: reader.text(name("description")).trim(),
      volume,
      unit: reader.text(name("unit")).trim(),
      unitPrice,
      tax,
      memberId,
      shares: readShares(reader, name("share."), { memberId, amount: amountOfLine({ volume, unitPrice, tax }) }),
    };
  });
}

type Named = (field: string) => string;

/** Volume and unit price; a price that makes no whole rupiah is kept as it was typed. */
function readPrice(reader: FormReader, name: Named): { volume: string | null; unitPrice: Rupiah | null } {
  const volume = reader.value(name("volume"), (typed) => positiveDecimal(parseDecimal(typed, 3)));
  const unitPrice = reader.value(name("unitPrice"), parsePrice);
  if (volume === null || unitPrice === null || amountOf(volume, unitPrice) !== undefined) return { volume, unitPrice };
  reader.unread[name("unitPrice")] = reader.text(name("unitPrice"));
  return { volume, unitPrice: null };
}

function readTax(reader: FormReader, name: Named): LineTax | null {
  const code = reader.text(name("tax"));
  return rateOf(code) ? { code, mode: taxModes.find((mode) => mode === reader.text(name("taxMode"))) ?? "included" } : null;
}

export function readContributions(reader: FormReader): NonNullable<DraftPatch["contributions"]> {
  return reader.rowIds("contributions").map((id) => {
    const name = (field: string): string => `contributions.${id}.${field}`;
    return {
      id,
      kind: contributionKinds.find((kind) => kind === reader.text(name("kind"))) ?? "labour",
      description: reader.text(name("description")).trim(),
      unit: reader.text(name("unit")).trim(),
      ...readPrice(reader, name),
    };
  });
}

/** The parts of a line that are other members'; a part that the line has no room for is kept as it was typed. */
function readShares(reader: FormReader, prefix: string, line: { memberId: string | null; amount: bigint | undefined }): DraftShare[] {
  const shares: DraftShare[] = [];
  for (const memberId of reader.below(prefix).filter((id) => isId(id) && id !== line.memberId)) {
    const amount = reader.value(`${prefix}${memberId}`, parsePrice);
    if (amount === null) continue;
    const fits = line.memberId !== null && (line.amount === undefined || sharedOf({ shares }) + amount <= line.amount);
    if (fits) shares.push({ memberId, amount });
    else reader.unread[`${prefix}${memberId}`] = reader.text(`${prefix}${memberId}`);
  }
  return shares;
}

function idOrNull(text: string): string | null {
  return isId(text) ? text : null;
}
