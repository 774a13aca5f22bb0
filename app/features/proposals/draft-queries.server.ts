import type { Kysely, Transaction } from "kysely";
import { standingIsValid } from "~/features/organizations/standing";
import type { Day } from "~/kernel/dates";
import { isId } from "~/kernel/ids";
import { today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { draftPlan } from "./draft-plan.server";
import { countsPeople } from "./people";
import { type ProposalStatus, proposesJointly } from "./proposal";
import type { Issue } from "./issue";
import { issuesOf } from "./proposal-completeness";
import type { ProposalDraft, Unread } from "./proposal-draft";

type Reader = Kysely<DB> | Transaction<DB>;

export type DraftFile = { fileId: string; title: string; name: string; mediaType: string; sizeBytes: number };
export type DraftRecord = {
  id: string;
  organizationId: string;
  organizationName: string;
  status: ProposalStatus;
  version: number;
  updatedAt: Date;
  draft: ProposalDraft;
  unread: Unread;
  files: DraftFile[];
  standingValid: boolean;
  standingValidUntil: Day | null;
  element: string;
  submittedAt: Date | null;
  slug: string;
  code: string | null;
  /** Everything that keeps it from being submitted today. */
  issues: Issue[];
};

/** A proposal with all that its community wrote, and what it still lacks; undefined when there is none, or none of that organisation. */
export async function findDraft(db: Reader, proposalId: string, organizationId?: string): Promise<DraftRecord | undefined> {
  if (!isId(proposalId)) return undefined;
  const row = await db
    .selectFrom("proposals as p")
    .innerJoin("organizations as o", "o.id", "p.organization_id")
    .selectAll("p")
    .select(["o.name as organization_name", "o.standing", "o.standing_valid_until", "o.sponsor_id", "o.element"])
    .where("p.id", "=", proposalId)
    .$if(organizationId !== undefined, (query) => query.where("p.organization_id", "=", organizationId ?? ""))
    .executeTakeFirst();
  if (!row) return undefined;
  const [plan, files, payee] = [await draftPlan(db, proposalId), await filesOf(db, proposalId), await payeeOf(db, row)];
  const draft: ProposalDraft = {
    ...plan,
    title: row.title,
    summary: row.summary,
    story: row.story,
    pillar: row.pillar,
    beneficiaries: row.beneficiaries,
    beneficiaryUnit: row.beneficiary_unit,
    people: countsPeople(row.beneficiary_unit) ? null : row.people,
    indirect: row.indirect,
    women: row.women,
    men: row.men,
    age0to5: row.age_0_5,
    age6to17: row.age_6_17,
    age18to59: row.age_18_59,
    age60up: row.age_60_up,
    disabled: row.disabled,
    areaCode: row.area_code,
    place: row.place,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    openUntil: row.open_until,
    ledByWoman: row.led_by_woman,
    urgent: row.urgent,
    payeeAccountId: row.payee_account_id,
  };
  const unread = row.unread as Unread;
  const standingValid = standingIsValid(row, today());
  const photos = files.filter((file) => file.mediaType.startsWith("image/")).length;
  return {
    id: row.id,
    organizationId: row.organization_id,
    organizationName: row.organization_name,
    status: row.status,
    version: row.version,
    updatedAt: row.updated_at,
    draft,
    unread,
    files,
    standingValid,
    standingValidUntil: row.standing_valid_until,
    element: row.element ?? "",
    submittedAt: row.submitted_at,
    slug: row.slug,
    code: row.code,
    issues: issuesOf(draft, { today: today(), standingValid, payee, photos, unread, jointly: proposesJointly(row.element) }),
  };
}

async function filesOf(db: Reader, proposalId: string): Promise<DraftFile[]> {
  return db
    .selectFrom("proposal_files as pf")
    .innerJoin("files as f", "f.id", "pf.file_id")
    .select(["f.id as fileId", "pf.title", "f.name", "f.media_type as mediaType", "f.size_bytes as sizeBytes"])
    .where("pf.proposal_id", "=", proposalId)
    .orderBy("pf.position")
    .orderBy("f.id")
    .execute();
}

async function payeeOf(db: Reader, proposal: { organization_id: string; sponsor_id: string | null; payee_account_id: string | null }) {
  if (!proposal.payee_account_id) return undefined;
  const account = await db
    .selectFrom("payee_accounts")
    .select(["organization_id", "verified_at", "closed_at"])
    .where("id", "=", proposal.payee_account_id)
    .executeTakeFirst();
  return (
    account && {
      belongs: account.organization_id === proposal.organization_id || account.organization_id === proposal.sponsor_id,
      verified: account.verified_at !== null,
      closed: account.closed_at !== null,
    }
  );
}

export type PayeeChoice = {
  id: string;
  kind: "own" | "sponsor" | "village_treasury";
  bankName: string;
  /** The last four digits; the whole number is never sent to a page. */
  ending: string;
  holderName: string;
  verified: boolean;
};

/** The open accounts that a community may be paid to: its own, its village treasury's and its sponsor's. */
export async function payeeChoices(db: Reader, organizationId: string): Promise<PayeeChoice[]> {
  const rows = await db
    .selectFrom("payee_accounts as a")
    .innerJoin("organizations as o", (join) =>
      join.on((eb) => eb.or([eb("o.id", "=", eb.ref("a.organization_id")), eb("o.sponsor_id", "=", eb.ref("a.organization_id"))])),
    )
    .select(["a.id", "a.kind", "a.bank_name", "a.account_number", "a.holder_name", "a.verified_at", "a.organization_id"])
    .where("o.id", "=", organizationId)
    .where("a.closed_at", "is", null)
    .orderBy("a.created_at")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.organization_id === organizationId ? row.kind : "sponsor",
    bankName: row.bank_name,
    ending: row.account_number.slice(-4),
    holderName: row.holder_name,
    verified: row.verified_at !== null,
  }));
}

export type OpenRequest = { id: string; field: string; reasonCode: string; note: string; sentAt: Date };

/** What the verifiers asked to be changed and the community has not answered yet. */
export async function openRevisionRequests(db: Reader, proposalId: string): Promise<OpenRequest[]> {
  const rows = await db
    .selectFrom("revision_requests")
    .select(["id", "field", "reason_code as reasonCode", "note", "sent_at as sentAt"])
    .where("proposal_id", "=", proposalId)
    .where("sent_at", "is not", null)
    .where("answered_at", "is", null)
    .orderBy("sent_at")
    .orderBy("id")
    .execute();
  return rows.flatMap((row) => (row.sentAt ? [{ ...row, sentAt: row.sentAt }] : []));
}
