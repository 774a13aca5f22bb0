import type { Transaction } from "kysely";
import type { DB } from "./types.generated";

/** The next number of a series in a year. The counter's row stays locked until the transaction ends, so that none is given twice or skipped. */
export async function takeNumber(trx: Transaction<DB>, name: string, year: number): Promise<number> {
  const { value } = await trx
    .insertInto("counters")
    .values({ name, year, value: 1 })
    .onConflict((conflict) => conflict.columns(["name", "year"]).doUpdateSet((eb) => ({ value: eb("counters.value", "+", 1) })))
    .returning("value")
    .executeTakeFirstOrThrow();
  return value;
}

/** "KW-2026-0031": a number of a series as papers carry it. */
export async function takePaperNumber(trx: Transaction<DB>, prefix: string, year: number): Promise<string> {
  return `${prefix}-${year}-${String(await takeNumber(trx, prefix, year)).padStart(4, "0")}`;
}
