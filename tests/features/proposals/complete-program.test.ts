import type { Kysely } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { drawFromPledges, followSource } from "~/features/ledger/draw-from-pledges.server";
import { completeProgram } from "~/features/proposals/complete-program.server";
import { startRunning } from "~/features/proposals/start-running.server";
import { addDays, startOfDay } from "~/kernel/dates";
import { newId } from "~/kernel/ids";
import { atTime, now, today } from "~/platform/clock.server";
import { buildReceivedMoney } from "#db/seed/builders/bank";
import { buildUser } from "#db/seed/builders/people";
import { buildCommittedPledge } from "#db/seed/builders/pledges";
import { type BuiltProgram, buildPublishedProgram } from "#db/seed/builders/programs";
import type { DB } from "#db/types.generated";
import { testDatabase } from "#tests/support/database";

let db: Kysely<DB>;
beforeAll(async () => {
  db = await testDatabase();
});

const complete = (proposalId: string) => db.transaction().execute((trx) => completeProgram(trx, { proposalId, actorId: null }));

/** A running program with `committed` of its Rp 10.000.000 committed and received. */
async function running(committed: bigint): Promise<BuiltProgram> {
  const program = await buildPublishedProgram(db);
  await buildReceivedMoney(db, { pledge: await buildCommittedPledge(db, { program, instalments: [committed] }) });
  await db.transaction().execute((trx) => startRunning(trx, { proposalId: program.proposalId, actorId: null }));
  return program;
}

/** Pays a termin and has all of it accounted for; the report follows by `publish`. */
async function spend({ proposalId, community }: BuiltProgram, n: number, amount: bigint): Promise<void> {
  const [id, { userId: maker }, { userId: checker }] = [newId(), await buildUser(db), await buildUser(db)];
  const signed = { prepared_by: maker, prepared_at: now(), approved_by: checker, approved_at: now() };
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto("disbursements")
      .values({
        proposal_id: proposalId,
        id,
        tranche_n: n,
        amount,
        status: "acknowledged",
        payee_account_id: community.payeeAccountId,
        reference: `UJI${n}`,
        requested_by: community.treasurer.userId,
        requested_at: now(),
        executed_on: today(),
        bank_reference: "B1",
        acknowledged_at: now(),
        kuitansi_number: `K-${n}`,
        acknowledged_by: community.treasurer.userId,
        ...signed,
      })
      .execute();
    const step = { proposalId, source: { kind: "disbursement", id } as const, occurredOn: today(), postedBy: null };
    await drawFromPledges(trx, { ...step, kind: "disbursement", amount });
    await followSource(trx, { ...step, kind: "acknowledgement" });
    await drawFromPledges(trx, { ...step, source: { kind: "receipt", id: newId() }, kind: "accounting", amount });
  });
}

async function publishReport({ proposalId, community }: BuiltProgram, n: number): Promise<void> {
  await db
    .insertInto("reports")
    .values({
      proposal_id: proposalId,
      id: newId(),
      tranche_n: n,
      status: "published",
      created_by: community.editor.userId,
      created_at: now(),
      updated_at: now(),
      published_at: now(),
      content_hash: "x",
      number: `L-${n}`,
    })
    .execute();
}

describe("completing a program", () => {
  it("waits for the last rupiah and the last report", async () => {
    const program = await running(10_000_000n);
    expect(await complete(program.proposalId)).toEqual({ completed: false });
    await spend(program, 1, 5_000_000n);
    await publishReport(program, 1);
    expect(await complete(program.proposalId)).toEqual({ completed: false });
    await spend(program, 2, 5_000_000n);
    expect(await complete(program.proposalId)).toEqual({ completed: false });
    await publishReport(program, 2);
    expect(await complete(program.proposalId)).toEqual({ completed: true });
    expect(await complete(program.proposalId)).toEqual({ completed: false });
    const row = await db
      .selectFrom("proposals")
      .select(["status", "completed_at"])
      .where("id", "=", program.proposalId)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ status: "completed", completed_at: expect.any(Date) });
  });

  it("stays open while companies may still commit to what is left", async () => {
    const program = await running(5_000_000n);
    await spend(program, 1, 5_000_000n);
    await publishReport(program, 1);
    expect(await complete(program.proposalId)).toEqual({ completed: false });
    expect(await atTime(startOfDay(addDays(today(), 91)), () => complete(program.proposalId))).toEqual({ completed: true });
  });

  it("does nothing to a program that does not run", async () => {
    const { proposalId } = await buildPublishedProgram(db);
    expect(await complete(proposalId)).toEqual({ completed: false });
  });
});
