import type { Kysely } from "kysely";
import { checkBooks } from "~/features/health/check-books.server";
import { requestRevision } from "~/features/verification/request-revision.server";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { planAmendments } from "./demo/amendments.server";
import { planAppeals } from "./demo/appeals.server";
import { assignments, planAssignment } from "./demo/assignments.server";
import type { DemoProgram } from "./demo/demo-program";
import { approvePapers, foundDesk, registerDemo, sendPapers } from "./demo/founding.server";
import { disbursements, pledges, publications, reports, unmatchedLines } from "./demo/history";
import { payoutNumber, planPayout } from "./demo/cards.server";
import { planDisbursement, planPledge, referenceOf } from "./demo/money.server";
import { planNews } from "./demo/news.server";
import { planLeaders } from "./demo/leaders.server";
import { planReferrals } from "./demo/referrals.server";
import { planNeed } from "./demo/mapping.server";
import { needs } from "./demo/needs";
import { communities, companies, practitioners, waitingCommunity, waitingCompany } from "./demo/organizations";
import { banjirKradenan } from "./demo/programs/banjir-kradenan";
import { batikRandublatung } from "./demo/programs/batik-randublatung";
import { belajarJati } from "./demo/programs/belajar-jati";
import { bengkelSambong } from "./demo/programs/bengkel-sambong";
import { brailleCepu } from "./demo/programs/braille-cepu";
import { kebunCepu } from "./demo/programs/kebun-cepu";
import { konselingRandublatung } from "./demo/programs/konseling-randublatung";
import { sumurKedungtuban } from "./demo/programs/sumur-kedungtuban";
import { dapurJati, jambanKedungtuban, komposSambong, terapiCepu } from "./demo/programs/waiting";
import { checkProposal, openForChecking, publishDemo, sendProposal, writeProposal } from "./demo/proposing.server";
import { planReport } from "./demo/reporting.server";
import { planStanding } from "./demo/standing.server";
import { planSeeking } from "./demo/seeking.server";
import { Statements } from "./demo/statements.server";
import { Timeline } from "./demo/timeline";
import { planVoices } from "./demo/voices.server";
import { World } from "./demo/world.server";

const programs: readonly DemoProgram[] = [
  banjirKradenan,
  sumurKedungtuban,
  brailleCepu,
  bengkelSambong,
  belajarJati,
  kebunCepu,
  konselingRandublatung,
  batikRandublatung,
];

/**
 * Fills an empty database with Cepu Raya: nine months of a district, made by the real operations at their own times, so that its books
 * balance. Says false, and does nothing, when anybody has an account already.
 */
export async function seedDemo(db: Kysely<DB>): Promise<boolean> {
  if (await db.selectFrom("users").select("id").limit(1).executeTakeFirst()) return false;
  const world = new World(db);
  const timeline = new Timeline(now());
  const statements = new Statements(world, timeline);
  planFounding(world, timeline);
  for (const need of needs) planNeed(world, timeline, need);
  planPrograms(world, timeline);
  for (const pledge of pledges) planPledge(world, timeline, statements, pledge);
  for (const step of disbursements) planDisbursement(world, timeline, statements, step, communityOf(step.program));
  for (const report of reports) planReport(world, timeline, report, communityOf(report.program));
  planAmendments(world, timeline, communityOf);
  planPayout(world, timeline);
  for (const { day, amount, description, almost, payout } of unmatchedLines) {
    statements.add({
      day,
      direction: "in",
      amount,
      describe: async () => {
        if (payout) return `${description} ${await payoutNumber(world)}`;
        if (!almost) return description;
        return `${description} ${mistyped(await referenceOf(world, { key: almost.pledge, program: almost.pledge.split("/")[0] ?? "" }, 1))}`;
      },
    });
  }
  statements.planImports();
  planWaiting(world, timeline);
  planAppeals(world, timeline);
  for (const assignment of assignments) planAssignment(world, timeline, assignment);
  planVoices(world, timeline);
  planStanding(world, timeline);
  planSeeking(world, timeline);
  planLeaders(world, timeline);
  planReferrals(world, timeline);
  planNews(world, timeline);
  await timeline.play();
  // As every night, so that the demo does not begin with books that nobody has checked.
  await db.transaction().execute((trx) => checkBooks(trx, null));
  return true;
}

function communityOf(program: string): string {
  return programs.find(({ key }) => key === program)?.community ?? "";
}

/** One digit wrong, as a teller types it. */
function mistyped(reference: string): string {
  return reference.replace(/(\d)([A-Z])$/, (_all, digit: string, letter: string) => `${(Number(digit) + 3) % 10}${letter}`);
}

function planFounding(world: World, timeline: Timeline): void {
  timeline.on(-290, "08.00", "the desk begins", () => foundDesk(world));
  for (const organization of [...communities, ...companies, ...practitioners]) {
    // Who is sponsored comes after the sponsor's standing is approved.
    const first = "sponsor" in organization ? -274 : -282;
    timeline.on(first, "09.00", `${organization.name} registers`, () => registerDemo(world, organization));
    timeline.on(first + 2, "10.00", `${organization.name} sends its papers`, () => sendPapers(world, organization));
    timeline.on(first + 6, "11.00", `${organization.name} is approved`, () => approvePapers(world, organization));
  }
}

function planPrograms(world: World, timeline: Timeline): void {
  for (const { program: key, sent, published, scene, place } of publications) {
    const program = programs.find((one) => one.key === key);
    if (!program) throw new Error(`No program ${key}`);
    timeline.on(sent - 3, "20.15", `${key} is written`, () => writeProposal(world, timeline, program, scene));
    timeline.on(sent, "09.20", `${key} is sent`, () => sendProposal(world, key, program.community));
    timeline.on(sent + 1, "08.40", `${key} is opened`, () => openForChecking(world, key));
    const people = `${program.beneficiaries.total} ${program.beneficiaries.unit}`;
    timeline.on(published - 1, "15.10", `${key} is checked`, () => checkProposal(world, key, { place, people }));
    timeline.on(published, "10.00", `${key} is published`, () => publishDemo(world, key));
  }
}

/** What lies on the desks today: papers, a proposal that nobody has opened, one being checked, one sent back, one half written. */
function planWaiting(world: World, timeline: Timeline): void {
  timeline.on(-4, "13.00", "a community waits", () => registerDemo(world, waitingCommunity));
  timeline.on(-3, "13.30", "its papers wait", () => sendPapers(world, waitingCommunity));
  timeline.on(-2, "09.00", "a company waits", () => registerDemo(world, waitingCompany));
  timeline.on(-2, "09.40", "its papers wait", () => sendPapers(world, waitingCompany));
  timeline.on(-12, "19.00", "terapi is written", () => writeProposal(world, timeline, terapiCepu, "room"));
  timeline.on(-8, "14.20", "terapi is sent", () => sendProposal(world, "terapi", terapiCepu.community));
  timeline.on(-7, "09.10", "terapi is opened", () => openForChecking(world, "terapi"));
  timeline.on(-6, "19.00", "jamban is written", () => writeProposal(world, timeline, jambanKedungtuban, "well"));
  timeline.on(-5, "08.30", "jamban is sent", () => sendProposal(world, "jamban", jambanKedungtuban.community));
  timeline.on(-20, "19.00", "dapur is written", () => writeProposal(world, timeline, dapurJati, "books"));
  timeline.on(-18, "08.10", "dapur is sent", () => sendProposal(world, "dapur", dapurJati.community));
  timeline.on(-16, "09.00", "dapur is opened", () => openForChecking(world, "dapur"));
  timeline.on(-10, "16.00", "dapur is sent back", async () => {
    const { proposalId, lines } = world.program("dapur");
    const field = `lines.${lines[2]}.unitPrice`;
    await world.does("verifikator", requestRevision, {
      proposalId,
      requests: [
        { field, reasonCode: "price_out_of_range", note: "Rp 9,8 juta di atas kisaran kabupaten. Turunkan, atau lampirkan dua penawaran." },
      ],
    });
  });
  timeline.on(-5, "21.00", "kompos is begun", () => writeProposal(world, timeline, komposSambong));
}
