import { createHash } from "node:crypto";
import type { Transaction } from "kysely";
import { now } from "~/platform/clock.server";
import { DomainError } from "~/kernel/domain-error";
import { isId } from "~/kernel/ids";
import type { DB } from "#db/types.generated";

type Plain = string | number | boolean | null | { [key: string]: Plain } | Plain[];

/**
 * Does a command once per key: a form sent twice gives the first result again. The key is taken in the command's own transaction, so
 * a second sender waits for the first and a crash frees it. The same key with another input is refused as `key_reused`.
 */
export async function once<Result extends Plain>(
  trx: Transaction<DB>,
  command: { key: string; operation: string; input: unknown },
  work: () => Promise<Result>,
): Promise<Result> {
  if (!isId(command.key)) throw new DomainError("key_missing");
  const inputHash = hashOf(command.input);
  const taken = await trx
    .insertInto("commands")
    .values({ key: command.key, operation: command.operation, input_hash: inputHash, result: "null", done_at: now() })
    .onConflict((conflict) => conflict.column("key").doNothing())
    .returning("key")
    .executeTakeFirst();
  if (!taken) {
    const first = await trx.selectFrom("commands").selectAll().where("key", "=", command.key).executeTakeFirstOrThrow();
    if (first.operation !== command.operation || first.input_hash !== inputHash) throw new DomainError("key_reused");
    return first.result as Result;
  }
  const result = await work();
  await trx
    .updateTable("commands")
    .set({ result: JSON.stringify(result) })
    .where("key", "=", command.key)
    .execute();
  return result;
}

/** SHA-256 of the input with its keys in order; bigint as text. */
function hashOf(input: unknown): string {
  return createHash("sha256").update(stable(input)).digest("hex");
}

function stable(value: unknown): string {
  if (typeof value === "bigint") return `${value}n`;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return `[${value.map(stable).join(",")}]`;
  if (value && typeof value === "object") {
    const entries = Object.entries(value)
      .filter(([, v]) => v !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, v]) => `${JSON.stringify(key)}:${stable(v)}`).join(",")}}`;
  }
  return JSON.stringify(value) ?? "null";
}
