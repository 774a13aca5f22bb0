import type { Transaction } from "kysely";
import { DomainError } from "~/kernel/domain-error";
import { newId } from "~/kernel/ids";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { type IdentifierKind, readIdentifier } from "./identifier";
import { sealed } from "./seal.server";

type Kept = { organizationId: string; kind: IdentifierKind; typed: string; field: string; documentId?: string };

/**
 * Keeps an organisation's number encrypted; the one before it stays, superseded. The caller has proven that it may, and has locked the
 * organisation. Refuses `nik_form`, `kk_form`, `npwp_form`, `nib_form` and `phone_form` beside the field.
 */
export async function keepIdentifier(
  trx: Transaction<DB>,
  { organizationId, kind, typed, field, documentId }: Kept,
): Promise<{ lastFour: string }> {
  const read = readIdentifier(kind, typed);
  if (read.refusal !== undefined) throw new DomainError(read.refusal, { field });
  const kept = sealed(kind, read.digits);
  await trx
    .updateTable("organization_identifiers")
    .set({ superseded_at: now() })
    .where("organization_id", "=", organizationId)
    .where("kind", "=", kind)
    .where("superseded_at", "is", null)
    .execute();
  await trx
    .insertInto("organization_identifiers")
    .values({
      id: newId(),
      organization_id: organizationId,
      kind,
      ...kept,
      doubtful: read.doubtful,
      document_id: documentId ?? null,
      created_at: now(),
    })
    .execute();
  return { lastFour: kept.last_four };
}
