import { describe, expect, it } from "vitest";
import { readSection } from "~/features/proposals/section-form";
import { mergeSection, unitsOf } from "~/features/proposals/section-units";
import { parseDay } from "~/kernel/dates";
import { newId } from "~/kernel/ids";
import { fingerprints } from "~/kernel/three-way";

function form(entries: readonly [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}

describe("a step of the editor", () => {
  it("reads rows in their order and keeps what it can't read", () => {
    const [a, b] = [newId(), newId()];
    const { patch, unread } = readSection(
      "budget",
      form([
        ["lines", b],
        ["lines", a],
        ["groups.g0.name", " Kebun "],
        [`lines.${a}.group`, "g0"],
        [`lines.${a}.description`, " Bibit "],
        [`lines.${a}.volume`, "12,5"],
        [`lines.${a}.unit`, "kg"],
        [`lines.${a}.unitPrice`, "Rp 40.000"],
        [`lines.${b}.description`, "Pagar"],
        [`lines.${b}.volume`, "tiga"],
        [`lines.${b}.unitPrice`, "1,5 jt"],
      ]),
    );
    expect(patch.lines).toEqual([
      { id: b, section: "", description: "Pagar", volume: null, unit: "", unitPrice: 1_500_000n, tax: null, memberId: null, shares: [] },
      {
        id: a,
        section: "Kebun",
        description: "Bibit",
        volume: "12.5",
        unit: "kg",
        unitPrice: 40_000n,
        tax: null,
        memberId: null,
        shares: [],
      },
    ]);
    expect(unread).toEqual({ [`lines.${b}.volume`]: "tiga" });
  });

  it("keeps a price that makes no whole rupiah as it was typed", () => {
    const a = newId();
    const { patch, unread } = readSection(
      "budget",
      form([
        ["lines", a],
        [`lines.${a}.volume`, "0,5"],
        [`lines.${a}.unitPrice`, "1.001"],
      ]),
    );
    expect(patch.lines?.[0]?.unitPrice).toBeNull();
    expect(unread).toEqual({ [`lines.${a}.unitPrice`]: "1.001" });
  });

  it("puts the primary goal first and takes only goals there are", () => {
    const { patch } = readSection(
      "story",
      form([
        ["primaryGoal", "8"],
        ["goals", "4"],
        ["goals", "8"],
        ["goals", "18"],
        ["pillar", "nothing"],
      ]),
    );
    expect(patch.goals).toEqual([8, 4]);
    expect(patch.pillar).toBeNull();
  });

  it("changes only what the step shows", () => {
    expect(Object.keys(readSection("area", form([["place", "Balai"]])).patch)).toEqual(["place", "startsOn", "endsOn", "openUntil"]);
    expect(readSection("review", form([["title", "x"]])).patch).toEqual({});
  });

  it("reads days both ways", () => {
    expect(parseDay("24/11/2026")).toBe("2026-11-24");
    expect(parseDay("2026-11-24")).toBe("2026-11-24");
    expect(parseDay("31/02/2026")).toBeUndefined();
  });
});

describe("two writers of a step", () => {
  const own = (description: string, id: string) =>
    ({ id, kind: "labour", description, volume: "1", unit: "hari", unitPrice: 100_000n }) as const;

  it("each keep their swadaya, and choose only where both changed the same row", () => {
    const [a, b, c] = [newId(), newId(), newId()];
    const first = { content: { lines: [], contributions: [own("Gali", a), own("Masak", b)] }, unread: {} };
    const base = fingerprints(unitsOf("budget", first));
    const saved = { content: { lines: [], contributions: [own("Gali parit", a), own("Masak", b)] }, unread: {} };
    const mine = { patch: { lines: [], contributions: [own("Gali", a), own("Masak siang", b), own("Kas", c)] }, unread: {} };
    const { merged, conflicts } = mergeSection("budget", { base, mine, saved, asked: {} });
    expect(conflicts).toEqual([]);
    expect(merged.patch.contributions?.map((row) => row.description)).toEqual(["Gali parit", "Masak siang", "Kas"]);
    const both = { patch: { lines: [], contributions: [own("Gali kolam", a), own("Masak", b)] }, unread: {} };
    expect(mergeSection("budget", { base, mine: both, saved, asked: {} }).conflicts).toEqual([`contributions.${a}`]);
  });

  it("keep what can't be read of a need group as its own unit", () => {
    const first = { content: { needs: ["poor"], needPeople: [{ code: "poor", people: 40 }] }, unread: {} };
    const base = fingerprints(unitsOf("people", first));
    const mine = { patch: { needs: ["poor"], needPeople: [] }, unread: { "needPeople.poor.people": "semua" } };
    const { merged, conflicts } = mergeSection("people", { base, mine, saved: first, asked: {} });
    expect(conflicts).toEqual([]);
    expect(merged).toMatchObject({ patch: { needPeople: [] }, unread: { "needPeople.poor.people": "semua" } });
  });
});
