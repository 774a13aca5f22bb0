import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import type { Kysely } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dailyRoots, headsAt, ledgerFileOf, openLedgerOf, wholeLedgerFile } from "~/features/reporting/open-ledger.server";
import { rootText } from "~/features/reporting/open-ledger";
import { today } from "~/platform/clock.server";
import { buildReceivedMoney } from "#db/seed/builders/bank";
import { type BuiltPledge, buildCommittedPledge } from "#db/seed/builders/pledges";
import { buildPublishedProgram } from "#db/seed/builders/programs";
import type { DB } from "#db/types.generated";
import { testDatabase } from "#tests/support/database";

const command = path.resolve(import.meta.dirname, "../../../app/commands/verify-chain.mjs");
const folder = mkdtempSync(path.join(tmpdir(), "sinergi-ledger-"));
let db: Kysely<DB>;
let pledge: BuiltPledge;

beforeAll(async () => {
  db = await testDatabase();
  const program = await buildPublishedProgram(db);
  pledge = await buildCommittedPledge(db, { program, instalments: [4_000_000n, 3_000_000n] });
  await buildReceivedMoney(db, { pledge });
  await buildCommittedPledge(db, { program: await buildPublishedProgram(db) });
});
afterAll(() => rmSync(folder, { recursive: true }));

function verify(text: string, ...options: string[]): { code: number; output: string } {
  const file = path.join(folder, "ledger.csv");
  writeFileSync(file, text);
  try {
    return { code: 0, output: execFileSync(process.execPath, [command, file, ...options], { encoding: "utf8", stdio: "pipe" }) };
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
    return { code: status, output: stdout + stderr };
  }
}

async function wholeLedger(): Promise<string> {
  let text = "";
  for await (const part of wholeLedgerFile(db)) text += part;
  return text;
}

describe("the public command", () => {
  test("finds a program's download intact", async () => {
    const { code, output } = verify(await ledgerFileOf(db, pledge.proposalId), "--en");
    expect(output).toContain(`INTACT  ${pledge.proposalId}  3 entries`);
    expect(code).toBe(0);
  });

  test("finds the whole ledger intact, and the root of the day agrees with it", async () => {
    const rootFile = path.join(folder, "root.txt");
    const heads = await headsAt(db, today());
    writeFileSync(rootFile, rootText(today(), heads));
    const { code, output } = verify(await wholeLedger(), "--en", "--root", rootFile);
    expect(output).toContain("in 3 chains are intact");
    expect(output).toContain((await dailyRoots(db, 1))[0]?.root);
    expect(code).toBe(0);
  });

  test("says where one rupiah was changed", async () => {
    const text = await ledgerFileOf(db, pledge.proposalId);
    const { code, output } = verify(text.replace(",4000000,", ",4000001,"), "--en");
    expect(code).toBe(1);
    expect(output).toMatch(/CHANGED .* line 3, entry 2/);
  });

  test("says where an entry is missing, and that a changed hash breaks the link after it", async () => {
    const lines = (await ledgerFileOf(db, pledge.proposalId)).split("\r\n");
    expect(verify([lines[0], lines[1], lines[3]].join("\n"), "--en").output).toMatch(/BROKEN .* entry 2 is missing, found entry 3/);
    const forged = lines.map((line, index) => (index === 2 ? line.replace(/[0-9a-f]{64}$/, "a".repeat(64)) : line)).join("\r\n");
    expect(verify(forged).output).toMatch(/BERUBAH .* baris 3, catatan 2/);
  });

  test("no single changed character of an entry goes unnoticed", async () => {
    const text = await ledgerFileOf(db, pledge.proposalId);
    const [head = "", ...entries] = text.trimEnd().split("\r\n");
    fc.assert(
      fc.property(fc.nat(entries.length - 1), fc.nat(), fc.constantFrom("0", "1", "9", "a", "-"), (which, where, character) => {
        const line = entries[which] ?? "";
        const at = where % line.length;
        fc.pre(line[at] !== character && line[at] !== ",");
        const changed = entries.map((entry, index) => (index === which ? entry.slice(0, at) + character + entry.slice(at + 1) : entry));
        expect(verify([head, ...changed].join("\n")).code).toBe(1);
      }),
      { numRuns: 25 },
    );
  });

  test("says what it can't read", () => {
    expect(verify("a,b\n1,2\n", "--en")).toMatchObject({ code: 2, output: expect.stringContaining("column proposal_id is missing") });
  });
});

test("the page shows what is in the program's account after each entry", async () => {
  const { entries, verdict } = await openLedgerOf(db, pledge.proposalId);
  expect(entries.map((entry) => entry.balanceAfter)).toEqual([0n, 4_000_000n, 7_000_000n]);
  expect(entries.every((entry) => entry.company === "PT Uji Coba")).toBe(true);
  expect(verdict).toMatchObject({ intact: true, entries: 3 });
});
