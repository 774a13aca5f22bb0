import { describe, expect, it } from "vitest";
import type { OpenPayment } from "~/features/payments/payment-queries.server";
import { certainParts } from "~/features/reconciliation/matching/certain";
import type { OpenLine } from "~/features/reconciliation/matching/matching";
import { suggestDisbursements } from "~/features/reconciliation/matching/outgoing";
import { nameLikeness } from "~/features/reconciliation/matching/payer-name";
import { chooseExactly } from "~/features/reconciliation/matching/subset-sum";
import { suggestFor } from "~/features/reconciliation/matching/suggest";
import { indexPayments } from "~/features/reconciliation/matching/weigh";
import { likelyIgnoreReason } from "~/features/reconciliation/reconciliation";
import { makeReference } from "~/kernel/reference";

let made = 0;
function payment(values: Partial<OpenPayment> & { left: bigint; companyName: string }): OpenPayment {
  made += 1;
  return {
    proposalId: `program-${made}`,
    paymentId: `payment-${String(made).padStart(3, "0")}`,
    pledgeId: `pledge-${made}`,
    companyId: values.companyName,
    earlierDescriptions: [],
    programTitle: "Program",
    urgent: false,
    programSlug: "program",
    programCode: "P",
    communityName: "Lembaga",
    n: 1,
    of: 1,
    reference: makeReference("SNG", 2026, 300 + made),
    amount: values.left,
    dueOn: "2026-11-25",
    ...values,
  };
}

function line(left: bigint, description: string, values: Partial<OpenLine> = {}): OpenLine {
  made += 1;
  return {
    bankAccountId: "account",
    id: `line-${made}`,
    bookedOn: "2026-11-23",
    sequenceOfDay: 1,
    direction: "in",
    left,
    description,
    ...values,
  };
}

const suggest = (one: OpenLine, payments: OpenPayment[], lines: OpenLine[] = [one]) => suggestFor(one, indexPayments(payments), lines);
const codes = (reasons: readonly { code: string }[] | undefined) => reasons?.map(({ code }) => code) ?? [];

describe("what is certain", () => {
  const expected = payment({ left: 45_000_000n, companyName: "PT BPR Loka Artha" });
  const known = new Map([[expected.reference, expected]]);
  it("takes an exact reference, never more than the payment lacks", () => {
    expect(certainParts(line(45_000_000n, `TRSF ${expected.reference}`), known)[0]?.amount).toBe(45_000_000n);
    expect(certainParts(line(20_000_000n, `TRSF ${expected.reference}`), known)[0]?.amount).toBe(20_000_000n);
    expect(certainParts(line(50_000_000n, `TRSF ${expected.reference}`), known)[0]?.amount).toBe(45_000_000n);
  });
  it("leaves everything else to people: unknown, mistyped, outgoing, two that don't add up", () => {
    const other = payment({ left: 5_000_000n, companyName: "PT Lain" });
    const both = new Map([...known, [other.reference, other] as const]);
    expect(certainParts(line(45_000_000n, "TRSF SNG260001X"), known)).toEqual([]);
    expect(certainParts(line(45_000_000n, `TRSF ${makeReference("SNG", 2026, 9999)}`), known)).toEqual([]);
    expect(certainParts(line(45_000_000n, `TRSF ${expected.reference}`, { direction: "out" }), known)).toEqual([]);
    expect(certainParts(line(49_000_000n, `TRSF ${expected.reference} ${other.reference}`), both)).toEqual([]);
    expect(certainParts(line(50_000_000n, `TRSF ${expected.reference} ${other.reference}`), both)).toHaveLength(2);
  });
});

describe("suggestions", () => {
  it("catches a reference with one wrong digit by its check letter", () => {
    const right = payment({ left: 40_000_000n, companyName: "PT Gamping Mulya Semesta", reference: makeReference("SNG", 2026, 391) });
    const typed = right.reference.replace("0391", "0394");
    const [best] = suggest(line(40_000_000n, `TRSF CR GAMPING MULYA SEMESTA ${typed}`), [right]);
    expect(best).toMatchObject({ kind: "one", score: 99, rest: 0n });
    expect(codes(best?.reasons)).toContain("reference_near");
  });

  it("splits a line over payments of one company that add up to it", () => {
    const payments = [
      payment({ left: 45_000_000n, companyName: "PT BPR Loka Artha (Perseroda)" }),
      payment({ left: 17_000_000n, companyName: "PT BPR Loka Artha (Perseroda)", dueOn: "2026-11-30" }),
      payment({ left: 62_000_000n, companyName: "PT Semen Randublatung", dueOn: "2027-03-01" }),
    ];
    const [best, ...others] = suggest(line(62_000_000n, "KLIRING BPR LOKA ARTHA PERSERODA TJSL NOV"), payments);
    expect(best).toMatchObject({ kind: "split", parts: [{ amount: 45_000_000n }, { amount: 17_000_000n }], rest: 0n });
    expect(best?.score).toBeGreaterThan(80);
    expect(others.every(({ score }) => score < 70)).toBe(true);
  });

  it("combines lines of one payer that were cut at the limit of a channel", () => {
    const big = payment({ left: 400_000_000n, companyName: "PT Energi Kawung Nusantara" });
    const lines = [
      line(250_000_000n, "BI-FAST CR ENERGI KAWUNG NUSANTARA"),
      line(150_000_000n, "BI-FAST CR ENERGI KAWUNG NUSANTARA"),
      line(150_000_000n, "SETORAN TUNAI"),
    ];
    const [best] = suggest(lines[0] as OpenLine, [big], lines);
    expect(best?.kind).toBe("combine");
    expect(best?.parts.map(({ lineId, amount }) => [lineId, amount])).toEqual([
      [lines[0]?.id, 250_000_000n],
      [lines[1]?.id, 150_000_000n],
    ]);
  });

  it("never puts an equal amount forward on its own", () => {
    const payments = [payment({ left: 25_000_000n, companyName: "PT Satu" }), payment({ left: 25_000_000n, companyName: "PT Dua" })];
    expect(suggest(line(25_000_000n, "SETORAN TUNAI"), payments)).toEqual([]);
    const [alone] = suggest(line(25_000_000n, "SETORAN TUNAI"), payments.slice(0, 1));
    expect(alone?.score).toBeLessThan(70);
  });

  it("says so when the reference belongs to another payment", () => {
    const [named, same] = [payment({ left: 10_000_000n, companyName: "PT Satu" }), payment({ left: 30_000_000n, companyName: "PT Satu" })];
    const [best] = suggest(line(30_000_000n, `TRSF PT SATU ${named.reference}`), [named, same]);
    expect(best?.parts[0]?.payment.reference).toBe(named.reference);
    expect(codes(best?.reasons)).toContain("amount_more");
  });

  it("gives the same answer in any order of candidates", () => {
    const payments = Array.from({ length: 6 }, () => payment({ left: 10_000_000n, companyName: "PT Satu Arah" }));
    const one = line(20_000_000n, "TRSF SATU ARAH");
    expect(suggest(one, payments).map(({ key }) => key)).toEqual(suggest(one, [...payments].reverse()).map(({ key }) => key));
  });
});

describe("parts of it", () => {
  it("compares names without legal forms and channel words, also cut short", () => {
    expect(nameLikeness("PT Gamping Mulya Semesta Tbk", "TRSF E-BANKING CR 2011/FTSCY/WS95031 GAMPING MULYA SEMESTA")).toBe(100);
    expect(nameLikeness("PT Gamping Mulya Semesta Tbk", "BI-FAST CR GAMPING MULYA SEM")).toBeGreaterThan(70);
    expect(nameLikeness("PT Gamping Mulya Semesta Tbk", "KLIRING SEMEN RANDUBLATUNG")).toBeLessThan(30);
    expect(nameLikeness("PT", "PT")).toBe(0);
  });

  it("finds the fewest items that add up exactly, within bounds", () => {
    const choose = (amounts: bigint[], target: bigint) => chooseExactly(amounts, (amount) => amount, target, { least: 2, most: 3 });
    expect(choose([5n, 3n, 2n, 8n], 10n)).toEqual([2n, 8n]);
    expect(choose([5n, 3n, 2n], 10n)).toEqual([5n, 3n, 2n]);
    expect(choose([10n, 1n], 10n)).toBeUndefined();
  });

  it("recognises interest, its tax and charges", () => {
    expect(likelyIgnoreReason("in", "BUNGA")).toBe("bank_interest");
    expect(likelyIgnoreReason("out", "PAJAK BUNGA")).toBe("interest_tax");
    expect(likelyIgnoreReason("out", "BIAYA ADM")).toBe("bank_charge");
    expect(likelyIgnoreReason("in", "TRSF PT BUNGARAYA")).toBeUndefined();
  });

  it("weighs disbursements for an outgoing line by reference, and only of its amount", () => {
    const base = {
      proposalId: "p",
      amount: 28_800_000n,
      bankReference: "FT2611",
      executedOn: "2026-11-22",
      trancheN: 1,
      programTitle: "",
      urgent: false,
      programSlug: "",
      communityName: "KT",
      payeeName: "Kas Desa",
    };
    const right = { ...base, disbursementId: "a", reference: makeReference("SNGD", 2026, 35) };
    const other = { ...base, disbursementId: "b", reference: makeReference("SNGD", 2026, 36) };
    const smaller = { ...base, disbursementId: "c", reference: makeReference("SNGD", 2026, 37), amount: 1n };
    const found = suggestDisbursements(line(28_800_000n, `TRSF E-BANKING DB ${right.reference}`, { direction: "out" }), [
      smaller,
      other,
      right,
    ]);
    expect(found.map(({ disbursement }) => disbursement.disbursementId)).toEqual(["a", "b"]);
    expect(found[0]?.score).toBe(99);
  });
});
