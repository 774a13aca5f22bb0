import { expect, it } from "vitest";
import { importStatement } from "~/features/reconciliation/import-statement.server";
import { latestImports } from "~/features/reconciliation/import-queries.server";
import { findStatementFile, previewStatement } from "~/features/reconciliation/statement-preview.server";
import { storeStatementFile } from "~/features/reconciliation/store-statement-file.server";
import { addDays } from "~/kernel/dates";
import { isDomainError } from "~/kernel/domain-error";
import { today } from "~/platform/clock.server";
import { buildPlatformDesk } from "#db/seed/builders/organizations";
import { testDatabase } from "#tests/support/database";
import { brokenInvariants } from "#tests/support/invariants";
import { run } from "#tests/support/pledges";
import { account as accountOf, line } from "#tests/support/statements";

const db = await testDatabase();
const { reconciler } = await buildPlatformDesk(db);
const account = () => accountOf(db, reconciler);

const yesterday = { ...line(2_000_000n, "SETORAN KEMARIN"), day: addDays(today(), -1) };
const morning = [line(500_000n, "SETORAN PAGI"), line(2_500n, "BIAYA ADM", "out")];
const afternoon = [line(700_000n, "SETORAN SORE"), line(2_500n, "BIAYA ADM", "out")];
const evening = [line(300_000n, "SETORAN MALAM")];

async function gapOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
    return 0n;
  } catch (error) {
    if (isDomainError(error) && error.code === "gap_open") return error.details.gap;
    throw error;
  }
}

const gapsShown = async (bankAccountId: string) =>
  (await latestImports(db)).filter((one) => one.bankAccountId === bankAccountId).map(({ gap }) => gap);

it("continues within the day from the running balance of the last known line", async () => {
  const { bankAccountId, load, linesOf } = await account();
  await load([yesterday]);
  await load(morning, 2_000_000n);
  await load(afternoon, 2_497_500n);
  await load(evening, 3_195_000n);
  expect((await linesOf()).map(({ description, balance_after }) => [description, balance_after])).toEqual([
    ["SETORAN KEMARIN", 2_000_000n],
    ["SETORAN PAGI", 2_500_000n],
    ["BIAYA ADM", 2_497_500n],
    ["SETORAN SORE", 3_197_500n],
    ["BIAYA ADM", 3_195_000n],
    ["SETORAN MALAM", 3_495_000n],
  ]);
  expect(await gapsShown(bankAccountId)).toEqual([0n, 0n, 0n, 0n]);
  expect(await brokenInvariants(db)).toEqual([]);
});

it("takes files of a day that overlap, and the whole day's at night", async () => {
  const { bankAccountId, load, linesOf } = await account();
  await load([yesterday]);
  await load(morning, 2_000_000n);
  await load([...morning.slice(1), ...afternoon], 2_500_000n);
  await load([...morning, ...afternoon, ...evening], 2_000_000n);
  expect((await linesOf()).map((one) => one.amount)).toEqual([2_000_000n, 500_000n, 2_500n, 700_000n, 2_500n, 300_000n]);
  expect(await gapsShown(bankAccountId)).toEqual([0n, 0n, 0n, 0n]);
});

it("still shows a gap within the day, by what really is missing, until a file closes it", async () => {
  const { bankAccountId, load, file } = await account();
  await load([yesterday]);
  await load(morning, 2_000_000n);
  expect(await gapOf(load(evening, 3_195_000n))).toBe(697_500n);
  // A balance that was there once, but not after the last line that is known, is no continuation.
  expect(await gapOf(load(evening, 2_500_000n))).toBe(2_500n);

  const { fileId } = await run(db, storeStatementFile, reconciler, { fileName: "malam.csv", bytes: file(evening, 3_195_000n) });
  const kept = await findStatementFile(db, reconciler, fileId);
  const { gap } = await previewStatement(db, kept ?? { id: "", name: "", bytes: new Uint8Array() }, bankAccountId);
  expect(gap).toEqual({ amount: 697_500n, expected: 2_497_500n, opening: 3_195_000n, after: today() });

  await run(db, importStatement, reconciler, {
    bankAccountId,
    fileName: "malam.csv",
    bytes: file(evening, 3_195_000n),
    acceptGap: true,
  });
  expect((await gapsShown(bankAccountId))[0]).not.toBe(0n);
  await load(afternoon, 2_497_500n);
  expect(await gapsShown(bankAccountId)).toEqual([0n, 0n, 0n, 0n]);
});
