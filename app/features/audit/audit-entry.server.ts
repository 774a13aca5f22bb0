import { type Kysely, sql } from "kysely";
import { isId } from "~/kernel/ids";
import type { DB, EmailStatus } from "#db/types.generated";
import type { AuditAction } from "./audit-action-texts";
import { type AuditLine, findAuditLine } from "./audit-queries.server";
import type { AuditDetails } from "./audit-text";
import { maskedAddress } from "./masked-address";

/** An email of the same transaction; addresses show their first letter and the house alone. */
export type EntryEmail = { subject: string | null; status: EmailStatus; sentAt: Date | null; addresses: string[] };
export type EntryBooking = { fund: string; seq: bigint; kind: string; amount: bigint; reverses: bigint | null };

export type AuditEntryView = AuditLine & {
  /** What else the same transaction wrote. */
  lines: { id: string; action: AuditAction; details: AuditDetails }[];
  emails: EntryEmail[];
  bookings: EntryBooking[];
  /** Other lines about the same object. */
  others: number;
  reading: { at: Date; by: string; note: string } | null;
  /** Accounts that the details name by their ids: bank and last four digits. */
  accounts: { [id: string]: string };
};

/** One line with everything that the database ties to it; undefined when there is none. */
export async function findAuditEntry(db: Kysely<DB>, id: string): Promise<AuditEntryView | undefined> {
  const line = isId(id) ? await findAuditLine(db, id) : undefined;
  if (!line) return undefined;
  const [lines, emails, bookings, others, reading, accounts] = await Promise.all([
    linesBeside(db, id),
    emailsOf(db, id),
    bookingsOf(db, id),
    othersAbout(db, line),
    readingOf(db, id),
    accountsIn(db, line.details),
  ]);
  return { ...line, lines, emails, bookings, others, reading, accounts };
}

const transactionOf = (id: string) => sql<string>`(select transaction_id from audit_log where id = ${id}::uuid)`;

async function linesBeside(db: Kysely<DB>, id: string): Promise<AuditEntryView["lines"]> {
  const rows = await db
    .selectFrom("audit_log")
    .select(["id", "action", "details"])
    .where("transaction_id", "=", transactionOf(id))
    .where("id", "!=", id)
    .orderBy("at")
    .orderBy("id")
    .limit(20)
    .execute();
  return rows.map((row) => ({ ...row, action: row.action as AuditAction, details: row.details as AuditDetails }));
}

async function emailsOf(db: Kysely<DB>, id: string): Promise<EntryEmail[]> {
  const rows = await db
    .selectFrom("email_messages")
    .select(["template", "subject", "status", "sent_at", "to_address"])
    .where("transaction_id", "=", transactionOf(id))
    .orderBy("template")
    .orderBy("to_address")
    .limit(100)
    .execute();
  const groups = new Map<string, EntryEmail>();
  for (const row of rows) {
    const key = `${row.template} ${row.subject} ${row.status}`;
    const group = groups.get(key) ?? { subject: row.subject, status: row.status, sentAt: row.sent_at, addresses: [] };
    group.addresses.push(maskedAddress(row.to_address));
    groups.set(key, group);
  }
  return [...groups.values()];
}

async function bookingsOf(db: Kysely<DB>, id: string): Promise<EntryBooking[]> {
  return db
    .selectFrom("ledger_transfers")
    .select(["proposal_id as fund", "seq", "kind", "amount", "reverses"])
    .where("transaction_id", "=", transactionOf(id))
    .orderBy("proposal_id")
    .orderBy("seq")
    .limit(20)
    .execute();
}

async function othersAbout(db: Kysely<DB>, line: AuditLine): Promise<number> {
  const { n } = await db
    .selectFrom("audit_log")
    .select((eb) => eb.fn.countAll<bigint>().as("n"))
    .where("subject_kind", "=", line.subjectKind)
    .where("subject_id", "=", line.subjectId)
    .where("id", "!=", line.id)
    .executeTakeFirstOrThrow();
  return Number(n);
}

async function readingOf(db: Kysely<DB>, id: string): Promise<AuditEntryView["reading"]> {
  const found = await db
    .selectFrom("audit_readings as r")
    .innerJoin("users as u", "u.id", "r.read_by")
    .select(["r.read_at as at", "u.name as by", "r.note"])
    .where("r.audit_id", "=", id)
    .executeTakeFirst();
  return found ?? null;
}

async function accountsIn(db: Kysely<DB>, { from, to, account }: AuditDetails): Promise<AuditEntryView["accounts"]> {
  const ids = [from, to, account].filter(isId);
  if (ids.length === 0) return {};
  const rows = await db.selectFrom("payee_accounts").select(["id", "bank_name", "account_number"]).where("id", "in", ids).execute();
  return Object.fromEntries(rows.map((row) => [row.id, `${row.bank_name} ···· ${row.account_number.slice(-4)}`]));
}
