import { describe, expect, it } from "vitest";
import { decodeContent } from "~/features/amendments/program-content";
import { draftPaper } from "~/features/proposals/document/draft-paper";
import { partsOfWord, printable } from "~/features/proposals/document/printable";
import { renderPaper } from "~/features/proposals/document/render-paper.server";
import type { PrintView } from "~/features/proposals/print/print-view.server";
import type { ProposalDraft } from "~/features/proposals/proposal-draft";
import { budgetTotal } from "~/features/proposals/proposal-draft";
import { formatRupiah } from "~/kernel/money";
import { readPdf } from "#tests/support/pdf";

const at = new Date("2026-11-24T20:15:00Z");

const emptyDraft: ProposalDraft = { ...decodeContent({}), payeeAccountId: null };

function viewOf(draft: Partial<ProposalDraft>, view: Partial<PrintView> = {}): PrintView {
  return {
    id: "usulan",
    draft: { ...emptyDraft, ...draft },
    status: "draft",
    version: 3,
    code: null,
    slug: "usulan-x",
    updatedAt: at,
    organizationName: "Karang Taruna Tunas Sambong",
    area: "",
    needs: [],
    files: [],
    ...view,
  };
}

async function drawn(view: PrintView, language: "id" | "en" = "id") {
  const pdf = await renderPaper(draftPaper(view, language, at), at);
  if (!pdf) throw new Error("busy");
  return readPdf(pdf);
}

const money = (amount: bigint) => formatRupiah(amount).replaceAll("\u00a0", " ");
const line = (n: number) => ({
  id: String(n),
  section: `Bagian ${Math.floor(n / 20)}`,
  description: `Baris ${n}`,
  volume: "3",
  unit: "unit",
  unitPrice: 1_000_000n + BigInt(n),
  tax: n === 7 ? ({ code: "ppn-11", mode: "added" } as const) : null,
  memberId: null,
  shares: [],
});

describe("a text on paper", () => {
  it("keeps what Indonesian and money need, and shows a box for what has no letter", () => {
    expect(printable("Rp\u00a01.000 – 3 × 4 ≥ 2 “é”")).toBe("Rp\u00a01.000 – 3 × 4 ≥ 2 “é”");
    expect(printable("pesta 🎉👨‍👩‍👧 ramai")).toBe("pesta □ ramai");
    expect(printable("a\u0000b\u200bc\u202ed\r\ne\tf\ud800")).toBe("abcd\ne f□");
  });

  it("parts no word but what no column could hold, without a hyphen and without losing a letter", () => {
    expect(partsOfWord("pertanggungjawaban")).toEqual(["pertanggungjawaban"]);
    const long = "x".repeat(100);
    expect(partsOfWord(long).length).toBeGreaterThan(5);
    expect(partsOfWord(long).join("")).toBe(long);
  });
});

describe("a proposal on paper", () => {
  it("has the head, every amount, both sums, and its number on every page, of a budget of 120 lines", async () => {
    const lines = Array.from({ length: 120 }, (_, n) => line(n));
    const total = budgetTotal(lines);
    const pdf = await drawn(
      viewOf({
        title: "Bengkel servis motor ≥ 24 pemuda",
        lines,
        contributions: [{ id: "c", kind: "labour", description: "Gotong royong", volume: "40", unit: "hari", unitPrice: 100_000n }],
        tranches: [
          { title: "Alat", amount: total - 5n, condition: "MoU", plannedOn: "2026-12-05" },
          { title: "Latihan", amount: 5n, condition: "", plannedOn: null },
        ],
      }),
    );
    expect(pdf).toMatchObject({ title: "Bengkel servis motor ≥ 24 pemuda", author: "Karang Taruna Tunas Sambong", language: "id-ID" });
    expect(pdf.pages.length).toBeGreaterThan(3);
    for (const [index, page] of pdf.pages.entries()) {
      expect(page).toContain(`Halaman ${index + 1} dari ${pdf.pages.length}`);
      expect(page).toContain("DRAF");
    }
    for (const { description, unitPrice } of lines) {
      const row = `${description} ${description === "Baris 7" ? ".*?" : ""}3 unit ${money(unitPrice)}`;
      expect(pdf.text).toMatch(new RegExp(row.replaceAll(".0", "\\.0")));
    }
    const net = 3_000_021n;
    expect(pdf.text).toContain(`ditambah PPN 11% (12% × 11/12): ${money((net * 11n) / 100n)}`);
    expect(pdf.text).toContain(money(net + (net * 11n) / 100n));
    expect(pdf.text).toContain(`Total kebutuhan ${money(total)}`);
    expect(pdf.text).toContain(`Jumlah termin ${money(total)}`);
    expect(pdf.text).toContain(`Jumlah swadaya ${money(4_000_000n)}`);
    // The head of the table stands on every page that the budget reaches.
    const budget = pdf.pages.filter((page) => /Baris \d+ 3 unit/.test(page));
    expect(budget.filter((page) => page.includes("Uraian Volume Harga satuan Jumlah"))).toHaveLength(budget.length);
    expect(pdf.text).toContain("25 Nov 2026, 03.15 WIB");
  });

  it("says where a draft is still empty, in the language of its reader", async () => {
    const pdf = await drawn(viewOf({}));
    expect(pdf.title).toBe("Usulan tanpa judul");
    expect(pdf.text.match(/Belum diisi\./g)?.length).toBeGreaterThan(4);
    const english = await drawn(viewOf({}), "en");
    expect(english).toMatchObject({ title: "Untitled proposal", language: "en-GB" });
    expect(english.pages[0]).toContain("DRAFT");
    expect(english.text).toContain("Page 1 of");
  });

  it("is drawn whatever was typed: no spaces, no end, no letters", async () => {
    const endless = "x".repeat(6_000);
    const pdf = await drawn(
      viewOf({
        title: "🎉".repeat(40) + endless.slice(0, 300),
        summary: endless,
        story: `${"Cerita yang panjang sekali. ".repeat(500)}\n\n\u202e${endless}\u0000`,
        place: "\ud83d",
        lines: [{ ...line(1), description: endless, unit: endless.slice(0, 400), section: endless.slice(0, 900) }, line(2)],
        risks: [{ id: "r", risk: "r ".repeat(2_000), likelihood: null, mitigation: endless }],
        tranches: [{ title: endless, amount: null, condition: endless, plannedOn: null }],
        indicators: [{ id: "i", code: null, name: endless, unit: endless.slice(0, 100), baseline: null, target: null }],
      }),
    );
    // Nothing is cut off: all the letters are there, on as many pages as they take.
    expect(pdf.text.replaceAll(" ", "").match(/x/g)?.length).toBeGreaterThan(6 * 6_000);
    expect(pdf.text).toContain("Total kebutuhan");
  }, 60_000);

  it("names its state across the pages until it is published", () => {
    const marks = (["draft", "revision_requested", "verifying", "published"] as const).map(
      (status) => draftPaper(viewOf({}, { status }), "id", at).mark,
    );
    expect(marks).toEqual(["DRAF", "DRAF", "SEDANG DIPERIKSA", null]);
  });

  it("turns away what comes when too many wait, and goes on afterwards", async () => {
    const paper = draftPaper(viewOf({ title: "Antre" }), "id", at);
    const answers = await Promise.all(Array.from({ length: 12 }, () => renderPaper(paper, at)));
    expect(answers.filter((answer) => answer === undefined)).toHaveLength(6);
    expect(await renderPaper(paper, at)).toBeDefined();
  });
});
