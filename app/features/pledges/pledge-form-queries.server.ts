import type { Kysely, Transaction } from "kysely";
import type { DB } from "#db/types.generated";
import { type Actor, holds } from "~/features/identity/actor";
import { peopleWithRoles } from "~/features/identity/people.server";
import type { Flow } from "~/features/ledger/ledger";
import { stops } from "~/features/freezes/freeze";
import { type OpenFreeze, freezesStopping, openFreezes } from "~/features/freezes/freeze-queries.server";
import { flowOfProgram } from "~/features/ledger/ledger-queries.server";
import { standingIsValid } from "~/features/organizations/standing";
import { fundableStatuses, isPublic } from "~/features/proposals/proposal";
import type { Day } from "~/kernel/dates";
import type { Rupiah } from "~/kernel/money";
import { today } from "~/platform/clock.server";
import { approverRoles, drafterRoles } from "./pledge";
import type { OpenLine } from "./pledge-draft";

type Reader = Kysely<DB> | Transaction<DB>;

export type PledgeableProgram = {
  id: string;
  slug: string;
  code: string;
  title: string;
  urgent: boolean;
  community: string;
  element: string;
  openUntil: Day | null;
  flow: Flow;
  left: Rupiah;
  lines: OpenLine[];
  /** Takes commitments today. */
  open: boolean;
  /** What of the community or its sponsor is frozen, so that it takes none. */
  freezes: OpenFreeze[];
};

/** A public program as the pledge form needs it: what is left of its target and of each RAB line. Undefined when there is none. */
export async function findPledgeableProgram(db: Reader, where: { slug: string } | { id: string }): Promise<PledgeableProgram | undefined> {
  const row = await db
    .selectFrom("proposals as s")
    .innerJoin("organizations as o", "o.id", "s.organization_id")
    .select([
      "s.id",
      "s.slug",
      "s.code",
      "s.title",
      "s.urgent",
      "s.status",
      "s.open_until as openUntil",
      "o.name as community",
      "o.element",
    ])
    .select(["o.id as organizationId", "o.sponsor_id as sponsorId"])
    .$if("slug" in where, (q) => q.where("s.slug", "=", "slug" in where ? where.slug : ""))
    .$if("id" in where, (q) => q.where("s.id", "=", "id" in where ? where.id : ""))
    .executeTakeFirst();
  if (!row || !isPublic(row.status)) return undefined;
  const { escrow: _, inTransit: __, ...flow } = await flowOfProgram(db, row.id);
  const left = flow.target - flow.committed;
  const freezes = await freezesStopping(db, row, "pledges");
  const fundable = fundableStatuses.some((status) => status === row.status);
  return {
    id: row.id,
    slug: row.slug,
    code: row.code ?? "",
    title: row.title,
    urgent: row.urgent,
    community: row.community,
    element: row.element ?? "",
    openUntil: row.openUntil,
    flow,
    left,
    lines: await openLines(db, row.id),
    open: fundable && row.openUntil !== null && row.openUntil >= today() && left > 0n && freezes.length === 0,
    freezes,
  };
}

async function openLines(db: Reader, proposalId: string): Promise<OpenLine[]> {
  const lines = await db
    .selectFrom("budget_lines as l")
    .leftJoin("budget_line_funding as f", (join) =>
      join.onRef("f.proposal_id", "=", "l.proposal_id").onRef("f.budget_line_id", "=", "l.id"),
    )
    .select(["l.id", "l.description", "l.amount", "f.funded"])
    .where("l.proposal_id", "=", proposalId)
    .orderBy("l.position")
    .execute();
  return lines.map(({ id, description, amount, funded }) => ({
    id,
    description,
    amount: amount ?? 0n,
    open: (amount ?? 0n) - (funded ?? 0n),
  }));
}

export type Eligibility =
  | { may: true; companyId: string; companyName: string; alone: boolean; approvers: number }
  | { may: false; because: "no_company" | "wrong_role" | "standing_invalid" | "frozen" | "no_approver"; companyName: string };

/** Whether, and for which company, a person can pledge; if not, why not. */
export async function pledgeEligibility(db: Reader, actor: Actor, preferredOrganizationId: string | undefined): Promise<Eligibility> {
  const companies = actor.memberships.filter((m) => m.kind === "company");
  const drafting = companies.filter((m) => holds(m, drafterRoles));
  const acting = drafting.find((m) => m.organizationId === preferredOrganizationId) ?? drafting[0];
  const companyName = acting?.organizationName ?? companies[0]?.organizationName ?? "";
  if (companies.length === 0) return { may: false, because: "no_company", companyName };
  if (!acting) return { may: false, because: "wrong_role", companyName };
  const company = await db
    .selectFrom("organizations")
    .select(["standing", "standing_valid_until"])
    .where("id", "=", acting.organizationId)
    .executeTakeFirstOrThrow();
  if (!standingIsValid(company, today())) return { may: false, because: "standing_invalid", companyName };
  if (stops(await openFreezes(db, acting.organizationId), "pledges")) return { may: false, because: "frozen", companyName };
  const others = (await peopleWithRoles(db, acting.organizationId)).filter((p) => p.userId !== actor.userId);
  const approvers = (await peopleWithRoles(db, acting.organizationId, ...approverRoles)).filter((p) => p.userId !== actor.userId);
  if (others.length > 0 && approvers.length === 0) return { may: false, because: "no_approver", companyName };
  return { may: true, companyId: acting.organizationId, companyName, alone: others.length === 0, approvers: approvers.length };
}
