import type { Kysely } from "kysely";
import type { Actor } from "~/features/identity/actor";
import { importStatement } from "~/features/reconciliation/import-statement.server";
import { today } from "~/platform/clock.server";
import { buildBankAccount } from "#db/seed/builders/bank";
import { type StatementToWrite, writeKlikBcaCsv } from "#db/seed/klikbca-csv";
import type { DB } from "#db/types.generated";
import { run } from "./pledges";

type Lines = StatementToWrite["lines"];

/** A line of today's. */
export function line(amount: bigint, description: string, direction: "in" | "out" = "in"): Lines[number] {
  return { day: today(), direction, amount, description };
}

/** A new account of the desk, with files of its bank. */
export async function account(db: Kysely<DB>, reconciler: Actor) {
  const { bankAccountId } = await buildBankAccount(db);
  const { number } = await db.selectFrom("bank_accounts").select("number").where("id", "=", bankAccountId).executeTakeFirstOrThrow();
  const file = (lines: Lines, opening = 0n) =>
    new TextEncoder().encode(
      writeKlikBcaCsv({
        accountNumber: number,
        holderName: "Yayasan Sinergi Contoh",
        from: lines[0]?.day ?? today(),
        to: today(),
        opening,
        lines,
      }),
    );
  const load = (lines: Lines, opening = 0n) =>
    run(db, importStatement, reconciler, { bankAccountId, fileName: "mutasi.csv", bytes: file(lines, opening) });
  const linesOf = () =>
    db
      .selectFrom("bank_lines")
      .selectAll()
      .where("bank_account_id", "=", bankAccountId)
      .orderBy("booked_on")
      .orderBy("sequence_of_day")
      .execute();
  return { bankAccountId, number, file, load, linesOf };
}
