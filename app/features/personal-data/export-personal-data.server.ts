import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { listSessions } from "~/features/identity/account-queries.server";
import type { Actor } from "~/features/identity/actor";
import { newsChoicesOf } from "~/features/notifications/choose-news.server";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";

/** Everything that belongs to a person, for them to keep: plain values, days and instants as ISO text, no secrets. That it was taken is logged. */
export async function exportPersonalData(trx: Transaction<DB>, actor: Actor, _input: Record<string, never>) {
  const { userId, email } = actor;
  await recordAudit(trx, { actorId: userId, action: "account.data_exported", subject: { kind: "user", id: userId } });
  return {
    madeAt: now(),
    account: await accountOf(trx, userId),
    memberships: await membershipsOf(trx, userId),
    practitionerProfiles: await profilesOf(trx, userId),
    ties: await tiesOf(trx, userId),
    statementsOfTies: await statementsOf(trx, userId),
    sessions: await listSessions(trx, userId),
    secondFactor: await factorOf(trx, userId),
    news: await newsChoicesOf(trx, userId),
    notices: await noticesOf(trx, userId),
    invitations: await invitationsTo(trx, email),
    emails: await emailsTo(trx, email),
    proposals: await proposalsBy(trx, userId),
    amendments: await amendmentsBy(trx, userId),
    leading: await leadingOf(trx, userId),
    mentoring: await mentoringOf(trx, userId),
    notesOfMentoring: await mentoringNotesBy(trx, userId),
    amendmentAnswers: await amendmentAnswersBy(trx, userId),
    pledges: await pledgesBy(trx, userId),
    files: await filesBy(trx, userId),
    activity: await activityOf(trx, userId),
  };
}

function accountOf(trx: Transaction<DB>, userId: string) {
  return trx
    .selectFrom("users")
    .select(["id", "name", "email", "email_verified as emailVerified", "language", "created_at as createdAt", "updated_at as updatedAt"])
    .where("id", "=", userId)
    .executeTakeFirstOrThrow();
}

function membershipsOf(trx: Transaction<DB>, userId: string) {
  return trx
    .selectFrom("memberships as m")
    .innerJoin("organizations as o", "o.id", "m.organization_id")
    .select(["o.name as organization", "o.kind", "m.role", "m.created_at as since"])
    .where("m.user_id", "=", userId)
    .orderBy("m.created_at")
    .execute();
}

/** A practitioner's profile is the person's own; its numbers are masked here as on every page. */
async function profilesOf(trx: Transaction<DB>, userId: string) {
  const profiles = await trx
    .selectFrom("organizations as o")
    .innerJoin("memberships as m", "m.organization_id", "o.id")
    .select(["o.id", "o.name", "o.element", "o.about", "o.address", "o.created_at as createdAt"])
    .where("m.user_id", "=", userId)
    .where("o.kind", "=", "practitioner")
    .orderBy("o.created_at")
    .execute();
  const numbers = await trx
    .selectFrom("organization_identifiers as i")
    .innerJoin("memberships as m", "m.organization_id", "i.organization_id")
    .select(["i.organization_id", "i.kind", "i.last_four as lastFour", "i.created_at as since"])
    .where("m.user_id", "=", userId)
    .where("i.superseded_at", "is", null)
    .orderBy("i.kind")
    .execute();
  return profiles.map(({ id, ...profile }) => ({
    ...profile,
    numbers: numbers.flatMap(({ organization_id, ...number }) => (organization_id === id ? [number] : [])),
  }));
}

function tiesOf(trx: Transaction<DB>, userId: string) {
  return trx
    .selectFrom("ties as t")
    .leftJoin("organizations as o", "o.id", "t.organization_id")
    .select((eb) => [eb.fn.coalesce("o.name", "t.party_name").as("party"), "t.kind", "t.detail", "t.ended_on as endedOn"])
    .select(["t.declared_at as declaredAt", "t.withdrawn_at as withdrawnAt"])
    .where("t.user_id", "=", userId)
    .orderBy("t.declared_at")
    .execute();
}

function statementsOf(trx: Transaction<DB>, userId: string) {
  return trx
    .selectFrom("tie_declarations")
    .select(["declared_on as declaredOn", "valid_until as validUntil"])
    .where("user_id", "=", userId)
    .orderBy("declared_on")
    .execute();
}

async function factorOf(trx: Transaction<DB>, userId: string) {
  const factor = await trx
    .selectFrom("second_factors")
    .select("enrolled_at as enrolledAt")
    .where("user_id", "=", userId)
    .executeTakeFirst();
  const devices = await trx
    .selectFrom("remembered_devices")
    .select(["user_agent as userAgent", "ip_address as ipAddress", "created_at as createdAt", "expires_at as expiresAt"])
    .where("user_id", "=", userId)
    .orderBy("created_at")
    .execute();
  const resets = await trx
    .selectFrom("factor_resets")
    .select(["requested_at as requestedAt", "checked_at as checkedAt", "done_at as doneAt", "stopped_at as stoppedAt"])
    .where("user_id", "=", userId)
    .orderBy("requested_at")
    .execute();
  return { enrolledAt: factor?.enrolledAt ?? null, rememberedDevices: devices, waysBackIn: resets };
}

/** What the person was told inside the product. */
function noticesOf(trx: Transaction<DB>, userId: string) {
  return trx
    .selectFrom("notices")
    .select(["words", "address", "due_on as dueOn", "created_at as createdAt", "read_at as readAt"])
    .where("user_id", "=", userId)
    .orderBy("created_at")
    .execute();
}

function invitationsTo(trx: Transaction<DB>, email: string) {
  return trx
    .selectFrom("invitations as i")
    .innerJoin("organizations as o", "o.id", "i.organization_id")
    .select(["o.name as organization", "i.role", "i.created_at as createdAt", "i.valid_until as validUntil", "i.accepted_at as acceptedAt"])
    .where("i.email", "=", email)
    .orderBy("i.created_at")
    .execute();
}

function emailsTo(trx: Transaction<DB>, email: string) {
  return trx
    .selectFrom("email_messages")
    .select(["template", "subject", "status", "created_at as createdAt", "sent_at as sentAt"])
    .where("to_address", "=", email)
    .orderBy("created_at")
    .execute();
}

function proposalsBy(trx: Transaction<DB>, userId: string) {
  return trx
    .selectFrom("proposals")
    .select(["id", "title", "code", "status", "created_at as createdAt"])
    .where("created_by", "=", userId)
    .orderBy("created_at")
    .execute();
}

/** Amendments that the person began, in his or her words. */
/** The programs that the person is named to lead, whatever became of it. */
function leadingOf(trx: Transaction<DB>, userId: string) {
  return trx
    .selectFrom("program_leaders as l")
    .innerJoin("memberships as m", "m.organization_id", "l.leader_id")
    .innerJoin("proposals as p", "p.id", "l.proposal_id")
    .select(["p.title as program", "l.status", "l.asked_at as askedAt", "l.answered_at as answeredAt", "l.ended_at as endedAt"])
    .where("m.user_id", "=", userId)
    .orderBy("l.asked_at")
    .execute();
}

/** The organisations that the person mentors or was asked to. */
function mentoringOf(trx: Transaction<DB>, userId: string) {
  return trx
    .selectFrom("mentorings as g")
    .innerJoin("memberships as m", "m.organization_id", "g.mentor_id")
    .innerJoin("organizations as o", "o.id", "g.organization_id")
    .select([
      "o.name as organization",
      "g.status",
      "g.answer",
      "g.asked_at as askedAt",
      "g.answered_at as answeredAt",
      "g.ended_at as endedAt",
    ])
    .where("m.user_id", "=", userId)
    .orderBy("g.asked_at")
    .execute();
}

function mentoringNotesBy(trx: Transaction<DB>, userId: string) {
  return trx
    .selectFrom("mentoring_notes")
    .select(["held_on as heldOn", "text", "written_at as writtenAt"])
    .where("written_by", "=", userId)
    .orderBy("written_at")
    .execute();
}

function amendmentsBy(trx: Transaction<DB>, userId: string) {
  return trx
    .selectFrom("amendments as a")
    .innerJoin("proposals as p", "p.id", "a.proposal_id")
    .select(["p.title as program", "a.n as number", "a.status", "a.reason", "a.created_at as createdAt"])
    .where("a.created_by", "=", userId)
    .orderBy("a.created_at")
    .execute();
}

/** What the person answered to amendments in a company's name. */
function amendmentAnswersBy(trx: Transaction<DB>, userId: string) {
  return trx
    .selectFrom("amendment_answers as s")
    .innerJoin("proposals as p", "p.id", "s.proposal_id")
    .innerJoin("organizations as o", "o.id", "s.company_id")
    .select(["p.title as program", "s.amendment_n as number", "o.name as company", "s.answer", "s.note", "s.at"])
    .where("s.answered_by", "=", userId)
    .orderBy("s.at")
    .execute();
}

async function pledgesBy(trx: Transaction<DB>, userId: string) {
  const rows = await trx
    .selectFrom("pledges as p")
    .innerJoin("proposals as s", "s.id", "p.proposal_id")
    .select(["p.id", "s.title as program", "p.amount", "p.status", "p.note", "p.created_at as createdAt"])
    .where("p.created_by", "=", userId)
    .orderBy("p.created_at")
    .execute();
  return rows.map((row) => ({ ...row, amount: String(row.amount) }));
}

async function filesBy(trx: Transaction<DB>, userId: string) {
  const rows = await trx
    .selectFrom("files")
    .select(["id", "name", "media_type as mediaType", "size_bytes as sizeBytes", "created_at as createdAt"])
    .where("uploaded_by", "=", userId)
    .orderBy("created_at")
    .execute();
  return rows.map((row) => ({ ...row, sizeBytes: String(row.sizeBytes) }));
}

/** What the person did, as the audit log tells it. */
function activityOf(trx: Transaction<DB>, userId: string) {
  return trx
    .selectFrom("audit_log as a")
    .leftJoin("organizations as o", "o.id", "a.organization_id")
    .leftJoin("proposals as s", "s.id", "a.proposal_id")
    .select(["a.at", "a.action", "o.name as organization", "s.title as program", "a.details"])
    .where("a.actor_id", "=", userId)
    .orderBy("a.at")
    .orderBy("a.id")
    .execute();
}
