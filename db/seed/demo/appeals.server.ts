import { raiseAppeal } from "~/features/appeals/raise-appeal.server";
import { recordAppealCheck } from "~/features/appeals/record-appeal-check.server";
import { rejectAppeal } from "~/features/appeals/reject-appeal.server";
import { takeDuty } from "~/features/appeals/take-duty.server";
import { updateCount } from "~/features/appeals/update-count.server";
import { verifyAppeal } from "~/features/appeals/verify-appeal.server";
import { addDays } from "~/kernel/dates";
import { today } from "~/platform/clock.server";
import { makePdf } from "./papers";
import type { Timeline } from "./timeline";
import { type World, fileOf, formKey } from "./world.server";

const unit = { people: "ketua.posko", organization: "posko-kradenan" };

/** One appeal that was turned down last month, one that is a program since this week, and one of this morning whose clock is running. */
export function planAppeals(world: World, timeline: Timeline): void {
  const ids = { wind: "", flood: "" };
  timeline.on(-31, "07.10", "a wind appeal is raised", async () => {
    const { appealId } = await world.does(unit.people, raiseAppeal, {
      ...formKey(),
      organizationId: world.organization(unit.organization),
      disaster: "wind",
      title: "Angin kencang di Nginggil, tiga rumah rusak ringan",
      situation: "Angin kencang pukul lima sore. Genteng tiga rumah jatuh, tidak ada yang mengungsi.",
      villages: ["33.16.03.2004"],
      beganOn: addDays(today(), -1),
      count: { displaced: 0, families: 3, people: 11, toddlers: 1, elderly: 2, disabled: 0 },
      lines: [{ description: "Genteng", volume: 600, unit: "buah", unitPrice: 3_500n }],
      statement: null,
    });
    ids.wind = appealId;
  });
  timeline.on(-31, "13.40", "the wind appeal is turned down", () =>
    world.does("verifikator", rejectAppeal, {
      appealId: ids.wind,
      note: "Kerusakan ditangani pemerintah desa dan gotong royong warga, tidak perlu tanggap darurat.",
    }),
  );
  planFire(world, timeline);
  timeline.on(0, "06.30", "the verifier is on duty", () => world.does("verifikator", (trx, actor) => takeDuty(trx, actor), null));
  timeline.on(0, "06.40", "a flood appeal is raised", async () => {
    const { appealId } = await world.does(unit.people, raiseAppeal, {
      ...formKey(),
      organizationId: world.organization(unit.organization),
      disaster: "flood",
      title: "Banjir Bengawan Solo: 214 orang mengungsi di tiga desa",
      situation:
        "Air naik sejak pukul 23.10 dan melewati tanggul di dua titik. Jalan desa setinggi 60 sampai 90 cm, hanya perahu yang bisa masuk.",
      villages: ["33.16.03.2004", "33.16.03.2002", "33.16.03.2003"],
      beganOn: addDays(today(), -1),
      count: { displaced: 180, families: 170, people: 560, toddlers: 28, elderly: 24, disabled: 9 },
      lines: [
        { description: "Makanan siap saji, 7 hari", volume: 1498, unit: "porsi hari", unitPrice: 30_000n },
        { description: "Selimut", volume: 214, unit: "lembar", unitPrice: 85_000n },
        { description: "Terpal 4 × 6 m", volume: 60, unit: "lembar", unitPrice: 165_000n },
        { description: "Perlengkapan bayi", volume: 31, unit: "paket", unitPrice: 180_000n },
        { description: "Bahan bakar perahu, 7 hari", volume: 7, unit: "hari", unitPrice: 410_000n },
        { description: "Air minum galon", volume: 420, unit: "galon", unitPrice: 6_000n },
      ],
      statement: {
        number: "360/112/2026",
        issuer: "Keputusan tanggap darurat kabupaten",
        from: addDays(today(), -1),
        until: addDays(today(), 12),
        file: fileOf(makePdf("Pernyataan tanggap darurat", ["Nomor 360/112/2026", "Contoh untuk demo."]), "pernyataan.pdf"),
      },
    });
    ids.flood = appealId;
  });
  timeline.on(0, "06.58", "another report fits", () =>
    world.does("verifikator", recordAppealCheck, {
      appealId: ids.flood,
      kind: "other_report",
      result: "match",
      note: "PSM Kecamatan Kradenan: air 70 cm di Nginggil pukul 05.50.",
    }),
  );
  timeline.on(0, "07.05", "the statement is confirmed", () =>
    world.does("verifikator", recordAppealCheck, {
      appealId: ids.flood,
      kind: "statement",
      result: "match",
      note: "Nomor dan tanggal dibenarkan penerbit lewat telepon.",
    }),
  );
  timeline.on(0, "08.00", "the count is updated", () =>
    world.does(unit.people, updateCount, {
      appealId: ids.flood,
      count: { displaced: 214, families: 186, people: 612, toddlers: 31, elderly: 27, disabled: 9 },
    }),
  );
}

/** A fire that was checked within hours and is open for pledges. */
function planFire(world: World, timeline: Timeline): void {
  let appealId = "";
  timeline.on(-4, "20.15", "a fire appeal is raised", async () => {
    const raised = await world.does(unit.people, raiseAppeal, {
      ...formKey(),
      organizationId: world.organization(unit.organization),
      disaster: "fire",
      title: "Kebakaran di Nginggil: sembilan keluarga kehilangan rumah",
      situation: "Api menghabiskan sembilan rumah kayu pukul lima sore. Keluarga menumpang di balai desa, tidak ada korban jiwa.",
      villages: ["33.16.03.2004"],
      beganOn: today(),
      count: { displaced: 34, families: 9, people: 34, toddlers: 4, elderly: 6, disabled: 1 },
      lines: [
        { description: "Tenda keluarga", volume: 9, unit: "buah", unitPrice: 1_450_000n },
        { description: "Perlengkapan tidur", volume: 34, unit: "paket", unitPrice: 165_000n },
        { description: "Perlengkapan masak", volume: 9, unit: "paket", unitPrice: 420_000n },
        { description: "Makanan siap saji, 7 hari", volume: 238, unit: "porsi hari", unitPrice: 30_000n },
      ],
      statement: {
        number: "360/097/2026",
        issuer: "Surat keterangan camat",
        from: today(),
        until: addDays(today(), 14),
        file: fileOf(makePdf("Surat keterangan bencana", ["Nomor 360/097/2026", "Contoh untuk demo."]), "pernyataan.pdf"),
      },
    });
    appealId = raised.appealId;
  });
  const checks = [
    ["statement", "21.05", "Nomor dan tanggal dibenarkan kantor kecamatan lewat telepon."],
    ["other_report", "21.20", "PSM Kecamatan Kradenan melihat sendiri sembilan rumah yang terbakar."],
    ["district_head", "21.40", "Camat membenarkan jumlah keluarga di balai desa."],
    ["displaced_count", "22.00", "Sama dengan daftar balai desa malam itu."],
  ] as const;
  for (const [kind, at, note] of checks) {
    timeline.on(-4, at, `the fire appeal's ${kind} is checked`, () =>
      world.does("verifikator", recordAppealCheck, { appealId, kind, result: "match", note }),
    );
  }
  timeline.on(-4, "22.10", "the fire appeal becomes a program", () =>
    world.does("verifikator", verifyAppeal, { appealId, note: "Empat pemeriksaan cocok." }),
  );
}
