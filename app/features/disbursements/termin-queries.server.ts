import { type Kysely, type Transaction, sql } from "kysely";
import { flowOfProgram } from "~/features/ledger/ledger-queries.server";
import { standingIsValid } from "~/features/organizations/standing";
import type { Day } from "~/kernel/dates";
import type { Rupiah } from "~/kernel/money";
import { today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import type { FundFacts, Hold, TerminFacts } from "./disbursement";

type Reader = Kysely<DB> | Transaction<DB>;

/** Statuses in which money is promised to a termin but has not left the fund yet. */
const reservedStatuses = ["requested", "prepared", "approved", "sent", "returned"] as const;

export type Termin = TerminFacts & {
  title: string;
  condition: string;
  plannedOn: Day | null;
  disbursementId: string | null;
  reference: string | null;
  executedOn: Day | null;
  acknowledgedAt: Date | null;
  returnReason: string | null;
  reportId: string | null;
  /** Receipts of this termin that were approved, and those that wait for the verifier, in whole rupiah. */
  approved: Rupiah;
  waiting: Rupiah;
};

/** The termin plan of a program, each with its money, its report and its receipts. */
export async function terminsOf(db: Reader, proposalId: string): Promise<Termin[]> {
  const rows = await db
    .selectFrom("tranches as t")
    .leftJoin("disbursements as d", (join) =>
      join.onRef("d.proposal_id", "=", "t.proposal_id").onRef("d.tranche_n", "=", "t.n").on("d.status", "<>", "rejected"),
    )
    .leftJoin("reports as r", (join) => join.onRef("r.proposal_id", "=", "t.proposal_id").onRef("r.tranche_n", "=", "t.n"))
    .select(["t.n", "t.title", "t.amount", "t.condition", "t.planned_on as plannedOn"])
    .select(["d.id as disbursementId", "d.status", "d.reference", "d.executed_on as executedOn", "d.acknowledged_at as acknowledgedAt"])
    .select(["d.return_reason as returnReason", "r.id as reportId", "r.status as reportStatus"])
    .select((eb) => [
      eb
        .selectFrom("receipts as x")
        .select(sql<bigint>`coalesce(sum(x.amount) filter (where x.status = 'approved'), 0)::bigint`.as("approved"))
        .whereRef("x.proposal_id", "=", "t.proposal_id")
        .whereRef("x.tranche_n", "=", "t.n")
        .as("approved"),
      eb
        .selectFrom("receipts as x")
        .select(sql<bigint>`coalesce(sum(x.amount) filter (where x.status = 'submitted'), 0)::bigint`.as("waiting"))
        .whereRef("x.proposal_id", "=", "t.proposal_id")
        .whereRef("x.tranche_n", "=", "t.n")
        .as("waiting"),
    ])
    .where("t.proposal_id", "=", proposalId)
    .orderBy("t.n")
    .execute();
  return rows.map(({ status, reportStatus, amount, approved, waiting, ...row }) => ({
    ...row,
    amount: amount ?? 0n,
    approved: approved ?? 0n,
    waiting: waiting ?? 0n,
    disbursement: status ? { status } : null,
    report: reportStatus ? { status: reportStatus } : null,
  }));
}

/** Everything that decides whether a termin may be asked for. */
export async function fundFactsOf(
  db: Reader,
  program: { id: string; status: string },
): Promise<Omit<FundFacts, "termins"> & { termins: Termin[]; escrow: Rupiah; reserved: Rupiah }> {
  const [termins, flow] = [await terminsOf(db, program.id), await flowOfProgram(db, program.id)];
  const payee = await db
    .selectFrom("proposals as p")
    .innerJoin("payee_accounts as a", "a.id", "p.payee_account_id")
    .select(["a.verified_at", "a.closed_at"])
    .where("p.id", "=", program.id)
    .executeTakeFirst();
  const reserved = termins
    .filter((termin) => reservedStatuses.some((status) => status === termin.disbursement?.status))
    .reduce((total, termin) => total + termin.amount, 0n);
  return {
    programStatus: program.status,
    termins,
    escrow: flow.escrow,
    reserved,
    available: flow.escrow - reserved,
    payeeVerified: Boolean(payee?.verified_at) && !payee?.closed_at,
    hold: await holdOf(db, program.id),
  };
}

/** What stops the termin of a program beside its own course: a freeze, a standing that has ended, an account changed and not yet checked. */
async function holdOf(db: Reader, proposalId: string): Promise<Hold | undefined> {
  const row = await db
    .selectFrom("proposals as p")
    .innerJoin("organizations as o", "o.id", "p.organization_id")
    .select(["o.standing", "o.standing_valid_until"])
    .select((eb) => [
      eb
        .exists(
          eb
            .selectFrom("organization_freezes as f")
            .select("f.id")
            .where((e) => e.or([e("f.organization_id", "=", e.ref("o.id")), e("f.organization_id", "=", e.ref("o.sponsor_id"))]))
            .where("f.scope", "in", ["disbursements", "all"])
            .where("f.lifted_at", "is", null),
        )
        .as("frozen"),
      eb
        .exists(eb.selectFrom("payee_changes as c").select("c.id").whereRef("c.proposal_id", "=", "p.id").where("c.checked_at", "is", null))
        .as("changed"),
    ])
    .where("p.id", "=", proposalId)
    .executeTakeFirst();
  if (!row) return undefined;
  if (row.frozen) return "frozen";
  if (row.changed) return "payee_changed";
  return standingIsValid(row, today()) ? undefined : "standing_invalid";
}
