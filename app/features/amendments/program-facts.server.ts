import { type Kysely, type Transaction, sql } from "kysely";
import { proposesJointly } from "~/features/proposals/proposal";
import type { Issue } from "~/features/proposals/issue";
import type { Unread } from "~/features/proposals/proposal-draft";
import type { Rupiah } from "~/kernel/money";
import { today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { type ProgramFacts, problemsOf } from "./amendment-rules";
import type { ProgramContent } from "./program-content";

type Reader = Kysely<DB> | Transaction<DB>;

/** What an amendment can't go behind. True until the transaction ends where the program is locked: whoever changes it locks it too. */
export async function programFacts(db: Reader, proposalId: string): Promise<ProgramFacts> {
  const fund = await db.selectFrom("funds").select("committed").where("proposal_id", "=", proposalId).executeTakeFirst();
  const { rows: lines } = await sql<{ id: string; receipted: Rupiah; pledged: Rupiah; named: boolean; spentBy: string[] }>`
    select l.id, l.receipted,
      coalesce((select sum(pl.amount) from pledge_lines pl join pledges p on p.proposal_id = pl.proposal_id and p.id = pl.pledge_id
        where pl.proposal_id = l.proposal_id and pl.budget_line_id = l.id and p.status in ('committed', 'settled')), 0)::bigint as pledged,
      exists (select from pledge_lines pl where pl.proposal_id = l.proposal_id and pl.budget_line_id = l.id)
        or exists (select from receipts r where r.proposal_id = l.proposal_id and r.budget_line_id = l.id) as named,
      array(select distinct r.member_id::text from receipts r where r.proposal_id = l.proposal_id and r.budget_line_id = l.id
        and r.member_id is not null and r.status <> 'rejected') as "spentBy"
    from budget_lines l where l.proposal_id = ${proposalId}`.execute(db);
  const { rows: tranches } = await sql<{ n: number; fixed: boolean; referred: boolean }>`
    select t.n,
      exists (select from disbursements d where d.proposal_id = t.proposal_id and d.tranche_n = t.n and d.status <> 'rejected') as fixed,
      exists (select from disbursements d where d.proposal_id = t.proposal_id and d.tranche_n = t.n)
        or exists (select from reports r where r.proposal_id = t.proposal_id and r.tranche_n = t.n)
        or exists (select from resident_questions q where q.proposal_id = t.proposal_id and q.tranche_n = t.n) as referred
    from tranches t where t.proposal_id = ${proposalId}`.execute(db);
  const reported = await db
    .selectFrom("indicator_results")
    .select("indicator_id")
    .distinct()
    .where("proposal_id", "=", proposalId)
    .execute();
  return {
    committed: fund?.committed ?? 0n,
    lines: new Map(lines.map(({ id, ...fact }) => [id, fact])),
    fixed: new Set(tranches.filter((one) => one.fixed).map(({ n }) => n)),
    referred: new Set(tranches.filter((one) => one.referred).map(({ n }) => n)),
    reported: new Set(reported.map((row) => row.indicator_id)),
  };
}

/** Everything that keeps an amendment of a program from coming into force now. */
export async function problemsNow(
  db: Reader,
  proposalId: string,
  { before, after, unread }: { before: ProgramContent; after: ProgramContent; unread: Unread },
): Promise<Issue[]> {
  const { element } = await db
    .selectFrom("proposals as p")
    .innerJoin("organizations as o", "o.id", "p.organization_id")
    .select("o.element")
    .where("p.id", "=", proposalId)
    .executeTakeFirstOrThrow();
  const around = { today: today(), unread, jointly: proposesJointly(element) };
  return [...problemsOf(before, after, await programFacts(db, proposalId), around), ...(await closedNeeds(db, before, after))];
}

/** A need that was named while it was open stays named; one that is closed can't be named anew. */
async function closedNeeds(db: Reader, before: ProgramContent, after: ProgramContent): Promise<Issue[]> {
  const kept = new Set(before.answers.map(({ needId }) => needId));
  const added = after.answers.map(({ needId }) => needId).filter((needId) => !kept.has(needId));
  if (added.length === 0) return [];
  const closed = await db.selectFrom("needs").select("id").where("id", "in", added).where("closed_at", "is not", null).execute();
  return closed.length === 0 ? [] : [{ section: "people", requirement: "answers", field: "answers", code: "need_closed" }];
}
