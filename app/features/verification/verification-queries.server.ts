import type { Kysely } from "kysely";
import type { Area } from "~/features/areas/area";
import { areaLabels, areaPath } from "~/features/areas/area-queries.server";
import type { Actor } from "~/features/identity/actor";
import { type DraftRecord, findDraft } from "~/features/proposals/draft-queries.server";
import { type HistoryEntry, proposalHistory } from "~/features/proposals/proposal-history.server";
import { photosOfCheck } from "~/features/proposals/program-queries.server";
import type { Named, ProgramCheck } from "~/features/proposals/program-view";
import { type CheckKind, type ProposalStatus, isPublic } from "~/features/proposals/proposal";
import { budgetTotal } from "~/features/proposals/proposal-draft";
import { type Day, dayOf, daysBetween } from "~/kernel/dates";
import { today } from "~/platform/clock.server";
import { env } from "~/platform/env.server";
import { tieTo } from "~/features/ties/tie-queries.server";
import type { DB } from "#db/types.generated";
import { checksMissing, decisionDays } from "./verification";

export type QueuedProposal = {
  id: string;
  title: string;
  urgent: boolean;
  organization: string;
  element: string;
  areaLabel: string;
  status: ProposalStatus;
  target: bigint | null;
  submittedAt: Date | null;
  /** Whole days since it was sent, and how many are left to decide. */
  age: number;
  daysLeft: number;
};

export type VerificationQueue = {
  waiting: QueuedProposal[];
  open: QueuedProposal[];
  returned: QueuedProposal[];
  published: QueuedProposal[];
};

/** What is on the verifiers' desk by whose move it is, the longest waiting first; and the programs that are out, the latest first. */
export async function verificationQueue(db: Kysely<DB>): Promise<VerificationQueue> {
  const rows = await db
    .selectFrom("proposals as p")
    .innerJoin("organizations as o", "o.id", "p.organization_id")
    .select(["p.id", "p.title", "p.urgent", "o.name", "o.element", "p.area_code", "p.status", "p.target", "p.submitted_at"])
    .where("p.status", "in", ["submitted", "verifying", "revision_requested", "published", "running", "suspended"])
    .orderBy("p.submitted_at")
    .orderBy("p.id")
    .execute();
  const labels = await areaLabels(
    db,
    rows.flatMap((row) => row.area_code ?? []),
  );
  const items = rows.map((row): QueuedProposal => {
    const age = row.submitted_at ? daysBetween(dayOf(row.submitted_at), today()) : 0;
    return {
      id: row.id,
      title: row.title,
      urgent: row.urgent,
      organization: row.name,
      element: row.element ?? "",
      areaLabel: labels.get(row.area_code ?? "") ?? "",
      status: row.status,
      target: row.target,
      submittedAt: row.submitted_at,
      age,
      daysLeft: decisionDays - age,
    };
  });
  return {
    waiting: items.filter((item) => item.status === "submitted"),
    open: items.filter((item) => item.status === "verifying"),
    returned: items.filter((item) => item.status === "revision_requested"),
    published: items.filter((item) => isPublic(item.status)).reverse(),
  };
}

export type PinnedRequest = { id: string; field: string; reasonCode: string; note: string; sentAt: Date | null; answeredAt: Date | null };

export type VerificationView = DraftRecord & {
  target: bigint;
  organization: { id: string; name: string; slug: string; element: string; elementName: Named; sponsor: string | null };
  area: Area[];
  needs: (Named & { code: string; sensitive: boolean })[];
  goals: number[];
  payee: { bankName: string; accountNumber: string; holderName: string; kind: string; verified: boolean } | null;
  checks: (ProgramCheck & { own: boolean })[];
  pins: PinnedRequest[];
  history: HistoryEntry[];
  age: number;
  daysLeft: number;
  sentOn: Day | null;
  /** Kinds of check that keep it from being published. */
  missing: CheckKind[];
  /** The reader recorded one of the checks, so somebody else publishes. */
  ownCheck: boolean;
  /** The reader belongs to the organisation or its sponsor, or declared a tie to one of them. */
  tied: "member" | "declared" | undefined;
};

/** A proposal as the desk sees it, with everything its community wrote and everything that was checked. */
export async function findVerification(db: Kysely<DB>, actor: Actor, proposalId: string): Promise<VerificationView | undefined> {
  const record = await findDraft(db, proposalId);
  if (!record || record.status === "draft") return undefined;
  const organization = await organizationOf(db, record.organizationId);
  const checks = await checksOf(db, actor, proposalId);
  const sentOn = record.submittedAt ? dayOf(record.submittedAt) : null;
  const age = sentOn ? daysBetween(sentOn, today()) : 0;
  return {
    ...record,
    target: budgetTotal(record.draft.lines),
    organization,
    area: record.draft.areaCode ? await areaPath(db, record.draft.areaCode) : [],
    needs: await needsOf(db, proposalId),
    goals: [...record.draft.goals],
    payee: await payeeOf(db, record.draft.payeeAccountId),
    checks,
    pins: await pinsOf(db, proposalId),
    history: await proposalHistory(db, proposalId),
    age,
    daysLeft: decisionDays - age,
    sentOn,
    missing: checksMissing(
      checks.map((check) => ({ ...check, checkedBy: "" })),
      today(),
      { target: budgetTotal(record.draft.lines), secondReadingAbove: env.SECOND_READING_ABOVE },
    ),
    ownCheck: checks.some((check) => check.own),
    tied: await tieTo(db, actor, [record.organizationId, organization.sponsorId]),
  };
}

async function organizationOf(db: Kysely<DB>, organizationId: string) {
  const row = await db
    .selectFrom("organizations as o")
    .innerJoin("psks_elements as e", "e.code", "o.element")
    .leftJoin("organizations as s", "s.id", "o.sponsor_id")
    .select(["o.id", "o.name", "o.slug", "o.element", "e.name_id", "e.name_en", "s.name as sponsor", "s.id as sponsorId"])
    .where("o.id", "=", organizationId)
    .executeTakeFirstOrThrow();
  const { name_id, name_en, element, ...rest } = row;
  return { ...rest, element: element ?? "", elementName: { nameId: name_id, nameEn: name_en } };
}

/** The latest check of each kind, each with whether this reader recorded it. */
async function checksOf(db: Kysely<DB>, actor: Actor, proposalId: string): Promise<VerificationView["checks"]> {
  const rows = await db
    .selectFrom("proposal_checks")
    .select(["kind", "result", "finding", "role_label as roleLabel", "checked_on as checkedOn", "valid_until as validUntil", "checked_by"])
    .select(photosOfCheck)
    .distinctOn("kind")
    .where("proposal_id", "=", proposalId)
    .orderBy("kind")
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .execute();
  return rows.map(({ checked_by, ...check }) => ({ ...check, own: checked_by === actor.userId }));
}

async function pinsOf(db: Kysely<DB>, proposalId: string): Promise<PinnedRequest[]> {
  return db
    .selectFrom("revision_requests")
    .select(["id", "field", "reason_code as reasonCode", "note", "sent_at as sentAt", "answered_at as answeredAt"])
    .where("proposal_id", "=", proposalId)
    .orderBy("requested_at")
    .orderBy("id")
    .execute();
}

async function needsOf(db: Kysely<DB>, proposalId: string): Promise<VerificationView["needs"]> {
  return db
    .selectFrom("proposal_needs as pn")
    .innerJoin("need_groups as n", "n.code", "pn.need_code")
    .select(["n.code", "n.name_id as nameId", "n.name_en as nameEn", "n.sensitive"])
    .where("pn.proposal_id", "=", proposalId)
    .orderBy("pn.position")
    .execute();
}

async function payeeOf(db: Kysely<DB>, payeeAccountId: string | null): Promise<VerificationView["payee"]> {
  if (!payeeAccountId) return null;
  const row = await db
    .selectFrom("payee_accounts")
    .select(["bank_name as bankName", "account_number as accountNumber", "holder_name as holderName", "kind", "verified_at"])
    .where("id", "=", payeeAccountId)
    .executeTakeFirst();
  if (!row) return null;
  const { verified_at, ...account } = row;
  return { ...account, verified: verified_at !== null };
}
