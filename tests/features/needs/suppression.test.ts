import fc from "fast-check";
import { type Transaction, sql } from "kysely";
import { describe, expect, test } from "vitest";
import { needsCsv } from "~/features/reporting/needs-data.server";
import { newId } from "~/kernel/ids";
import { now } from "~/platform/clock.server";
import { postTransfer } from "~/features/ledger/post-transfer.server";
import { today } from "~/platform/clock.server";
import { buildPractitioner } from "#db/seed/builders/organizations";
import { buildCommittedPledge } from "#db/seed/builders/pledges";
import { buildPublishedProgram } from "#db/seed/builders/programs";
import type { DB } from "#db/types.generated";
import { testDatabase } from "#tests/support/database";

const db = await testDatabase();
const { organizationId, person } = await buildPractitioner(db, { areas: ["33.16"] });
const [funded, waiting] = [await buildPublishedProgram(db), await buildPublishedProgram(db)];
const pledge = await buildCommittedPledge(db, { program: funded, instalments: [1_000_000n] });
await db.transaction().execute((trx) =>
  postTransfer(trx, {
    proposalId: funded.proposalId,
    kind: "receipt",
    amount: 1_000_000n,
    pledgeId: pledge.pledgeId,
    source: { kind: "allocation", id: pledge.payments[0]?.paymentId ?? "" },
    occurredOn: today(),
    postedBy: null,
  }),
);

type Cell = { village: string; group: string; people: number; funded: number; waiting: number };
const villages = ["33.16.01.2001", "33.16.01.2002", "33.16.02.2001", "33.16.06.2009"];
const groups = ["poor", "neglected_child", "neglected_elderly"];
const count = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 1, max: 8 }) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 60 }) });
const reach = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 60 }));
const cells = fc.uniqueArray(
  fc.record({ village: fc.constantFrom(...villages), group: fc.constantFrom(...groups), people: count, funded: reach, waiting: reach }),
  { minLength: 1, maxLength: 12, selector: ({ village, group }) => `${village} ${group}` },
);

type Row = Record<string, unknown> & { area_code: string; need_code: string | null };
type Published = { needs: Row[]; sums: Row[] };
class Undo extends Error {}

/** What the public would read of these records; nothing of them stays. */
async function published(given: readonly Cell[]): Promise<Published> {
  let seen: Published | undefined;
  await db
    .transaction()
    .execute(async (trx) => {
      for (const cell of given) await insert(trx, cell);
      const columns = sql`area_code, need_code, people, served, planned, uncovered`;
      const needs = await sql<Row>`select ${columns} from published_needs order by area_code, need_code`.execute(trx);
      const sums = await sql<Row>`select ${columns}, needs, hidden, undetailed from need_sums order by area_code, need_code`.execute(trx);
      seen = { needs: needs.rows, sums: sums.rows };
      throw new Undo();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undo)) throw error;
    });
  if (!seen) throw new Error("nothing was read");
  return seen;
}

async function insert(trx: Transaction<DB>, { village, group, people, ...reached }: Cell): Promise<void> {
  const id = newId();
  const base = { sensitive: false, recorded_at: now() };
  await trx
    .insertInto("needs")
    .values({ id, area_code: village, need_code: group, since: "2025-01-01", counts: 1, ...base })
    .execute();
  await trx
    .insertInto("need_counts")
    .values({
      need_id: id,
      n: 1,
      people,
      urgency: "soon",
      sources: ["home_visit"],
      organization_id: organizationId,
      recorded_by: person.userId,
      ...base,
    })
    .execute();
  const answers = [
    { proposal_id: funded.proposalId, need_id: id, people: reached.funded },
    { proposal_id: waiting.proposalId, need_id: id, people: reached.waiting },
  ].filter((answer) => answer.people > 0);
  if (answers.length > 0) await trx.insertInto("answered_needs").values(answers).execute();
}

const parts = ["served", "planned", "uncovered"] as const;
const isSmall = (value: unknown) => typeof value === "number" && value >= 1 && value < 5;

describe("what the public reads of needs", () => {
  test("never has a count of 1 to 4 of a single record, nor a part that one can be found from", async () => {
    await fc.assert(
      fc.asyncProperty(cells, async (given) => {
        const { needs } = await published(given);
        expect(needs).toHaveLength(given.length);
        for (const need of needs) {
          expect([need.people, ...parts.map((part) => need[part])].filter(isSmall)).toEqual([]);
          const hidden = parts.filter((part) => need[part] === null);
          // All parts or none: two of them and the whole would give the third.
          expect([0, 3]).toContain(hidden.length);
          if (hidden.length === 0) expect(parts.reduce((sum, part) => sum + Number(need[part]), 0)).toBe(need.people);
        }
      }),
      { numRuns: 40 },
    );
  });

  test("stays the same whatever the hidden counts are, so that no subtraction finds them", async () => {
    await fc.assert(
      fc.asyncProperty(cells, fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 12, maxLength: 12 }), async (given, others) => {
        const changed = given.map((cell, index) => (cell.people < 5 ? { ...cell, people: others[index] ?? 1 } : cell));
        expect(await published(changed)).toEqual(await published(given));
      }),
      { numRuns: 30 },
    );
  });

  test("stays the same whatever the small part of a larger count is", async () => {
    const part = fc.integer({ min: 1, max: 4 });
    await fc.assert(
      fc.asyncProperty(cells, fc.integer({ min: 9, max: 60 }), part, part, async (around, people, one, other) => {
        const [place] = around;
        if (!place) return;
        const rest = around.slice(1);
        const withGap = (gap: number): Cell => ({ ...place, people, funded: people - gap, waiting: 0 });
        expect(await published([...rest, withGap(one)])).toEqual(await published([...rest, withGap(other)]));
      }),
      { numRuns: 25 },
    );
  });

  test("adds up: every sum is of published figures, district by district and group by group", async () => {
    await fc.assert(
      fc.asyncProperty(cells, async (given) => {
        const { needs, sums } = await published(given);
        for (const sum of sums) {
          const own = needs.filter(
            (need) => need.area_code.startsWith(sum.area_code) && (sum.need_code === null || need.need_code === sum.need_code),
          );
          const total = (column: string) => own.reduce((all, need) => all + Number(need[column] ?? 0), 0);
          expect([sum.people, sum.served, sum.planned, sum.uncovered]).toEqual(["people", ...parts].map(total));
          expect(sum.needs).toBe(own.length);
          expect(Number(sum.served) + Number(sum.planned) + Number(sum.uncovered) + Number(sum.undetailed)).toBe(sum.people);
        }
      }),
      { numRuns: 25 },
    );
  });

  test("says <5 in the open file", async () => {
    await db.transaction().execute((trx) => insert(trx, { village: "33.16.03.2001", group: "poor", people: 3, funded: 0, waiting: 0 }));
    const [line = ""] = (await needsCsv(db)).split("\r\n").filter((text) => text.includes("33.16.03.2001"));
    expect(line).toContain("Fakir miskin,false,soon,<5,,,,");
  });
});
