import fc from "fast-check";
import { expect, test } from "vitest";
import { browsePath, emptyFilter, isNarrowed, readBrowse, writeCursor } from "~/features/reporting/browse";
import { newId } from "~/kernel/ids";
import { aFilter } from "./many-programs";

const read = (query: string) => readBrowse(new URLSearchParams(query));

test("an address says what its filter says", () => {
  fc.assert(
    fc.property(aFilter, (some) => {
      const filter = some.min !== undefined && some.max !== undefined && some.min > some.max ? { ...some, max: undefined } : some;
      const { filter: found, ignored } = read(new URL(browsePath(filter), "http://x").search.slice(1));
      expect(found).toEqual(filter);
      expect(ignored).toEqual([]);
    }),
  );
});

test("what can't be read is named and left out", () => {
  const { filter, ignored, after } = read(
    "pilar=sihir&elemen=bank&kebutuhan=x&sdg=18&sdg=4&wilayah=jati&min=banyak&maks=-3&darurat=mungkin&urut=acak&setelah=%F0%9F%98%80",
  );
  expect([...ignored].sort()).toEqual(["darurat", "elemen", "kebutuhan", "maks", "min", "pilar", "sdg", "setelah", "urut", "wilayah"]);
  expect(filter).toEqual({ ...emptyFilter, goals: [4] });
  expect(after).toBeUndefined();
});

test("empty fields of a form are no filter", () => {
  const { filter, ignored } = read("q=&pilar=&min=&maks=&urut=&setelah=");
  expect(filter).toEqual(emptyFilter);
  expect(ignored).toEqual([]);
  expect(isNarrowed(filter)).toBe(false);
});

test("amounts are read as people type them", () => {
  expect(read("min=25+jt&maks=Rp+1.000.000.000").filter).toMatchObject({ min: 25_000_000n, max: 1_000_000_000n });
});

test("a lower bound above the upper one drops the upper one and says so", () => {
  expect(read("min=100&maks=50")).toMatchObject({ filter: { min: 100n, max: undefined }, ignored: ["maks"] });
});

test("a cursor belongs to its order", () => {
  const cursor = { sort: "sisa", key: "150000000", id: newId() } as const;
  expect(read(`setelah=${writeCursor(cursor)}`).after).toEqual(cursor);
  expect(read(`urut=baru&setelah=${writeCursor(cursor)}`)).toMatchObject({ after: undefined, ignored: ["setelah"] });
});

test("no address breaks the reading of an address", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom("q", "pilar", "sdg", "min", "maks", "setelah", "urut", "wilayah"), fc.string()), (params) => {
      const { filter } = readBrowse(new URLSearchParams(params));
      expect(filter.q.length).toBeLessThanOrEqual(120);
    }),
  );
});
