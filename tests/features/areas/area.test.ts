import { describe, expect, it } from "vitest";
import { levelOfCode, pathOfCode, searchWords, shortAreaLabel } from "~/features/areas/area";

describe("areas", () => {
  it("reads what people type", () => {
    expect(searchWords("  Kec. SAMBÓNG, kab Blora ")).toEqual(["kecamatan", "sambong", "kabupaten", "blora"]);
    expect(searchWords("%_\\")).toEqual([]);
  });

  it("knows the levels of codes", () => {
    expect(levelOfCode("33")).toBe("province");
    expect(levelOfCode("33.16.06.2002")).toBe("village");
    expect(levelOfCode("33.16%")).toBeUndefined();
    expect(pathOfCode("33.16.06.2002")).toEqual(["33", "33.16", "33.16.06", "33.16.06.2002"]);
  });

  it("shortens labels", () => {
    expect(shortAreaLabel("Desa Ledok, Kecamatan Sambong, Kabupaten Blora")).toBe("Desa Ledok, Kec.\u00a0Sambong, Kab.\u00a0Blora");
  });
});
