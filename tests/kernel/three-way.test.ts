import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fingerprints, hasChanged, mergeUnits, parseFingerprints, readAsked } from "~/kernel/three-way";

const base = fingerprints({ title: "Sumur", place: "Ledok", gone: "x" });

describe("two people who change the same page", () => {
  it("takes each part from the one who changed it", () => {
    const { take, conflicts } = mergeUnits({
      base,
      mine: { title: "Sumur dalam", place: "Ledok", gone: "x", new: "baru" },
      saved: { title: "Sumur", place: "Balai", also: "juga" },
      asked: {},
    });
    expect(conflicts).toEqual([]);
    expect(Object.fromEntries(take)).toEqual({ title: "mine", place: "saved", gone: "saved", new: "mine", also: "saved" });
  });

  it("leaves what both changed differently to the writer, and takes the answer only for what was shown", () => {
    const versions = { mine: { title: "Saya", gone: "x" }, saved: { title: "Dia" } };
    expect(mergeUnits({ base, ...versions, asked: {} }).conflicts).toEqual(["title"]);
    const shown = fingerprints(versions.saved);
    expect(mergeUnits({ base: shown, ...versions, asked: { title: undefined } }).conflicts).toEqual(["title"]);
    expect(mergeUnits({ base: shown, ...versions, asked: { title: "saved" } }).take.get("title")).toBe("saved");
    expect(mergeUnits({ base: shown, ...versions, asked: { title: "mine" } }).take.get("title")).toBe("mine");
    expect(mergeUnits({ base: shown, mine: versions.mine, saved: { title: "Orang ketiga" }, asked: { title: "mine" } }).conflicts).toEqual([
      "title",
    ]);
  });

  it("has no conflict where both wrote the same, or one removed what the other left alone", () => {
    expect(mergeUnits({ base, mine: { title: "A" }, saved: { title: "A" }, asked: {} }).conflicts).toEqual([]);
    expect(mergeUnits({ base, mine: {}, saved: { gone: "x" }, asked: {} }).take.get("gone")).toBe("mine");
    expect(mergeUnits({ base, mine: {}, saved: { gone: "y" }, asked: {} }).conflicts).toEqual(["gone"]);
  });

  it("never drops a change of either side without asking", () => {
    const sheet = fc.dictionary(fc.constantFrom("a", "b", "c", "d"), fc.string({ maxLength: 3 }));
    fc.assert(
      fc.property(sheet, sheet, sheet, (before, mine, saved) => {
        const { take, conflicts } = mergeUnits({ base: fingerprints(before), mine, saved, asked: {} });
        for (const name of new Set([...Object.keys(mine), ...Object.keys(saved)])) {
          const kept = take.get(name) === "saved" ? saved[name] : mine[name];
          if (mine[name] !== before[name] && saved[name] !== before[name] && mine[name] !== saved[name]) expect(conflicts).toContain(name);
          else if (mine[name] !== before[name]) expect(kept).toBe(mine[name]);
          else if (saved[name] !== before[name]) expect(kept).toBe(saved[name]);
        }
      }),
    );
  });

  it("notices a changed, an added and a removed part", () => {
    expect(hasChanged(base, { title: "Sumur", place: "Ledok", gone: "x" })).toBe(false);
    const changed: Record<string, string>[] = [
      { title: "S", place: "Ledok", gone: "x" },
      { title: "Sumur", place: "Ledok" },
      { title: "Sumur", place: "Ledok", gone: "x", n: "" },
    ];
    for (const saved of changed) expect(hasChanged(base, saved)).toBe(true);
  });
});

describe("the hidden field", () => {
  it("is read back, and nothing else is", () => {
    expect(parseFingerprints(JSON.stringify(base))).toEqual(base);
    for (const wrong of [null, "", "[]", "{", '{"a":1}', "null"]) expect(parseFingerprints(wrong)).toBeUndefined();
  });

  it("knows the parts that were asked about, answered or not", () => {
    const form = new FormData();
    for (const unit of ["title", "place", "lines.x"]) form.append("beda", unit);
    form.append("pilih.title", "saya");
    form.append("pilih.place", "tersimpan");
    form.append("pilih.lines.x", "entah");
    expect(readAsked(form)).toEqual({ title: "mine", place: "saved", "lines.x": undefined });
  });
});
