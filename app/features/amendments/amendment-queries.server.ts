import { type Kysely, type Transaction, sql } from "kysely";
import { publicStatuses } from "~/features/proposals/proposal";
import { type Unread, budgetTotal } from "~/features/proposals/proposal-draft";
import type { Day } from "~/kernel/dates";
import type { Rupiah } from "~/kernel/money";
import type { AmendmentEnding, DB } from "#db/types.generated";
import { type AmendmentReason, type AmendmentStatus, isOpen } from "./amendment";
import { movedInBudget, type Weight } from "./amendment-rules";
import { type SectionComparison, compareVersions } from "./compare-versions";
import { type ProgramContent, decodeContent } from "./program-content";

type Reader = Kysely<DB> | Transaction<DB>;

export type AmendmentView = {
  proposalId: string;
  n: number;
  id: string;
  status: AmendmentStatus;
  reasonCode: AmendmentReason;
  reason: string;
  revision: number;
  baseVersion: number;
  /** The version that it made; null unless it is in force. */
  version: number | null;
  weights: Weight[];
  createdAt: Date;
  updatedAt: Date;
  submittedAt: Date | null;
  returnNote: string | null;
  checkedAt: Date | null;
  answerBy: Day | null;
  endedAt: Date | null;
  ending: AmendmentEnding | null;
  endingNote: string | null;
};

export type AmendmentProgram = {
  id: string;
  slug: string;
  code: string;
  title: string;
  urgent: boolean;
  status: DB["proposals"]["status"];
  organizationId: string;
  organization: string;
  element: string;
};

function views(db: Reader) {
  return db
    .selectFrom("amendments as a")
    .leftJoin("program_versions as v", (join) => join.onRef("v.proposal_id", "=", "a.proposal_id").onRef("v.amendment_n", "=", "a.n"))
    .select(["a.proposal_id as proposalId", "a.n", "a.id", "a.status", "a.reason", "a.revision", "a.base_version as baseVersion"])
    .select(["v.version", "a.created_at as createdAt", "a.updated_at as updatedAt", "a.submitted_at as submittedAt"])
    .select(["a.return_note as returnNote", "a.checked_at as checkedAt", "a.answer_by as answerBy", "a.ended_at as endedAt"])
    .select(["a.ending", "a.ending_note as endingNote"])
    .select([sql<AmendmentReason>`a.reason_code`.as("reasonCode"), sql<Weight[]>`a.weights`.as("weights")]);
}

/** Every amendment of a program, latest first; drafts and what was never sent only for its community. */
export async function amendmentsOf(db: Reader, proposalId: string, { own }: { own: boolean }): Promise<AmendmentView[]> {
  return views(db)
    .where("a.proposal_id", "=", proposalId)
    .$if(!own, (query) => query.where("a.submitted_at", "is not", null).where("a.status", "<>", "draft"))
    .orderBy("a.n", "desc")
    .execute();
}

/** A public program by its address, as far as amendments need it. */
export async function findAmendmentProgram(db: Reader, slug: string): Promise<AmendmentProgram | undefined> {
  const row = await db
    .selectFrom("proposals as p")
    .innerJoin("organizations as o", "o.id", "p.organization_id")
    .select([
      "p.id",
      "p.slug",
      "p.code",
      "p.title",
      "p.urgent",
      "p.status",
      "p.organization_id as organizationId",
      "o.name as organization",
      "o.element",
    ])
    .where("p.slug", "=", slug)
    .where("p.status", "in", publicStatuses)
    .executeTakeFirst();
  return row && { ...row, code: row.code ?? "", element: row.element ?? "" };
}

export type AmendmentPage = {
  program: AmendmentProgram;
  amendment: AmendmentView;
  before: ProgramContent;
  after: ProgramContent;
  unread: Unread;
};

/** One amendment with what it changes: against the version that it was written on. */
export async function findAmendment(db: Reader, slug: string, n: string): Promise<AmendmentPage | undefined> {
  const program = await findAmendmentProgram(db, slug);
  if (!program || !/^[1-9]\d{0,5}$/.test(n)) return undefined;
  const amendment = await views(db).where("a.proposal_id", "=", program.id).where("a.n", "=", Number(n)).executeTakeFirst();
  if (!amendment) return undefined;
  const kept = await db
    .selectFrom("amendments as a")
    .innerJoin("program_versions as v", (join) =>
      join.onRef("v.proposal_id", "=", "a.proposal_id").onRef("v.version", "=", "a.base_version"),
    )
    .select(["a.content as after", "a.unread", "v.content as before"])
    .where("a.proposal_id", "=", program.id)
    .where("a.n", "=", amendment.n)
    .executeTakeFirstOrThrow();
  return { program, amendment, before: decodeContent(kept.before), after: decodeContent(kept.after), unread: kept.unread as Unread };
}

export type FunderAnswer = {
  companyId: string;
  name: string;
  companyType: "bumn" | "bumd" | "private";
  committed: Rupiah;
  answer: "accepted" | "refused" | null;
  note: string;
  at: Date | null;
};

/**
 * The companies whose acceptance counts, largest first, with what each has said; those too that answered and then ended their commitment.
 * Of an amendment that has ended only those that answered: who committed later had no say.
 */
export async function funderAnswers(
  db: Reader,
  { proposalId, n, endedAt }: Pick<AmendmentView, "proposalId" | "n" | "endedAt">,
): Promise<FunderAnswer[]> {
  const { rows } = await sql<FunderAnswer>`
    with committed as (
      select company_id, sum(amount)::bigint as amount from pledges
      where proposal_id = ${proposalId} and status in ('committed', 'settled') group by company_id
    ), said as (
      select company_id, answer, note, at from amendment_answers where proposal_id = ${proposalId} and amendment_n = ${n}
    )
    select o.id as "companyId", o.name, coalesce(o.company_type::text, 'private') as "companyType", coalesce(c.amount, 0)::bigint as committed,
      s.answer, coalesce(s.note, '') as note, s.at
    from committed c full join said s on s.company_id = c.company_id
    join organizations o on o.id = coalesce(c.company_id, s.company_id)
    where s.answer is not null or ${endedAt === null}
    order by committed desc, o.name`.execute(db);
  return rows;
}

export type NeedNames = { readonly [code: string]: { id: string; en: string } };

/** The names of need groups, for pages that compare them. */
export async function needNames(db: Reader): Promise<NeedNames> {
  const rows = await db.selectFrom("need_groups").select(["code", "name_id", "name_en"]).execute();
  return Object.fromEntries(rows.map((row) => [row.code, { id: row.name_id, en: row.name_en }]));
}

/** What pages show of a difference. */
export type Difference = { sections: SectionComparison[]; moved: Rupiah; targetBefore: Rupiah; targetAfter: Rupiah };

export function differenceOf(before: ProgramContent, after: ProgramContent): Difference {
  return {
    sections: compareVersions(before, after),
    moved: movedInBudget(before, after).amount,
    targetBefore: budgetTotal(before.lines),
    targetAfter: budgetTotal(after.lines),
  };
}

export type AmendmentNote = Pick<AmendmentView, "n" | "status" | "endedAt">;

/** What pages of a program say about its amendments: the one on its way, and the last in force. Never the words, which may be unchecked. */
export async function amendmentNotes(
  db: Reader,
  proposalId: string,
): Promise<{ open: AmendmentNote | null; latest: AmendmentNote | null }> {
  const amendments = (await amendmentsOf(db, proposalId, { own: false })).map(({ n, status, endedAt }) => ({ n, status, endedAt }));
  return {
    open: amendments.find(({ status }) => isOpen(status)) ?? null,
    latest: amendments.find(({ status }) => status === "in_force") ?? null,
  };
}

export type WaitingAmendment = Pick<AmendmentView, "n" | "reason" | "reasonCode" | "submittedAt" | "answerBy" | "status"> & {
  program: Pick<AmendmentProgram, "slug" | "title" | "urgent" | "organization" | "element">;
};

function waiting(db: Reader) {
  return db
    .selectFrom("amendments as a")
    .innerJoin("proposals as p", "p.id", "a.proposal_id")
    .innerJoin("organizations as o", "o.id", "p.organization_id")
    .select(["a.n", "a.reason", "a.submitted_at as submittedAt", "a.answer_by as answerBy", "a.status"])
    .select(["p.slug", "p.title", "p.urgent", "o.name as organization", "o.element"])
    .select(sql<AmendmentReason>`a.reason_code`.as("reasonCode"))
    .orderBy("a.submitted_at")
    .orderBy("a.id");
}

type WaitingRow = Awaited<ReturnType<ReturnType<typeof waiting>["execute"]>>[number];

function asWaiting({ slug, title, urgent, organization, element, ...row }: WaitingRow): WaitingAmendment {
  return { ...row, program: { slug, title, urgent, organization, element: element ?? "" } };
}

/** What waits at the desk and what waits for funders, the longest first. */
export async function amendmentQueue(db: Reader): Promise<WaitingAmendment[]> {
  return (await waiting(db).where("a.status", "in", ["submitted", "awaiting_funders"]).execute()).map(asWaiting);
}

/** Amendments of programs that a company has committed to and has not answered yet. */
export async function amendmentsForCompany(db: Reader, companyId: string): Promise<WaitingAmendment[]> {
  const rows = await waiting(db)
    .where("a.status", "=", "awaiting_funders")
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("pledges as g")
          .select("g.id")
          .whereRef("g.proposal_id", "=", "a.proposal_id")
          .where("g.company_id", "=", companyId)
          .where("g.status", "in", ["committed", "settled"]),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("amendment_answers as s")
            .select("s.company_id")
            .whereRef("s.proposal_id", "=", "a.proposal_id")
            .whereRef("s.amendment_n", "=", "a.n")
            .where("s.company_id", "=", companyId),
        ),
      ),
    )
    .execute();
  return rows.map(asWaiting);
}
