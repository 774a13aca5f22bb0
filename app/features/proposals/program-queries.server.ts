import { paragraphsOf } from "~/kernel/text";
import { type Kysely, type Transaction, sql } from "kysely";
import { areaLabel, areaPath } from "~/features/areas/area-queries.server";
import { stops } from "~/features/freezes/freeze";
import { openFreezes } from "~/features/freezes/freeze-queries.server";
import { flowOfProgram } from "~/features/ledger/ledger-queries.server";
import { daysBetween } from "~/kernel/dates";
import { DomainError } from "~/kernel/domain-error";
import { subtract } from "~/kernel/money";
import { today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { activitiesOf, contributionsOf, risksOf } from "./draft-plan.server";
import { programMembers } from "./program-members.server";
import { programBudget, programFunders, programIndicators, programTranches, programUpdates } from "./program-parts.server";
import { publishedNeedGroups, publishedPeople } from "./program-plan.server";
import type { ProgramCheck, ProgramView } from "./program-view";
import { type ProposalStatus, fundableStatuses, isPublic, publicStatuses } from "./proposal";
import { lockProposal } from "./proposal-transition.server";

type Reader = Kysely<DB> | Transaction<DB>;

/** A published program by its address, with everything its page shows; undefined when it is not public. */
export async function findProgramBySlug(db: Reader, slug: string): Promise<ProgramView | undefined> {
  const row = await publicProgram(db, slug);
  if (!row) return undefined;
  const needs = await publishedNeedGroups(db, row.id);
  // Groups that could be harmed by being found are never placed more exactly than their district.
  const guarded = needs.some((need) => need.sensitive);
  const areaCode = guarded ? row.areaCode.slice(0, 8) : row.areaCode;
  const path = await areaPath(db, areaCode);
  const area = path.at(-1);
  if (!area) return undefined;
  const flow = await flowOfProgram(db, row.id);
  const remaining = subtract(flow.target, flow.committed);
  const daysLeft = daysBetween(today(), row.openUntil);
  const freezes = await frozenAround(db, row);
  return {
    id: row.id,
    slug: row.slug,
    code: row.code,
    status: row.status,
    title: row.title,
    summary: row.summary,
    story: paragraphsOf(row.story),
    pillar: row.pillar,
    urgent: row.urgent,
    ledByWoman: row.led_by_woman,
    organization: {
      id: row.organization_id,
      name: row.organization_name,
      slug: row.organization_slug,
      element: row.element ?? "",
      elementName: { nameId: row.element_name_id, nameEn: row.element_name_en },
      areaLabel: row.organization_area ? await areaLabel(db, row.organization_area) : "",
      sponsor: row.sponsor_name && row.sponsor_slug ? { name: row.sponsor_name, slug: row.sponsor_slug } : null,
    },
    area: { ...area, path },
    place: guarded || row.element === "pioneer_family" ? "" : row.place,
    needs,
    goals: await goalsOf(db, row.id),
    beneficiaries: { ...(await publishedPeople(db, row.id)), unit: row.beneficiary_unit },
    activities: await activitiesOf(db, row.id),
    risks: await risksOf(db, row.id),
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    openUntil: row.openUntil,
    daysLeft,
    acceptsPledges: isFundable(row.status) && daysLeft >= 0 && remaining > 0n && !stops(freezes, "pledges"),
    freezes,
    publishedAt: row.publishedAt,
    completedAt: row.completed_at,
    payee: {
      kind: row.payee_organization === row.organization_id ? row.payee_kind : "sponsor",
      bankName: row.bank_name,
      ending: row.account_number.slice(-4),
      holderName: row.holder_name,
    },
    flow,
    remaining,
    members: await programMembers(db, row.id, { guarded }),
    budget: await programBudget(db, row.id),
    contributions: await contributionsOf(db, row.id),
    tranches: await programTranches(db, row.id),
    indicators: await programIndicators(db, row.id),
    checks: await latestChecks(db, row.id),
    recusals: await recusalsOf(db, row.id),
    funders: await programFunders(db, row.id),
    files: await publicFiles(db, row.id),
    updates: await programUpdates(db, row.id),
  };
}

/** What of a program's community or its sponsor is frozen: the public reads it on the program's page. */
async function frozenAround(db: Reader, row: { organization_id: string; sponsor_id: string | null }) {
  return [...(await openFreezes(db, row.organization_id)), ...(row.sponsor_id ? await openFreezes(db, row.sponsor_id) : [])];
}

async function publicProgram(db: Reader, slug: string) {
  const row = await db
    .selectFrom("proposals as p")
    .innerJoin("organizations as o", "o.id", "p.organization_id")
    .innerJoin("psks_elements as e", "e.code", "o.element")
    .innerJoin("payee_accounts as a", "a.id", "p.payee_account_id")
    .leftJoin("organizations as s", "s.id", "o.sponsor_id")
    .selectAll("p")
    .select([
      "o.name as organization_name",
      "o.slug as organization_slug",
      "o.element",
      "o.area_code as organization_area",
      "e.name_id as element_name_id",
      "e.name_en as element_name_en",
      "s.name as sponsor_name",
      "s.slug as sponsor_slug",
      "o.sponsor_id",
      "a.kind as payee_kind",
      "a.organization_id as payee_organization",
      "a.bank_name",
      "a.account_number",
      "a.holder_name",
    ])
    .where("p.slug", "=", slug)
    .where("p.status", "in", publicStatuses)
    .executeTakeFirst();
  if (!row?.code || !row.pillar || !row.area_code || !row.open_until || !row.published_at) return undefined;
  return { ...row, code: row.code, pillar: row.pillar, areaCode: row.area_code, openUntil: row.open_until, publishedAt: row.published_at };
}

async function goalsOf(db: Reader, proposalId: string): Promise<ProgramView["goals"]> {
  return db
    .selectFrom("proposal_goals as pg")
    .innerJoin("development_goals as g", "g.number", "pg.goal")
    .select(["g.number", "g.name_id as nameId", "g.name_en as nameEn"])
    .where("pg.proposal_id", "=", proposalId)
    .orderBy("pg.position")
    .execute();
}

/** How many photos prove a check: those of the task it comes from. */
export const photosOfCheck = sql<number>`(
  select count(*)::integer from assignment_files f
  where f.proposal_id = proposal_checks.proposal_id and f.assignment_id = proposal_checks.assignment_id and f.item_code is not null)`.as(
  "photos",
);

/** The latest check of each kind. */
export async function latestChecks(db: Reader, proposalId: string): Promise<ProgramCheck[]> {
  return db
    .selectFrom("proposal_checks")
    .select(["kind", "result", "finding", "role_label as roleLabel", "checked_on as checkedOn", "valid_until as validUntil"])
    .select(photosOfCheck)
    .distinctOn("kind")
    .where("proposal_id", "=", proposalId)
    .orderBy("kind")
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .execute();
}

async function recusalsOf(db: Reader, proposalId: string): Promise<number> {
  const { count } = await db
    .selectFrom("proposal_recusals")
    .select((eb) => eb.cast<number>(eb.fn.countAll(), "integer").as("count"))
    .where("proposal_id", "=", proposalId)
    .executeTakeFirstOrThrow();
  return count;
}

async function publicFiles(db: Reader, proposalId: string): Promise<ProgramView["files"]> {
  return db
    .selectFrom("proposal_files as pf")
    .innerJoin("files as f", "f.id", "pf.file_id")
    .select(["f.id as fileId", "pf.title", "f.name", "f.media_type as mediaType", "f.size_bytes as sizeBytes"])
    .where("pf.proposal_id", "=", proposalId)
    .where("f.access", "=", "public")
    .orderBy("pf.position")
    .orderBy("f.id")
    .execute();
}

function isFundable(status: ProposalStatus): boolean {
  return fundableStatuses.some((s) => s === status);
}

export type ProgramForMoney = {
  id: string;
  slug: string;
  code: string;
  title: string;
  urgent: boolean;
  organizationId: string;
  status: ProposalStatus;
  target: bigint;
};

/** A program that was published, locked until the transaction ends, for whatever moves money; refuses `not_found`. */
export async function getProgramForMoney(trx: Transaction<DB>, proposalId: string): Promise<ProgramForMoney> {
  const proposal = await lockProposal(trx, proposalId);
  if (!isPublic(proposal.status) || proposal.code === null || proposal.target === null) throw new DomainError("not_found");
  const { id, slug, code, title, urgent, organizationId, status, target } = proposal;
  return { id, slug, code, title, urgent, organizationId, status, target };
}
