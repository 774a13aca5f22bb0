import { type Transaction, sql } from "kysely";
import { insertShares } from "~/features/proposals/member-rows.server";
import { replaceRows, taxColumns } from "~/features/proposals/draft-rows.server";
import { peopleColumns } from "~/features/proposals/people-columns";
import { budgetTotal, sharedOf } from "~/features/proposals/proposal-draft";
import { setFundTarget } from "~/features/ledger/post-transfer.server";
import { now } from "~/platform/clock.server";
import { refusing } from "#db/refusals.server";
import type { DB } from "#db/types.generated";
import type { ProgramContent } from "./program-content";

/**
 * Writes what an amendment may change into the tables of a locked program. Rows keep their ids: pledges, receipts and reports refer to
 * them. Refuses `amendment_overtaken` when the database knows of something that the rules did not see.
 */
export async function writeContent(
  trx: Transaction<DB>,
  program: { id: string; organizationId: string },
  content: ProgramContent,
): Promise<void> {
  await refusing(writeLines(trx, program.id, content.lines), {
    budget_lines_receipted_within: "amendment_overtaken",
    receipts_budget_line_fkey: "amendment_overtaken",
    pledge_lines_budget_line_fkey: "amendment_overtaken",
  });
  await refusing(writeTranches(trx, program.id, content.tranches), {
    disbursements_tranche_fkey: "amendment_overtaken",
    reports_tranche_fkey: "amendment_overtaken",
    resident_questions_tranche_fkey: "amendment_overtaken",
  });
  await refusing(writeIndicators(trx, program.id, content.indicators), { indicator_results_indicator_fkey: "amendment_overtaken" });
  const { needs, needPeople, answers, contributions, activities, risks } = content;
  await replaceRows(trx, program, { needs, needPeople, answers, contributions, activities, risks });
  const target = budgetTotal(content.lines);
  await trx
    .updateTable("proposals")
    .set({
      summary: content.summary,
      story: content.story,
      ...peopleColumns(content),
      ends_on: content.endsOn,
      target,
      updated_at: now(),
    })
    .where("id", "=", program.id)
    .execute();
  await setFundTarget(trx, program.id, target);
}

async function writeLines(trx: Transaction<DB>, proposalId: string, lines: ProgramContent["lines"]): Promise<void> {
  await trx.deleteFrom("budget_line_shares").where("proposal_id", "=", proposalId).execute();
  await trx
    .deleteFrom("budget_lines")
    .where("proposal_id", "=", proposalId)
    .where(
      "id",
      "not in",
      lines.map(({ id }) => id),
    )
    .execute();
  const rows = lines.map((line, index) => ({
    proposal_id: proposalId,
    id: line.id,
    position: index + 1,
    section: line.section,
    description: line.description,
    volume: line.volume,
    unit: line.unit,
    unit_price: line.unitPrice,
    ...taxColumns(line.tax),
    member_id: line.memberId,
    shared: sharedOf(line),
  }));
  await trx
    .insertInto("budget_lines")
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(["proposal_id", "id"]).doUpdateSet({
        position: sql`excluded.position`,
        section: sql`excluded.section`,
        description: sql`excluded.description`,
        volume: sql`excluded.volume`,
        unit: sql`excluded.unit`,
        unit_price: sql`excluded.unit_price`,
        tax_code: sql`excluded.tax_code`,
        tax_base: sql`excluded.tax_base`,
        tax_basis_points: sql`excluded.tax_basis_points`,
        tax_mode: sql`excluded.tax_mode`,
        member_id: sql`excluded.member_id`,
        shared: sql`excluded.shared`,
      }),
    )
    .execute();
  await insertShares(trx, proposalId, lines);
}

async function writeTranches(trx: Transaction<DB>, proposalId: string, tranches: ProgramContent["tranches"]): Promise<void> {
  await trx.deleteFrom("tranches").where("proposal_id", "=", proposalId).where("n", ">", tranches.length).execute();
  const rows = tranches.map((tranche, index) => ({
    proposal_id: proposalId,
    n: index + 1,
    title: tranche.title,
    amount: tranche.amount,
    condition: tranche.condition,
    planned_on: tranche.plannedOn,
  }));
  await trx
    .insertInto("tranches")
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(["proposal_id", "n"]).doUpdateSet({
        title: sql`excluded.title`,
        amount: sql`excluded.amount`,
        condition: sql`excluded.condition`,
        planned_on: sql`excluded.planned_on`,
      }),
    )
    .execute();
}

async function writeIndicators(trx: Transaction<DB>, proposalId: string, indicators: ProgramContent["indicators"]): Promise<void> {
  await trx
    .deleteFrom("indicators")
    .where("proposal_id", "=", proposalId)
    .where(
      "id",
      "not in",
      indicators.map(({ id }) => id),
    )
    .execute();
  const rows = indicators.map(({ id, code, name, unit, baseline, target }, index) => ({
    proposal_id: proposalId,
    id,
    position: index + 1,
    code,
    name,
    unit,
    baseline,
    target,
  }));
  await trx
    .insertInto("indicators")
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(["proposal_id", "id"]).doUpdateSet({
        position: sql`excluded.position`,
        code: sql`excluded.code`,
        name: sql`excluded.name`,
        unit: sql`excluded.unit`,
        baseline: sql`excluded.baseline`,
        target: sql`excluded.target`,
      }),
    )
    .execute();
}
