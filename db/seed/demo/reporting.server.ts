import { addReceipt } from "~/features/impact/add-receipt.server";
import { approveReceipt } from "~/features/impact/approve-receipt.server";
import { attachReportPhoto } from "~/features/impact/attach-report-photo.server";
import { publishReport } from "~/features/impact/publish-report.server";
import { saveReport } from "~/features/impact/save-report.server";
import { startReport } from "~/features/impact/start-report.server";
import { submitReport } from "~/features/impact/submit-report.server";
import { formatDay } from "~/kernel/dates";
import { formatRupiah } from "~/kernel/money";
import type { DemoReceipt, DemoReport } from "./history";
import { makePdf } from "./papers";
import { drawPhoto } from "./photos.server";
import { peopleOf } from "./organizations";
import type { Timeline } from "./timeline";
import { type World, fileOf, formKey } from "./world.server";

/** Receipts come in one by one and are checked; then the report is written, sent and published, as far as it has come. */
export function planReport(world: World, timeline: Timeline, report: DemoReport, community: string): void {
  const { treasurer, sender, writer } = peopleOf(community);
  const say = (what: string) => `report ${report.n} of ${report.program}: ${what}`;
  const reportIds = { reportId: "" };
  const id = () => ({ proposalId: world.program(report.program).proposalId, reportId: reportIds.reportId });

  for (const [index, receipt] of report.receipts.entries()) {
    const day = report.from + index;
    timeline.on(day, "17.05", say(`receipt of ${receipt[2]}`), () => takeReceipt(world, timeline, report, receipt, day, treasurer));
  }
  const written = (report.sent ?? report.from + report.receipts.length + 1) - (report.sent === undefined ? 0 : 1);
  timeline.on(Math.min(written, -1), "19.30", say("written"), async () => {
    const { proposalId } = world.program(report.program);
    Object.assign(reportIds, await world.does(writer, startReport, { proposalId, trancheN: report.n }));
    const picture = fileOf(await drawPhoto(report.scene, report.n), `termin-${report.n}.jpg`);
    await world.does(writer, attachReportPhoto, { ...id(), file: picture, caption: report.headline });
    await world.does(writer, saveReport, { ...id(), version: 1, patch: patchOf(world, report) });
  });
  const { sent, published } = report;
  if (sent === undefined) return;
  timeline.on(sent, "08.15", say("sent"), async () => {
    const { version } = await world.db.selectFrom("reports").select("version").where("id", "=", id().reportId).executeTakeFirstOrThrow();
    await world.does(sender, submitReport, { ...id(), version });
  });
  if (published !== undefined)
    timeline.on(published, "10.45", say("published"), () => world.does("verifikator", publishReport, { ...formKey(), ...id() }));
}

async function takeReceipt(
  world: World,
  timeline: Timeline,
  report: DemoReport,
  receipt: DemoReceipt,
  day: number,
  treasurer: string,
): Promise<void> {
  const [line, amount, vendor, description, approved] = receipt;
  const { proposalId, lines } = world.program(report.program);
  const spentOn = timeline.day(day - 1);
  const paper = makePdf(`Nota ${vendor}`, [
    `Tanggal ${formatDay(spentOn)}`,
    description.replaceAll("–", "-"),
    `Jumlah ${formatRupiah(amount)}`,
    "Lunas. Contoh untuk demo.",
  ]);
  const { receiptId } = await world.does(treasurer, addReceipt, {
    ...formKey(),
    proposalId,
    trancheN: report.n,
    budgetLineId: lines[line - 1] ?? "",
    amount,
    spentOn,
    vendor,
    description,
    file: fileOf(paper, "nota.pdf"),
  });
  if (approved !== false) await world.does("verifikator", approveReceipt, { ...formKey(), proposalId, receiptId });
}

function patchOf(world: World, report: DemoReport) {
  const { headline, story, lessons, beneficiaries, results } = report;
  const { indicators } = world.program(report.program);
  return {
    headline,
    story,
    lessons,
    beneficiaries: beneficiaries?.total ?? null,
    women: beneficiaries?.women ?? null,
    children: beneficiaries?.children ?? null,
    elderly: beneficiaries?.elderly ?? null,
    disabled: beneficiaries?.disabled ?? null,
    results: results.map(([actual, note], index) => ({
      indicatorId: indicators[index] ?? "",
      actual: actual === null ? null : String(actual),
      note,
    })),
  };
}
