import { acknowledgeDisbursement } from "~/features/disbursements/acknowledge-disbursement.server";
import { approveDisbursement } from "~/features/disbursements/approve-disbursement.server";
import { executeDisbursement } from "~/features/disbursements/execute-disbursement.server";
import { prepareDisbursement } from "~/features/disbursements/prepare-disbursement.server";
import { requestDisbursement } from "~/features/disbursements/request-disbursement.server";
import { returnDisbursement } from "~/features/disbursements/return-disbursement.server";
import { sendDisbursement } from "~/features/disbursements/send-disbursement.server";
import { approvePledge } from "~/features/pledges/approve-pledge.server";
import { submitPledge } from "~/features/pledges/submit-pledge.server";
import { sum } from "~/kernel/money";
import { planCardPayment } from "./cards.server";
import type { DemoDisbursement, DemoPledge } from "./history";
import { companies } from "./organizations";
import { peopleOf } from "./organizations";
import type { Statements } from "./statements.server";
import type { Timeline } from "./timeline";
import { type World, formKey, known } from "./world.server";

/** A company's officer pledges, another member approves, the bank receives. */
export function planPledge(world: World, timeline: Timeline, statements: Statements, pledge: DemoPledge): void {
  timeline.on(pledge.pledged, "09.14", `${pledge.key} is pledged`, async () => {
    const { proposalId, lines } = world.program(pledge.program);
    const amounts = await world.db.selectFrom("budget_lines").select(["id", "amount"]).where("proposal_id", "=", proposalId).execute();
    const chosen = (pledge.lines ?? []).map((n) => lines[n - 1] ?? "");
    const { pledgeId } = await world.does(`petugas.${pledge.people}`, submitPledge, {
      ...formKey(),
      companyId: world.organization(pledge.company),
      proposalId,
      amount: sum(pledge.instalments.map(({ amount }) => amount)),
      lines: chosen.map((budgetLineId) => ({ budgetLineId, amount: amounts.find(({ id }) => id === budgetLineId)?.amount ?? 0n })),
      instalments: pledge.instalments.map(({ amount, due }) => ({ amount, dueOn: timeline.day(due) })),
      note: pledge.note,
    });
    world.pledges.set(pledge.key, pledgeId);
  });
  const { approved } = pledge;
  if (approved === undefined) return;
  timeline.on(approved, "14.05", `${pledge.key} is approved`, () =>
    world.does(`penyetuju.${pledge.people}`, approvePledge, {
      ...formKey(),
      companyId: world.organization(pledge.company),
      proposalId: world.program(pledge.program).proposalId,
      pledgeId: known(world.pledges, pledge.key),
    }),
  );
  const payer = companies.find(({ key }) => key === pledge.company)?.name.toUpperCase() ?? "";
  for (const [index, { amount, paid, card }] of pledge.instalments.entries()) {
    if (card !== undefined) planCardPayment(world, timeline, { pledge, n: index + 1, day: card });
    if (paid === undefined) continue;
    statements.add({
      day: paid,
      direction: "in",
      amount,
      describe: async () => `TRSF E-BANKING CR ${await referenceOf(world, pledge, index + 1)} ${payer}`,
    });
  }
}

export async function referenceOf(world: World, pledge: { key: string; program: string }, n: number): Promise<string> {
  const { reference } = await world.db
    .selectFrom("payments")
    .select("reference")
    .where("proposal_id", "=", world.program(pledge.program).proposalId)
    .where("pledge_id", "=", known(world.pledges, pledge.key))
    .where("n", "=", n)
    .executeTakeFirstOrThrow();
  return reference ?? "";
}

/** A termin goes its way: asked for, two signatures, sent, carried out, acknowledged; or as far as it has come. */
export function planDisbursement(
  world: World,
  timeline: Timeline,
  statements: Statements,
  step: DemoDisbursement,
  community: string,
): void {
  const { program, n, day, until } = step;
  const { treasurer } = peopleOf(community);
  const id = () => world.disbursement(program, n);
  const underWay = until === "requested" || until === "prepared";
  const before = (days: number) => (underWay ? day : day - days);
  const say = (what: string) => `termin ${n} of ${program} is ${what}`;
  timeline.on(before(3), underWay ? "09.01" : "10.10", say("requested"), async () => {
    const { proposalId } = world.program(program);
    const { disbursementId } = await world.does(treasurer, requestDisbursement, { ...formKey(), proposalId, trancheN: n, note: "" });
    world.disbursements.set(`${program}/${n}`, disbursementId);
  });
  if (until === "requested") return;
  timeline.on(before(2), "09.06", say("prepared"), () => world.does("penyalur", prepareDisbursement, { ...formKey(), ...id() }));
  if (until === "prepared") return;
  timeline.on(before(2), "11.32", say("approved"), () => world.does("penyetuju", approveDisbursement, { ...formKey(), ...id() }));
  timeline.on(before(1), "09.40", say("sent"), () => world.does("penyalur", sendDisbursement, id()));
  if (until === "returned") {
    timeline.on(day + 2, "09.47", say("returned"), () =>
      world.does("penyalur", returnDisbursement, { ...id(), reason: "Rekening tujuan sudah ditutup. Bank menggabungkan cabangnya." }),
    );
    return;
  }
  timeline.on(day, "13.20", say("executed"), () =>
    world.does("penyalur", executeDisbursement, {
      ...formKey(),
      ...id(),
      bankReference: `BF${timeline.day(day).replaceAll("-", "")}${n}`,
      executedOn: timeline.day(day),
    }),
  );
  statements.add({ day, direction: "out", amount: amountOf(world, program, n), describe: () => describeTransfer(world, program, n) });
  timeline.on(day + 1, "08.50", say("acknowledged"), () => world.does(treasurer, acknowledgeDisbursement, { ...formKey(), ...id() }));
}

function amountOf(world: World, program: string, n: number) {
  return async () => {
    const { proposalId } = world.program(program);
    const tranche = await world.db
      .selectFrom("tranches")
      .select("amount")
      .where("proposal_id", "=", proposalId)
      .where("n", "=", n)
      .executeTakeFirstOrThrow();
    return tranche.amount ?? 0n;
  };
}

async function describeTransfer(world: World, program: string, n: number): Promise<string> {
  const { proposalId, disbursementId } = world.disbursement(program, n);
  const row = await world.db
    .selectFrom("disbursements as d")
    .innerJoin("payee_accounts as a", "a.id", "d.payee_account_id")
    .select(["d.reference", "a.holder_name"])
    .where("d.proposal_id", "=", proposalId)
    .where("d.id", "=", disbursementId)
    .executeTakeFirstOrThrow();
  return `TRSF E-BANKING DB ${row.reference} ${row.holder_name}`;
}
