import { answerAmendment } from "~/features/amendments/answer-amendment.server";
import { attachEvidence } from "~/features/amendments/attach-evidence.server";
import { checkAmendment } from "~/features/amendments/check-amendment.server";
import { currentVersion } from "~/features/amendments/keep-version.server";
import type { ContentPart } from "~/features/amendments/amendment";
import type { ProgramContent } from "~/features/amendments/program-content";
import { saveAmendment } from "~/features/amendments/save-amendment.server";
import { startAmendment } from "~/features/amendments/start-amendment.server";
import { submitAmendment } from "~/features/amendments/submit-amendment.server";
import type { DraftPatch } from "~/features/proposals/draft-patch";
import { peopleOf } from "./organizations";
import { makePdf } from "./papers";
import type { Timeline } from "./timeline";
import { type World, fileOf, formKey } from "./world.server";

type Line = ProgramContent["lines"][number];
type Paper = { title: string; lines: readonly string[]; forPublic: boolean };
type Changes = { readonly [P in ContentPart]?: DraftPatch };

/** One program that has changed a little, and one whose change waits for the last of its funders. */
export function planAmendments(world: World, timeline: Timeline, communityOf: (program: string) => string): void {
  const belajar = { proposalId: () => world.program("belajar").proposalId, ...peopleOf(communityOf("belajar")) };
  const bengkel = { proposalId: () => world.program("bengkel").proposalId, ...peopleOf(communityOf("bengkel")) };

  timeline.on(-21, "19.40", "belajar's amendment is sent", async () => {
    const { lines } = await contentOf(world, belajar.proposalId());
    const budget = lines.map((line, index) => (index === 1 ? { ...line, volume: "300" } : line));
    const roof = added("Ruang dan buku", "Perbaikan atap teras baca", "1", "paket", 1_100_000n);
    await send(world, belajar, "field_differs", roofReason, { budget: { lines: [...budget.slice(0, 3), roof, ...budget.slice(3)] } });
  });
  timeline.on(-19, "10.20", "belajar's amendment is checked", () =>
    world.does("verifikator", checkAmendment, { ...formKey(), proposalId: belajar.proposalId(), n: 1 }),
  );

  timeline.on(-4, "20.10", "bengkel's amendment is sent", async () => {
    const { lines, tranches } = await contentOf(world, bengkel.proposalId());
    const car = added("Pelatihan", "Sewa kendaraan ke tempat uji", "4", "hari", 600_000n);
    // The last line, the report, is borne by the community itself.
    const budget = lines.slice(0, -1).flatMap((line, index): DraftPatch["lines"] & object => {
      if (index === 5) return [{ ...line, unitPrice: 850_000n }];
      if (index === 6) return [line, car];
      return [index === 7 ? { ...line, unitPrice: 9_200_000n } : line];
    });
    const plan = tranches.map((tranche, index) => (index === 3 ? { ...tranche, plannedOn: timeline.day(140) } : tranche));
    const changes = { budget: { lines: budget }, tranches: { tranches: plan }, time: { endsOn: timeline.day(235) } };
    await send(world, bengkel, "supplier_unavailable", testReason, changes, testEvidence);
  });
  timeline.on(-3, "09.30", "bengkel's amendment is checked", () =>
    world.does("verifikator", checkAmendment, { ...formKey(), proposalId: bengkel.proposalId(), n: 1 }),
  );
  for (const [company, day, note] of [
    ["kawung", -3, "Lanjut. Lampirkan surat tempat uji pada laporan berikutnya."],
    ["tirta", -1, ""],
  ] as const) {
    timeline.on(day, "15.30", `${company} accepts bengkel's amendment`, () =>
      world.does(`penyetuju.${company}`, answerAmendment, {
        ...formKey(),
        proposalId: bengkel.proposalId(),
        n: 1,
        companyId: world.organization(company === "kawung" ? "energi-kawung" : "tirta-sambara"),
        answer: "accepted",
        note,
      }),
    );
  }
}

const roofReason =
  "Atap teras baca bocor sejak hujan pertama dan buku harus dipindah setiap sore. Perbaikannya Rp 1.100.000, diambil dari 20 eksemplar buku yang dapat dipinjam dari perpustakaan desa.";

const testReason = `Tempat uji kompetensi di Blora tutup sampai Maret 2027. Tempat terdekat ada di Cepu, biayanya Rp 100.000 lebih mahal per orang dan 24 peserta perlu diantar empat hari.

Kekurangan Rp 4.800.000 diambil dari suku cadang awal dan dari pelaporan, yang kami kerjakan sendiri. Ujian baru dapat dimulai sesudah jadwal semula, jadi program selesai 45 hari lebih lambat.`;

const testEvidence: readonly Paper[] = [
  {
    title: "Surat LSP Cepu, daftar biaya 2026",
    lines: ["Uji kompetensi servis sepeda motor: Rp 850.000 per orang", "Berlaku sampai 31 Desember 2026", "Telepon dan rekening ditutup"],
    forPublic: true,
  },
  {
    title: "Notulen rapat pengurus tentang tempat uji",
    lines: ["Pengurus sepakat memindahkan uji kompetensi ke Cepu.", "Laporan dikerjakan sendiri; suku cadang awal dikurangi."],
    forPublic: false,
  },
];

function added(
  section: string,
  description: string,
  volume: string,
  unit: string,
  unitPrice: bigint,
): Omit<Line, "id" | "memberId" | "shares"> {
  return { section, description, volume, unit, unitPrice, tax: null };
}

async function contentOf(world: World, proposalId: string): Promise<ProgramContent> {
  return (await world.db.transaction().execute((trx) => currentVersion(trx, proposalId))).content;
}

async function send(
  world: World,
  { proposalId: find, writer, sender }: { proposalId: () => string; writer: string; sender: string },
  reasonCode: "field_differs" | "supplier_unavailable",
  reason: string,
  changes: Changes,
  papers: readonly Paper[] = [],
): Promise<void> {
  const proposalId = find();
  const { n } = await world.does(writer, startAmendment, { ...formKey(), proposalId, reasonCode, reason });
  let revision = 1;
  for (const [part, patch] of Object.entries(changes) as [ContentPart, DraftPatch][]) {
    ({ revision } = await world.does(writer, saveAmendment, { proposalId, n, revision, write: { part, patch, unread: {} } }));
  }
  for (const { title, lines, forPublic } of papers) {
    const file = fileOf(makePdf(title, lines), "lampiran.pdf");
    ({ revision } = await world.does(writer, attachEvidence, { proposalId, n, file, title, forPublic }));
  }
  await world.does(sender, submitAmendment, { ...formKey(), proposalId, n, revision });
}
