import { type Kysely, sql } from "kysely";
import { readIdentifier } from "~/features/identifiers/identifier";
import { sealed } from "~/features/identifiers/seal.server";
import { newId } from "~/kernel/ids";

type Open = { organization_id: string; kind: "phone" | "npwp"; plain: string; created_at: Date };

/**
 * Encrypts the numbers that an earlier release kept open in columns and the migration 0015 put aside, then drops where they lay. A
 * migration can't do it itself: the cipher belongs to the application. Running it again changes nothing.
 */
export async function sealIdentifiers(db: Kysely<unknown>): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const waiting = await sql<{ there: boolean }>`select to_regclass('identifiers_to_seal') is not null as there`.execute(trx);
    if (!waiting.rows[0]?.there) return;
    const { rows } = await sql<Open>`select * from identifiers_to_seal`.execute(trx);
    for (const row of rows) {
      const read = readIdentifier(row.kind, row.plain);
      // What was never a number is kept under the cipher all the same: nobody's words are thrown away.
      const { ciphertext, last_four, fingerprint } = sealed(row.kind, read.digits ?? row.plain.replace(/\D/g, "").padStart(4, "0"));
      await sql`
        insert into organization_identifiers (id, organization_id, kind, ciphertext, last_four, fingerprint, doubtful, created_at)
        values (${newId()}, ${row.organization_id}, ${row.kind}::identifier_kind, ${ciphertext}, ${last_four}, ${fingerprint},
          ${read.digits === undefined}, ${row.created_at})
        on conflict do nothing`.execute(trx);
    }
    await sql`drop table identifiers_to_seal`.execute(trx);
  });
}
