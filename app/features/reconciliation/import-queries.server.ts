import { type Kysely, sql } from "kysely";
import { isId } from "~/kernel/ids";
import type { Rupiah } from "~/kernel/money";
import type { DB } from "#db/types.generated";
import { type BankAccount, balanceAtEnd, balanceBefore } from "./examine-statement.server";
import { bankAccounts } from "./bank-account-queries.server";

/** The latest imports of all accounts, each with the gap before it as it is now: a file that came later may have closed it. */
export async function latestImports(db: Kysely<DB>, limit = 20) {
  const accounts = new Map((await bankAccounts(db)).map((account) => [account.id, account]));
  const rows = await imports(db).orderBy("i.imported_at", "desc").limit(limit).execute();
  return Promise.all(rows.map(async (row) => ({ ...row, gap: await gapNow(db, accounts.get(row.bankAccountId), row) })));
}

export type ImportRow = Awaited<ReturnType<typeof latestImports>>[number];

function imports(db: Kysely<DB>) {
  return db
    .selectFrom("statement_imports as i")
    .innerJoin("bank_accounts as a", "a.id", "i.bank_account_id")
    .leftJoin("users as u", "u.id", "i.imported_by")
    .select([
      "i.id",
      "i.bank_account_id as bankAccountId",
      "i.file_name as fileName",
      "i.file_id as fileId",
      "i.format",
      "i.imported_at as importedAt",
    ])
    .select(["i.first_day as firstDay", "i.last_day as lastDay", "i.opening_balance as opening", "i.closing_balance as closing"])
    .select(["i.lines_in_file as inFile", "i.lines_new as fresh", "i.lines_known as known", "i.lines_pending as pending"])
    .select(["a.number", "a.bank_name as bankName", "u.name as importedBy"]);
}

type Start = { id: string; firstDay: string | null; opening: Rupiah | null };

async function gapNow(db: Kysely<DB>, account: BankAccount | undefined, { id, firstDay, opening }: Start): Promise<Rupiah | null> {
  if (!account || firstDay === null || opening === null) return null;
  const gap = opening - (await balanceBefore(db, account, firstDay)).balance;
  if (gap === 0n) return gap;
  // It may continue from a line of another file of the same day.
  const continued = await db
    .selectFrom("bank_lines")
    .select("id")
    .where("bank_account_id", "=", account.id)
    .where("booked_on", "=", firstDay)
    .where("balance_after", "=", opening)
    .where("import_id", "<>", id)
    .limit(1)
    .executeTakeFirst();
  return continued ? 0n : gap;
}

/** One import with what became of its lines; undefined when there is none. */
export async function findImport(db: Kysely<DB>, id: string) {
  const row = isId(id) ? await imports(db).where("i.id", "=", id).executeTakeFirst() : undefined;
  if (!row) return undefined;
  const account = (await bankAccounts(db)).find((one) => one.id === row.bankAccountId);
  const [gap, balance, groups] = await Promise.all([
    gapNow(db, account, row),
    account && row.lastDay ? balanceAtEnd(db, account, row.lastDay) : undefined,
    outcomes(db, id),
  ]);
  return { ...row, gap, balance: balance?.balance ?? null, ...groups };
}

export type ImportView = NonNullable<Awaited<ReturnType<typeof findImport>>>;

async function outcomes(db: Kysely<DB>, importId: string) {
  const lines = await db
    .selectFrom("bank_lines")
    .select([
      "direction",
      sql<string>`case when status in ('imported', 'matched') then 'open' when decided_by is null then 'automatic' else 'decided' end`.as(
        "state",
      ),
    ])
    .select(sql<number>`count(*)::int`.as("count"))
    .select(sql<bigint>`sum(case when status in ('imported', 'matched') then amount - allocated else amount end)::bigint`.as("amount"))
    .where("import_id", "=", importId)
    .groupBy(["direction", "state"])
    .execute();
  const of = (state: string, direction?: "in" | "out") => {
    const found = lines.filter((line) => line.state === state && (direction === undefined || line.direction === direction));
    return { count: found.reduce((sum, line) => sum + line.count, 0), amount: found.reduce((sum, line) => sum + line.amount, 0n) };
  };
  return { automatic: of("automatic"), waitingIn: of("open", "in"), waitingOut: of("open", "out"), decided: of("decided") };
}

/** When the newest statement of an account was imported. */
export async function lastImport(db: Kysely<DB>): Promise<{ bankName: string; number: string; importedAt: Date | null } | undefined> {
  const row = await db
    .selectFrom("bank_accounts as a")
    .leftJoin("statement_imports as i", "i.bank_account_id", "a.id")
    .select(["a.bank_name as bankName", "a.number", "i.imported_at as importedAt"])
    .orderBy("i.imported_at", (order) => order.desc().nullsLast())
    .orderBy("a.opened_on")
    .orderBy("a.id")
    .limit(1)
    .executeTakeFirst();
  return row;
}
