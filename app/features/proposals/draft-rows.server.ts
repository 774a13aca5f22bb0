import type { Transaction } from "kysely";
import { DomainError } from "~/kernel/domain-error";
import { isId, newId } from "~/kernel/ids";
import { refusing } from "#db/refusals.server";
import type { DB } from "#db/types.generated";
import { forgetOtherGroups, replaceAnswers } from "./answered-needs.server";
import type { DraftPatch } from "./draft-patch";
import { insertShares, replaceMembers } from "./member-rows.server";
import { replaceNeedPeople, replaceNeeds } from "./need-rows.server";
import { replaceActivities, replaceContributions, replaceRisks } from "./plan-rows.server";
import { type ProposalDraft, amountOfLine, sharedOf } from "./proposal-draft";
import { type LineTax, rateOf } from "./tax";

/** Every row that the patch names, replaced. Ids of needs, goals, files and accounts are checked, not trusted. */
export async function replaceRows(
  trx: Transaction<DB>,
  proposal: { id: string; organizationId: string },
  patch: DraftPatch,
): Promise<void> {
  if (patch.members) await replaceMembers(trx, proposal.id, patch.members);
  if (patch.lines) await replaceLines(trx, proposal.id, patch.lines);
  if (patch.contributions) await replaceContributions(trx, proposal.id, patch.contributions);
  if (patch.activities) await replaceActivities(trx, proposal.id, patch.activities);
  if (patch.risks) await replaceRisks(trx, proposal.id, patch.risks);
  if (patch.tranches) await replaceTranches(trx, proposal.id, patch.tranches);
  if (patch.indicators) await replaceIndicators(trx, proposal.id, patch.indicators);
  if (patch.needs) await replaceNeeds(trx, proposal.id, patch.needs);
  if (patch.needPeople) await replaceNeedPeople(trx, proposal.id, patch.needPeople);
  if (patch.answers) await replaceAnswers(trx, proposal.id, patch.answers);
  else if (patch.needs) await forgetOtherGroups(trx, proposal.id);
  if (patch.goals) await replaceGoals(trx, proposal.id, patch.goals);
  if (patch.files) await replaceFiles(trx, proposal, patch.files);
  if (patch.payeeAccountId) await requireOwnPayee(trx, proposal.organizationId, patch.payeeAccountId);
}

async function replaceLines(trx: Transaction<DB>, proposalId: string, lines: NonNullable<DraftPatch["lines"]>): Promise<void> {
  await trx.deleteFrom("budget_lines").where("proposal_id", "=", proposalId).execute();
  if (lines.length === 0) return;
  if (lines.some((line) => line.volume !== null && line.unitPrice !== null && amountOfLine(line) === undefined)) {
    throw new DomainError("amount_not_whole");
  }
  const whole = lines.map((line) => ({ ...line, id: isId(line.id) ? line.id : newId(), shares: line.shares ?? [] }));
  const rows = whole.map((line, index) => ({
    proposal_id: proposalId,
    id: line.id,
    position: index + 1,
    section: line.section,
    description: line.description,
    volume: line.volume,
    unit: line.unit,
    unit_price: line.unitPrice,
    ...taxColumns(line.tax),
    member_id: line.memberId ?? null,
    shared: sharedOf(line),
  }));
  await refusing(trx.insertInto("budget_lines").values(rows).execute(), {
    budget_lines_pkey: "row_twice",
    budget_lines_volume_positive: "volume_not_positive",
    budget_lines_price_positive: "price_not_positive",
    budget_lines_amount_whole: "amount_not_whole",
    budget_lines_tax_fkey: "tax_unknown",
    budget_lines_member_fkey: "member_unknown",
    budget_lines_shared_within: "share_too_much",
    budget_lines_shared_by_member: "share_too_much",
  });
  await insertShares(trx, proposalId, whole);
}

export function taxColumns(tax: LineTax | null | undefined) {
  if (!tax) return { tax_code: null, tax_base: null, tax_basis_points: null, tax_mode: null };
  const rate = rateOf(tax.code);
  if (!rate) throw new DomainError("tax_unknown");
  return { tax_code: rate.code, tax_base: rate.base, tax_basis_points: rate.basisPoints, tax_mode: tax.mode };
}

async function replaceTranches(trx: Transaction<DB>, proposalId: string, tranches: ProposalDraft["tranches"]): Promise<void> {
  await trx.deleteFrom("tranches").where("proposal_id", "=", proposalId).execute();
  if (tranches.length === 0) return;
  const rows = tranches.map((tranche, index) => ({
    proposal_id: proposalId,
    n: index + 1,
    title: tranche.title,
    amount: tranche.amount,
    condition: tranche.condition,
    planned_on: tranche.plannedOn,
  }));
  await refusing(trx.insertInto("tranches").values(rows).execute(), {
    tranches_amount_positive: "price_not_positive",
    tranches_n_range: "too_many_rows",
  });
}

async function replaceIndicators(
  trx: Transaction<DB>,
  proposalId: string,
  indicators: NonNullable<DraftPatch["indicators"]>,
): Promise<void> {
  await trx.deleteFrom("indicators").where("proposal_id", "=", proposalId).execute();
  if (indicators.length === 0) return;
  const rows = indicators.map((indicator, index) => ({
    proposal_id: proposalId,
    id: isId(indicator.id) ? indicator.id : newId(),
    position: index + 1,
    code: indicator.code ?? null,
    name: indicator.name,
    unit: indicator.unit,
    baseline: indicator.baseline,
    target: indicator.target,
  }));
  await refusing(trx.insertInto("indicators").values(rows).execute(), {
    indicators_pkey: "row_twice",
    indicators_kind_fkey: "indicator_unknown",
  });
}

async function replaceGoals(trx: Transaction<DB>, proposalId: string, goals: readonly number[]): Promise<void> {
  await trx.deleteFrom("proposal_goals").where("proposal_id", "=", proposalId).execute();
  const rows = [...new Set(goals)].map((goal, position) => ({ proposal_id: proposalId, goal, position }));
  if (rows.length > 0)
    await refusing(trx.insertInto("proposal_goals").values(rows).execute(), { proposal_goals_goal_fkey: "goal_unknown" });
}

/** Files are proven to be of the proposal's organisation: an id from a form is a claim, not a right. */
async function replaceFiles(
  trx: Transaction<DB>,
  proposal: { id: string; organizationId: string },
  files: NonNullable<DraftPatch["files"]>,
): Promise<void> {
  await trx.deleteFrom("proposal_files").where("proposal_id", "=", proposal.id).execute();
  if (files.length === 0) return;
  const ids = [...new Set(files.map((file) => file.fileId))];
  if (ids.length !== files.length || !ids.every(isId)) throw new DomainError("file_foreign", { field: "files" });
  const own = await trx
    .selectFrom("files")
    .select("id")
    .where("id", "in", ids)
    .where("organization_id", "=", proposal.organizationId)
    .execute();
  if (own.length !== ids.length) throw new DomainError("file_foreign", { field: "files" });
  await trx
    .insertInto("proposal_files")
    .values(files.map((file, index) => ({ proposal_id: proposal.id, file_id: file.fileId, title: file.title, position: index + 1 })))
    .execute();
}

async function requireOwnPayee(trx: Transaction<DB>, organizationId: string, payeeAccountId: string): Promise<void> {
  if (!isId(payeeAccountId)) throw new DomainError("payee_foreign", { field: "payeeAccountId" });
  const account = await trx
    .selectFrom("payee_accounts as a")
    .innerJoin("organizations as o", (join) =>
      join.on((eb) => eb.or([eb("o.id", "=", eb.ref("a.organization_id")), eb("o.sponsor_id", "=", eb.ref("a.organization_id"))])),
    )
    .select("a.id")
    .where("a.id", "=", payeeAccountId)
    .where("o.id", "=", organizationId)
    .executeTakeFirst();
  if (!account) throw new DomainError("payee_foreign", { field: "payeeAccountId" });
}
