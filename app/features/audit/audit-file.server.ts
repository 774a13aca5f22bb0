import { createHash } from "node:crypto";
import type { Kysely } from "kysely";
import { csvLine } from "~/kernel/csv";
import { formatSeconds } from "~/kernel/dates";
import type { Language } from "~/kernel/messages";
import type { DB } from "#db/types.generated";
import { auditActionTexts } from "./audit-action-texts";
import { auditDetailTexts } from "./audit-detail-texts";
import type { AuditFilter } from "./audit-filter.server";
import { auditMessages } from "./audit-messages";
import { type AuditLine, type AuditScope, auditLines } from "./audit-queries.server";
import { detailTexts } from "./audit-text";
import { auditValueTexts } from "./audit-value-texts";

const batchSize = 500;

const columns = [
  "number",
  "time",
  "time_wib",
  "action",
  "action_text",
  "person",
  "roles",
  "role_noted_then",
  "acting_for",
  "second_factor",
  "device",
  "organization",
  "program_code",
  "program",
  "object_kind",
  "object_id",
  "details",
  "deserves_reading",
  "hash",
] as const;

/**
 * The filtered log, newest first, batch by batch. The last line holds the SHA-256 of every byte before it, and which filter was used:
 * whoever gets the file can tell whether it is whole, and compare it with one of the same filter.
 */
export async function* auditFile(
  db: Kysely<DB>,
  scope: AuditScope,
  filter: AuditFilter,
  { language, search }: { language: Language; search: string },
): AsyncGenerator<string> {
  const hash = createHash("sha256");
  const head = csvLine(columns);
  hash.update(head);
  yield head;
  let after: string | null = null;
  do {
    const page: { lines: AuditLine[]; next: string | null } = await auditLines(db, scope, { ...filter, after }, batchSize);
    const part = page.lines.map((line) => csvLine(fieldsOf(line, scope, language))).join("");
    hash.update(part);
    yield part;
    after = page.next;
  } while (after !== null);
  yield csvLine(["sha256", hash.digest("hex"), search]);
}

/** In the log of one organisation, how somebody of another acted is nobody's business. */
function fieldsOf(line: AuditLine, { organizationId }: AuditScope, language: Language) {
  const names: { readonly [role: string]: string } = auditValueTexts[language];
  const whole = organizationId === null || line.actor.who === "person";
  return [
    line.seq,
    line.at.toISOString(),
    formatSeconds(line.at, language),
    line.action,
    auditActionTexts[language][line.action],
    line.actor.who === "person" ? line.actor.name : auditMessages[language][line.actor.who],
    whole ? line.office?.roles.map((role) => names[role] ?? role).join(", ") : "",
    whole && line.office ? String(line.office.noted) : "",
    whole ? line.office?.organizationName : "",
    whole ? line.factor : "",
    whole ? line.device : "",
    line.organizationName,
    line.programCode,
    line.programTitle,
    auditDetailTexts[language].subjects[line.subjectKind],
    line.subjectId,
    detailTexts(line.details, language).join("; "),
    organizationId === null ? line.weight : "",
    line.hash,
  ];
}
