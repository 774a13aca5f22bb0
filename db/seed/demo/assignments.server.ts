import { acceptAssignment } from "~/features/assignments/accept-assignment.server";
import type { Answer, AssignmentKind } from "~/features/assignments/assignment";
import { concludeAssignment } from "~/features/assignments/conclude-assignment.server";
import { offerAssignment } from "~/features/assignments/offer-assignment.server";
import type { CheckResult } from "~/features/proposals/proposal";
import { addDays } from "~/kernel/dates";
import { today } from "~/platform/clock.server";
import { checklists } from "#db/reference/checklists";
import type { Timeline } from "./timeline";
import { type World, formKey } from "./world.server";

export type DemoAssignment = {
  program: string;
  kind: AssignmentKind;
  who: string;
  trancheN?: number;
  offered: number;
  /** Undefined while the practitioner has not answered. */
  accepted?: number;
  /** Undefined while it is under way. */
  done?: number;
  result?: CheckResult;
  finding?: string;
  statement?: string;
  /** Questions that were answered otherwise than "match", with what differs. */
  differs?: Readonly<Record<string, string>>;
  /** Days from the offer to the last day. */
  days?: number;
};

/** A task is offered by the desk, taken on, and signed, as far as it has come. */
export function planAssignment(world: World, timeline: Timeline, task: DemoAssignment): void {
  const say = (what: string) => `${task.kind} of ${task.program}: ${what}`;
  const ids = { assignmentId: "" };
  timeline.on(task.offered, "15.30", say("offered"), async () => {
    const { assignmentId } = await world.does("verifikator", offerAssignment, {
      ...formKey(),
      proposalId: world.program(task.program).proposalId,
      kind: task.kind,
      organizationId: world.organization(task.who),
      trancheN: task.trancheN ?? null,
      dueOn: addDays(today(), task.days ?? 10),
    });
    ids.assignmentId = assignmentId;
  });
  const { accepted, done } = task;
  if (accepted === undefined) return;
  timeline.on(accepted, "16.10", say("accepted"), () => world.does(task.who, acceptAssignment, { ...ids, untied: true }));
  if (done === undefined) return;
  timeline.on(done, "18.20", say("signed"), () =>
    world.does(task.who, concludeAssignment, {
      ...formKey(),
      ...ids,
      answers: answersOf(task),
      result: task.result ?? "match",
      finding: task.finding ?? "",
      statement: task.statement ?? "",
      confirmsArrival: task.kind === "endorsement",
    }),
  );
}

function answersOf(task: DemoAssignment): Answer[] {
  return checklists[task.kind].map(({ code }) => {
    const note = task.differs?.[code];
    return { item: code, answer: note === undefined ? "match" : "differs", note: note ?? "" };
  });
}

/** Who of the field did what, at every stage. Days count back from the day of seeding. */
export const assignments: readonly DemoAssignment[] = [
  {
    program: "sumur",
    kind: "second_reading",
    who: "tksk",
    offered: -216,
    accepted: -216,
    done: -216,
    finding: "Setiap pemeriksaan berbukti. Debit sumur uji mendukung jumlah sambungan yang dijanjikan.",
  },
  {
    program: "sumur",
    kind: "endorsement",
    who: "tokoh",
    offered: -218,
    accepted: -217,
    done: -217,
    finding: "Lembaga dikenal warga, rapat dukuh menyetujui letak sumur.",
    statement:
      "Saya tinggal di desa ini sebelas tahun. Dukuh kami membeli air tujuh bulan setahun, dan warga sudah menyediakan tanah untuk tandonnya.",
  },
  {
    program: "sumur",
    kind: "impact_assessment",
    who: "peksos",
    trancheN: 1,
    offered: -100,
    accepted: -99,
    done: -94,
    finding: "Sumur dalam bekerja, 96 keluarga sudah mengambil air. Iuran pemeliharaan disepakati dalam rapat.",
  },
  {
    program: "sumur",
    kind: "arrival_confirmation",
    who: "tokoh",
    trancheN: 1,
    offered: -100,
    accepted: -98,
    done: -96,
    finding: "Air sampai di dua dukuh. Satu kran umum masih menunggu sambungan.",
  },
  {
    program: "terapi",
    kind: "field_visit",
    who: "psm.sambong",
    offered: -6,
    accepted: -5,
    done: -1,
    result: "differs",
    finding: "Ruang terapi terukur 4 × 5 meter, di usulan tertulis 6 × 8. Delapan dari delapan rumah cocok.",
    differs: { place: "Ruang 4 × 5 meter. Cukup untuk tiga alat sekaligus, pintu 80 cm." },
  },
  {
    program: "terapi",
    kind: "regulation_review",
    who: "penyuluh",
    offered: -5,
    accepted: -4,
    done: -3,
    finding: "Sasaran termasuk PPKS yang diatur. Serah terima alat kepada lembaga jelas.",
  },
  { program: "terapi", kind: "need_assessment", who: "peksos", offered: -2, accepted: -1, days: 4 },
  { program: "terapi", kind: "endorsement", who: "tokoh.ngelo", offered: -1, days: 6 },
];
