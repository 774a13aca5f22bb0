import type { Transaction } from "kysely";
import type { DB } from "./types.generated";

/** The last of `count` next numbers of a series in a year. The counter's row stays locked until the transaction ends, so that none is given twice or skipped. */
export async function takeNumber(trx: Transaction<DB>, name: string, year: number, count = 1): Promise<number> {
  const { value } = await trx
    .insertInto("counters")
    .values({ name, year, value: count })
    .onConflict((conflict) => conflict.columns(["name", "year"]).doUpdateSet((eb) => ({ value: eb("counters.value", "+", count) })))
    .returning("value")
    .executeTakeFirstOrThrow();
  return value;
}

/** "KW-2026-0031": a number of a series as papers carry it. */
export async function takePaperNumber(trx: Transaction<DB>, prefix: string, year: number): Promise<string> {
  return `${prefix}-${year}-${String(await takeNumber(trx, prefix, year)).padStart(4, "0")}`;
}
