import type { Kysely } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { acknowledgeDisbursement } from "~/features/disbursements/acknowledge-disbursement.server";
import { approveDisbursement } from "~/features/disbursements/approve-disbursement.server";
import { executeDisbursement } from "~/features/disbursements/execute-disbursement.server";
import { prepareDisbursement } from "~/features/disbursements/prepare-disbursement.server";
import { rejectDisbursement } from "~/features/disbursements/reject-disbursement.server";
import { requestDisbursement } from "~/features/disbursements/request-disbursement.server";
import { returnDisbursement } from "~/features/disbursements/return-disbursement.server";
import { sendDisbursement } from "~/features/disbursements/send-disbursement.server";
import { flowOfProgram } from "~/features/ledger/ledger-queries.server";
import { addDays } from "~/kernel/dates";
import { newId } from "~/kernel/ids";
import { today } from "~/platform/clock.server";
import { type BuiltDesk, buildCommunity, buildPlatformDesk } from "#db/seed/builders/organizations";
import { buildActor } from "#db/seed/builders/people";
import type { DB } from "#db/types.generated";
import { acknowledged, endings, execution, fundedProgram, requested, sent } from "#tests/support/cycle";
import { testDatabase } from "#tests/support/database";
import { brokenInvariants } from "#tests/support/invariants";
import { run } from "#tests/support/pledges";

let db: Kysely<DB>;
let desk: BuiltDesk;
beforeAll(async () => {
  db = await testDatabase();
  desk = await buildPlatformDesk(db);
});

const full = { target: 10_000_000n, committed: 10_000_000n, received: 10_000_000n };

async function statusOf(disbursementId: string) {
  return db.selectFrom("disbursements").selectAll().where("id", "=", disbursementId).executeTakeFirstOrThrow();
}

describe("one termin", () => {
  it("leaves the fund when the bank has paid, and counts as disbursed when the community says so", async () => {
    const program = await fundedProgram(db);
    const flow = () => flowOfProgram(db, program.proposalId);
    const target = await sent(db, program, desk);
    expect(await flow()).toMatchObject({ ...full, disbursed: 0n, escrow: 10_000_000n, inTransit: 0n });

    await run(db, executeDisbursement, desk.disburser, execution(target));
    expect(await flow()).toMatchObject({ ...full, disbursed: 0n, escrow: 5_000_000n, inTransit: 5_000_000n });

    await run(db, acknowledgeDisbursement, program.community.treasurer, { ...target, key: newId() });
    expect(await flow()).toMatchObject({ ...full, disbursed: 5_000_000n, accounted: 0n, escrow: 5_000_000n, inTransit: 0n });
    expect(await statusOf(target.disbursementId)).toMatchObject({
      status: "acknowledged",
      kuitansi_number: expect.stringMatching(/^KW-\d{4}-/),
    });
    const { status } = await db.selectFrom("proposals").select("status").where("id", "=", program.proposalId).executeTakeFirstOrThrow();
    expect(status).toBe("running");
    expect(await brokenInvariants(db)).toEqual([]);
  });

  it("can be sent again by the browser without paying twice", async () => {
    const program = await fundedProgram(db);
    const target = await sent(db, program, desk);
    const input = execution(target);
    await run(db, executeDisbursement, desk.disburser, input);
    await run(db, executeDisbursement, desk.disburser, input);
    expect(await flowOfProgram(db, program.proposalId)).toMatchObject({ escrow: 5_000_000n, inTransit: 5_000_000n });
  });

  it("that the bank returned never left the fund, and is prepared and signed anew", async () => {
    const program = await fundedProgram(db);
    const target = await sent(db, program, desk);
    await run(db, returnDisbursement, desk.disburser, { ...target, reason: "Rekening ditutup" });
    expect(await flowOfProgram(db, program.proposalId)).toMatchObject({ escrow: 10_000_000n, inTransit: 0n });
    await run(db, prepareDisbursement, desk.disburser, { ...target, key: newId() });
    expect(await statusOf(target.disbursementId)).toMatchObject({ status: "prepared", approved_by: null, sent_at: null });
  });

  it("that was turned down may be requested again", async () => {
    const program = await fundedProgram(db);
    const target = await requested(db, program);
    await run(db, rejectDisbursement, desk.disburser, { ...target, reason: "Catatan kurang jelas" });
    const again = await requested(db, program);
    expect(again.disbursementId).not.toBe(target.disbursementId);
  });
});

describe("refusals", () => {
  it("of a termin out of turn, before its predecessor is acknowledged, or before that one's report", async () => {
    const program = await fundedProgram(db);
    await expect(requested(db, program, 2)).rejects.toMatchObject({ code: "not_next", details: { next: 1 } });
    const target = await sent(db, program, desk);
    await expect(requested(db, program, 2)).rejects.toMatchObject({ code: "previous_not_acknowledged" });
    await run(db, executeDisbursement, desk.disburser, execution(target));
    await run(db, acknowledgeDisbursement, program.community.chair, { ...target, key: newId() });
    await expect(requested(db, program, 2)).rejects.toMatchObject({ code: "previous_not_reported", details: { previous: 1 } });
    await expect(requested(db, program, 1)).rejects.toMatchObject({ code: "already_requested" });
  });

  it("of more than the fund holds, naming what is missing", async () => {
    const program = await fundedProgram(db, 3_000_000n);
    await expect(requested(db, program)).rejects.toMatchObject({ code: "escrow_short", details: { short: 2_000_000n } });
  });

  it("of two signatures by one person", async () => {
    const both = await buildActor(db, { organizationId: desk.organizationId, roles: ["disburser", "disbursement_approver"] });
    const target = await requested(db, await fundedProgram(db));
    await run(db, prepareDisbursement, both, { ...target, key: newId() });
    await expect(run(db, approveDisbursement, both, { ...target, key: newId() })).rejects.toMatchObject({ code: "same_person" });
    await run(db, approveDisbursement, desk.disbursementApprover, { ...target, key: newId() });
  });

  it("of steps out of order, of days that can't be, and of other people", async () => {
    const program = await fundedProgram(db);
    const target = await requested(db, program);
    await expect(run(db, sendDisbursement, desk.disburser, target)).rejects.toMatchObject({ code: "disbursement_status" });
    await expect(run(db, prepareDisbursement, desk.verifier, { ...target, key: newId() })).rejects.toMatchObject({ code: "not_allowed" });
    const stranger = await buildCommunity(db);
    const asked = { key: newId(), proposalId: program.proposalId, trancheN: 1, note: "" };
    await expect(run(db, requestDisbursement, stranger.treasurer, asked)).rejects.toMatchObject({ code: "not_allowed" });
    await expect(run(db, requestDisbursement, program.community.editor, asked)).rejects.toMatchObject({ code: "not_allowed" });

    const other = await sent(db, await fundedProgram(db), desk);
    const tomorrow = { ...execution(other), executedOn: addDays(today(), 1) };
    await expect(run(db, executeDisbursement, desk.disburser, tomorrow)).rejects.toMatchObject({ code: "executed_in_future" });
    await expect(run(db, executeDisbursement, desk.disburser, { ...execution(other), bankReference: " " })).rejects.toMatchObject({
      code: "bank_reference_missing",
    });
    await expect(run(db, acknowledgeDisbursement, stranger.treasurer, { ...other, key: newId() })).rejects.toMatchObject({
      code: "not_allowed",
    });
  });
});

describe("at once", () => {
  it("one of two requests wins", async () => {
    const program = await fundedProgram(db);
    const results = await Promise.allSettled([requested(db, program), requested(db, program)]);
    expect(endings(results)).toEqual({ done: 1, refused: ["already_requested"] });
  });

  it("one of two approvals wins", async () => {
    const second = await buildActor(db, { organizationId: desk.organizationId, roles: ["disbursement_approver"] });
    const target = await requested(db, await fundedProgram(db));
    await run(db, prepareDisbursement, desk.disburser, { ...target, key: newId() });
    const results = await Promise.allSettled(
      [desk.disbursementApprover, second].map((actor) => run(db, approveDisbursement, actor, { ...target, key: newId() })),
    );
    expect(endings(results)).toEqual({ done: 1, refused: ["disbursement_status"] });
  });

  it("one of two executions wins, and the money leaves once", async () => {
    const program = await fundedProgram(db);
    const target = await sent(db, program, desk);
    const results = await Promise.allSettled([1, 2].map(() => run(db, executeDisbursement, desk.disburser, execution(target))));
    expect(endings(results)).toEqual({ done: 1, refused: ["disbursement_status"] });
    expect(await flowOfProgram(db, program.proposalId)).toMatchObject({ escrow: 5_000_000n, inTransit: 5_000_000n });
    expect(await brokenInvariants(db)).toEqual([]);
  });

  it("one of two acknowledgements wins", async () => {
    const program = await fundedProgram(db);
    const target = await sent(db, program, desk);
    await run(db, executeDisbursement, desk.disburser, execution(target));
    const { chair, treasurer } = program.community;
    const results = await Promise.allSettled(
      [chair, treasurer].map((actor) => run(db, acknowledgeDisbursement, actor, { ...target, key: newId() })),
    );
    expect(endings(results)).toEqual({ done: 1, refused: ["disbursement_status"] });
    expect(await flowOfProgram(db, program.proposalId)).toMatchObject({ disbursed: 5_000_000n, inTransit: 0n });
  });
});

it("a transaction that breaks off leaves nothing", async () => {
  const program = await fundedProgram(db);
  const target = await sent(db, program, desk);
  const before = await flowOfProgram(db, program.proposalId);
  const counts = async () => {
    const entries = await db.selectFrom("ledger_transfers").select("id").where("proposal_id", "=", program.proposalId).execute();
    const log = await db.selectFrom("audit_log").select("id").where("proposal_id", "=", program.proposalId).execute();
    return [entries.length, log.length];
  };
  const counted = await counts();
  const input = execution(target);
  const broken = db.transaction().execute(async (trx) => {
    await executeDisbursement(trx, desk.disburser, input);
    throw new Error("listrik padam");
  });
  await expect(broken).rejects.toThrow("listrik padam");
  expect(await flowOfProgram(db, program.proposalId)).toEqual(before);
  expect(await counts()).toEqual(counted);
  expect(await statusOf(target.disbursementId)).toMatchObject({ status: "sent", executed_at: null });
  // The same form may be sent again afterwards.
  await run(db, executeDisbursement, desk.disburser, input);
  expect(await statusOf(target.disbursementId)).toMatchObject({ status: "executed" });
});

it("the second termin needs what is left, acknowledged in turn", async () => {
  const program = await fundedProgram(db, 7_000_000n);
  await acknowledged(db, program, desk);
  expect(await flowOfProgram(db, program.proposalId)).toMatchObject({ disbursed: 5_000_000n, escrow: 2_000_000n });
});
