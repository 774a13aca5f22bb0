import type { Kysely } from "kysely";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Actor } from "~/features/identity/actor";
import { platformFund } from "~/features/ledger/ledger";
import { pageOfEntries } from "~/features/reporting/open-ledger";
import { newId } from "~/kernel/ids";
import { buildBankAccount, buildIncomingLine } from "#db/seed/builders/bank";
import { type BuiltDesk, buildPlatformDesk } from "#db/seed/builders/organizations";
import type { BuiltProgram } from "#db/seed/builders/programs";
import type { DB } from "#db/types.generated";
import { fundedProgram } from "#tests/support/cycle";
import { testDatabase } from "#tests/support/database";
import { answerOf } from "#tests/support/routes";

vi.mock("~/features/identity/session.server", () => ({
  readSession: async (request: Request) => ({ userId: request.headers.get("x-test-user"), sessionId: "test", factor: "proven" }),
}));

let db: Kysely<DB>;
let desk: BuiltDesk;
let program: BuiltProgram;
let lineId: string;
beforeAll(async () => {
  db = await testDatabase();
  desk = await buildPlatformDesk(db);
  program = await fundedProgram(db);
  const { bankAccountId } = await buildBankAccount(db);
  lineId = (await buildIncomingLine(db, { bankAccountId, amount: 750_000n })).lineId;
});

async function open(route: "fund" | "journal", actor: Actor, fund = "") {
  const { loader } = route === "fund" ? await import("~/routes/admin/fund") : await import("~/routes/admin/journal");
  return answerOf(loader, actor, { params: { fund } });
}

describe("the entries of a fund", () => {
  it("are those of the platform's own, with what it has at the bank after each", async () => {
    const page = await open("fund", desk.auditor, platformFund);
    expect(page.data).toMatchObject({
      program: null,
      flow: null,
      own: { suspense: 750_000n, nonProgram: 0n, bank: 750_000n },
      verdict: { intact: true },
      page: { total: 3, shown: [{ balanceAfter: 10_000_000n }, { balanceAfter: 0n }, { balanceAfter: 750_000n, sourceId: lineId }] },
      opens: { lines: true, disbursements: true },
    });
  });

  it("are those of a program's, and the journal leads to both", async () => {
    expect((await open("fund", desk.verifier, program.proposalId)).data).toMatchObject({
      program: { slug: program.slug },
      own: null,
      flow: { received: 10_000_000n },
      opens: { lines: false, disbursements: false },
    });
    expect((await open("journal", desk.verifier)).data).toMatchObject({
      funds: [{ proposalId: program.proposalId, brokenAt: null }],
      own: { entries: 3n, suspense: 750_000n, brokenAt: null },
    });
  });

  it("are nobody's who isn't of the desk, and of no fund that isn't there", async () => {
    expect((await open("fund", program.community.chair, platformFund)).status).toBe(403);
    for (const fund of [newId(), "bukan-id"]) expect((await open("fund", desk.auditor, fund)).status).toBe(404);
  });
});

describe("a page of entries", () => {
  const entries = Array.from({ length: 250 }, (_, index) => ({ seq: BigInt(index + 1) }));
  const bounds = (typed: string | null) => {
    const { shown, ...page } = pageOfEntries(entries, typed);
    return { ...page, from: shown[0]?.seq, to: shown.at(-1)?.seq };
  };

  it("is a hundred of them, with the way to the next, the last and the first", () => {
    expect(bounds(null)).toEqual({ total: 250, first: false, next: 100n, last: 200n, from: 1n, to: 100n });
    expect(bounds("100")).toEqual({ total: 250, first: true, next: 200n, last: 200n, from: 101n, to: 200n });
    expect(bounds("200")).toEqual({ total: 250, first: true, next: undefined, last: undefined, from: 201n, to: 250n });
    expect(bounds("seratus")).toMatchObject({ first: false, from: 1n });
  });
});
