import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Answer, type Said, assignmentKinds } from "~/features/assignments/assignment";
import { dayClaim, spreadOf, takesPhotos } from "~/features/assignments/visit-photo";
import { mergeWork, workUnits } from "~/features/assignments/work-units";
import { fingerprintOf } from "~/features/files/fingerprint";
import { evidenceIn, kilometresBetween } from "~/features/files/photo-evidence";
import { checkResults } from "~/features/proposals/proposal";
import { fingerprints } from "~/kernel/three-way";

const taken = new Date("2026-11-23T10:34:00Z");

describe("what a phone writes into a photo", () => {
  it("is read with its zone, or as Western Indonesian Time", () => {
    expect(evidenceIn({ Photo: { DateTimeOriginal: taken, OffsetTimeOriginal: "+08:00" } }).takenAt?.toISOString()).toBe(
      "2026-11-23T02:34:00.000Z",
    );
    expect(evidenceIn({ Photo: { DateTimeOriginal: taken, OffsetTimeOriginal: "-03:30" } }).takenAt?.toISOString()).toBe(
      "2026-11-23T14:04:00.000Z",
    );
    expect(evidenceIn({ Image: { DateTime: taken } }).takenAt?.toISOString()).toBe("2026-11-23T03:34:00.000Z");
  });

  it("says nothing where it is nonsense", () => {
    const nonsense = [
      {},
      { Photo: { DateTimeOriginal: "kemarin" } },
      { Photo: { DateTimeOriginal: new Date(Number.NaN) } },
      { Photo: { DateTimeOriginal: new Date("1970-01-01") } },
    ];
    for (const exif of nonsense) expect(evidenceIn(exif).takenAt).toBeNull();
    const places = [
      { GPSLatitude: [0, 0, 0], GPSLongitude: [0, 0, 0] },
      { GPSLatitude: [7, 9], GPSLongitude: [111, 35, 0] },
      { GPSLatitude: [97, 0, 0], GPSLongitude: [111, 35, 0] },
      { GPSLatitude: [Number.NaN, 0, 0], GPSLongitude: [111, 35, 0] },
      { GPSLatitude: [7, 9, 0] },
    ];
    for (const GPSInfo of places) expect(evidenceIn({ GPSInfo }).place).toBeNull();
  });

  it("keeps a place to a hundredth of a degree and no more", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 89 }),
        fc.float({ min: 0, max: 59, noNaN: true }),
        fc.constantFrom("N", "S"),
        (whole, minutes, side) => {
          const { place } = evidenceIn({
            GPSInfo: { GPSLatitude: [whole, minutes, 0], GPSLatitudeRef: side, GPSLongitude: [111, 35, 24], GPSLongitudeRef: "E" },
          });
          expect(Math.abs((place?.latitude ?? 0.001) * 100 - Math.round((place?.latitude ?? 0.001) * 100))).toBeLessThan(1e-9);
          expect(Math.abs(Math.abs(place?.latitude ?? 0) - (whole + minutes / 60))).toBeLessThanOrEqual(0.0051);
        },
      ),
    );
  });
});

describe("the day of a photo", () => {
  const sentAt = new Date("2026-11-23T09:00:00Z");
  const offeredAt = new Date("2026-11-20T09:00:00Z");
  it.each([
    [null, { says: "unknown" }],
    ["2026-11-23T00:10:00Z", { says: "same_day" }],
    // 01.00 on the 23rd in Jakarta, still the 22nd in Greenwich
    ["2026-11-22T18:00:00Z", { says: "same_day" }],
    ["2026-11-21T02:00:00Z", { says: "days_before", days: 2 }],
    ["2026-11-19T02:00:00Z", { says: "before_task" }],
    ["2026-11-24T02:00:00Z", { says: "after_sent" }],
  ])("%s", (at, claim) => {
    expect(dayClaim({ takenAt: at === null ? null : new Date(at), sentAt }, offeredAt)).toEqual(claim);
  });
});

describe("places", () => {
  it("are as far apart as on the map", () => {
    expect(kilometresBetween({ latitude: -7.15, longitude: 111.59 }, { latitude: -6.97, longitude: 111.42 })).toBeCloseTo(27.5, 0);
    expect(spreadOf([null, { latitude: -7.15, longitude: 111.59 }])).toBeUndefined();
    expect(spreadOf([{ latitude: -7.15, longitude: 111.59 }, null, { latitude: -7.15, longitude: 111.59 }])).toBe(0);
  });
});

describe("a fingerprint", () => {
  it("is the same for the same picture made brighter, and nothing for a plain one", () => {
    const grey = Uint8Array.from({ length: 72 }, (_, index) => (index * 37) % 160);
    expect(fingerprintOf(grey.map((value) => value + 60))).toBe(fingerprintOf(grey));
    expect(fingerprintOf(new Uint8Array(72))).toBeUndefined();
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 72, maxLength: 72 }), (pixels) => {
        const print = fingerprintOf(pixels) ?? 0n;
        expect(print >= -(2n ** 63n) && print < 2n ** 63n).toBe(true);
      }),
    );
  });
});

describe("tasks on the spot", () => {
  it("take photos, those at a desk take papers", () => {
    expect(assignmentKinds.filter(takesPhotos)).toEqual(["field_visit", "impact_assessment", "arrival_confirmation"]);
  });
});

describe("two devices", () => {
  const text = fc.constantFrom("", "a", "b");
  const answers = fc.tuple(
    ...["x", "y"].map((item) => fc.record({ item: fc.constant(item), answer: fc.constantFrom(null, ...checkResults), note: text })),
  ) as fc.Arbitrary<Answer[]>;
  const saying: fc.Arbitrary<Said> = fc.record({
    answers,
    finding: text,
    statement: text,
    confirmsArrival: fc.boolean(),
    result: fc.constantFrom(null, ...checkResults),
  });

  it("lose nothing: each part is what one of them says, and a part that only one changed is that one's", () => {
    fc.assert(
      fc.property(saying, saying, saying, (before, mine, saved) => {
        const { merged, conflicts } = mergeWork(mine, { base: fingerprints(workUnits(before)), saved, asked: {} });
        const [was, a, b, out] = [before, mine, saved, merged].map(workUnits) as [
          ReturnType<typeof workUnits>,
          ReturnType<typeof workUnits>,
          ReturnType<typeof workUnits>,
          ReturnType<typeof workUnits>,
        ];
        for (const name of Object.keys(out)) {
          if (a[name] === b[name]) expect(out[name]).toBe(a[name]);
          else if (was[name] === a[name]) expect(out[name]).toBe(b[name]);
          else if (was[name] === b[name]) expect(out[name]).toBe(a[name]);
          else expect([conflicts.includes(name), out[name]]).toEqual([true, a[name]]);
        }
      }),
    );
  });
});
