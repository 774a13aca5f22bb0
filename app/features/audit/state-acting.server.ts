import { type Transaction, sql } from "kysely";
import type { DB } from "#db/types.generated";

/** In whose name and how somebody acts: kept with every line of the log that the transaction writes. `device` is a kind, "Firefox, Windows". */
export type Acting = {
  organizationId: string | null;
  organizationName: string | null;
  roles: readonly string[];
  factor: "none" | "proven";
  device: string | null;
};

/** States it for this transaction alone; the audit log takes it from there by itself. */
export async function stateActing(trx: Transaction<DB>, acting: Acting): Promise<void> {
  await sql`select set_config('sinergi.acting', ${JSON.stringify(acting)}, true)`.execute(trx);
}
