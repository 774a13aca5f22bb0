import type { Kysely, Transaction } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "~/features/identity/actor";
import { flowOfProgram } from "~/features/ledger/ledger-queries.server";
import { findDraft, openRevisionRequests } from "~/features/proposals/draft-queries.server";
import { findProgramBySlug, getProgramForMoney } from "~/features/proposals/program-queries.server";
import { saveProposalDraft } from "~/features/proposals/save-proposal-draft.server";
import { startRunning } from "~/features/proposals/start-running.server";
import { submitProposal } from "~/features/proposals/submit-proposal.server";
import { pinRevision, unpinRevision } from "~/features/verification/pin-revision.server";
import { publishProposal } from "~/features/verification/publish-proposal.server";
import { recordCheck } from "~/features/verification/record-check.server";
import { rejectProposal } from "~/features/verification/reject-proposal.server";
import { requestRevision } from "~/features/verification/request-revision.server";
import { startVerification } from "~/features/verification/start-verification.server";
import { resumeProgram, suspendProgram } from "~/features/verification/suspend-program.server";
import { addDays, startOfDay } from "~/kernel/dates";
import { newId } from "~/kernel/ids";
import { atTime, today } from "~/platform/clock.server";
import { type BuiltCommunity, type BuiltDesk, buildCommunity, buildPlatformDesk } from "#db/seed/builders/organizations";
import { buildCommittedPledge } from "#db/seed/builders/pledges";
import { buildPublishedProgram } from "#db/seed/builders/programs";
import type { DB } from "#db/types.generated";
import { testDatabase } from "#tests/support/database";
import { brokenInvariants } from "#tests/support/invariants";
import { checkedProposal, draftedProposal } from "#tests/support/proposals";

let db: Kysely<DB>;
let community: BuiltCommunity;
let desk: BuiltDesk;
beforeAll(async () => {
  db = await testDatabase();
  community = await buildCommunity(db);
  desk = await buildPlatformDesk(db);
});

type Operation<Input, Output> = (trx: Transaction<DB>, actor: Actor, input: Input) => Promise<Output>;
function run<Input, Output>(operation: Operation<Input, Output>, actor: Actor, input: Input): Promise<Output> {
  return db.transaction().execute((trx) => operation(trx, actor, input));
}
const statusOf = async (proposalId: string) =>
  (await db.selectFrom("proposals").select("status").where("id", "=", proposalId).executeTakeFirstOrThrow()).status;

async function submitted(of: BuiltCommunity = community): Promise<string> {
  const { proposalId, version } = await draftedProposal(db, of);
  await run(submitProposal, of.chair, { proposalId, version });
  return proposalId;
}

describe("opening", () => {
  it("is for the desk, and not for those who belong to the organisation", async () => {
    const proposalId = await submitted();
    await expect(run(startVerification, community.chair, { proposalId })).rejects.toThrow("not_allowed");
    await expect(run(startVerification, desk.reconciler, { proposalId })).rejects.toThrow("not_allowed");
    const tied: Actor = { ...desk.verifier, memberships: [...desk.verifier.memberships, ...community.editor.memberships] };
    await expect(run(startVerification, tied, { proposalId })).rejects.toThrow("own_organization");
    await run(startVerification, desk.verifier, { proposalId });
    await expect(run(startVerification, desk.verifier, { proposalId })).rejects.toThrow("transition_not_allowed");
  });

  it("refuses those of the sponsor as well", async () => {
    const sponsor = await buildCommunity(db, { element: "lk3" });
    const family = await buildCommunity(db);
    await db.updateTable("organizations").set({ sponsor_id: sponsor.organizationId }).where("id", "=", family.organizationId).execute();
    const proposalId = await submitted(family);
    const tied: Actor = { ...desk.verifier, memberships: [...desk.verifier.memberships, ...sponsor.treasurer.memberships] };
    await expect(run(startVerification, tied, { proposalId })).rejects.toThrow("own_organization");
  });
});

describe("checks", () => {
  it("are recorded while the proposal is verified, once per key, not ahead of time", async () => {
    const proposalId = await submitted();
    const check = {
      key: newId(),
      proposalId,
      kind: "legality" as const,
      result: "match" as const,
      finding: " Cocok. ",
      roleLabel: "Meja verifikasi",
    };
    await expect(run(recordCheck, desk.verifier, check)).rejects.toThrow("not_verifying");
    await run(startVerification, desk.verifier, { proposalId });
    const first = await run(recordCheck, desk.verifier, check);
    expect(await run(recordCheck, desk.verifier, check)).toEqual(first);
    await expect(run(recordCheck, desk.verifier, { ...check, key: newId(), checkedOn: addDays(today(), 1) })).rejects.toThrow(
      "checked_in_future",
    );
    await expect(run(recordCheck, desk.verifier, { ...check, key: newId(), validUntil: addDays(today(), -1) })).rejects.toThrow(
      "valid_before_check",
    );
    await expect(run(recordCheck, community.chair, { ...check, key: newId() })).rejects.toThrow("not_allowed");
  });
});

describe("asking for changes", () => {
  it("sends all pins at once, and answers them when the proposal comes back", async () => {
    const proposalId = await submitted();
    await run(startVerification, desk.verifier, { proposalId });
    await expect(run(requestRevision, desk.verifier, { proposalId })).rejects.toThrow("nothing_pinned");
    const pin = { proposalId, field: "title", reasonCode: "unclear" as const, note: "Sebut jumlah lansia." };
    const { requestId } = await run(pinRevision, desk.verifier, { ...pin, key: newId(), note: "salah" });
    await run(pinRevision, desk.verifier, { ...pin, key: newId() });
    await run(unpinRevision, desk.verifier, { proposalId, requestId });
    await expect(run(unpinRevision, desk.verifier, { proposalId, requestId })).rejects.toThrow("pin_gone");
    expect(await openRevisionRequests(db, proposalId)).toEqual([]);
    expect(
      await run(requestRevision, desk.verifier, { proposalId, requests: [{ field: "story", reasonCode: "other", note: "Tambah angka." }] }),
    ).toEqual({ requests: 2 });
    expect(await statusOf(proposalId)).toBe("revision_requested");
    expect((await openRevisionRequests(db, proposalId)).map((request) => request.field).sort()).toEqual(["story", "title"]);

    const record = await findDraft(db, proposalId);
    const { version } = await run(saveProposalDraft, community.editor, {
      proposalId,
      version: record?.version ?? 0,
      patch: { title: "Kebun pangan 88 lansia di Ngelo" },
    });
    await run(submitProposal, community.chair, { proposalId, version });
    expect(await openRevisionRequests(db, proposalId)).toEqual([]);
    const emails = await db.selectFrom("email_messages").select("to_address").where("template", "=", "revision-requested").execute();
    expect(new Set(emails.map((email) => email.to_address))).toEqual(new Set([community.chair.email, community.editor.email]));
  });
});

describe("rejecting", () => {
  it("needs a reason in words and ends the proposal", async () => {
    const proposalId = await submitted();
    await expect(run(rejectProposal, desk.verifier, { proposalId, reasonCode: "routine_costs", note: "  " })).rejects.toThrow(
      "reason_missing",
    );
    await run(rejectProposal, desk.verifier, { proposalId, reasonCode: "routine_costs", note: "Biaya rutin." });
    expect(await statusOf(proposalId)).toBe("rejected");
    await expect(run(startVerification, desk.verifier, { proposalId })).rejects.toThrow("transition_not_allowed");
  });
});

describe("publishing", () => {
  it("opens the fund with the target and gives code and address", async () => {
    const proposalId = await checkedProposal(db, community, desk);
    const first = await run(publishProposal, desk.administrator, { proposalId });
    expect(first.code).toMatch(/^SBG-\d{4}-\d{3}$/);
    expect(first.slug).toBe("kebun-pangan-lansia-di-ngelo");
    expect(await flowOfProgram(db, proposalId)).toMatchObject({ target: 5_000_000n });
    const second = await run(publishProposal, desk.administrator, { proposalId: await checkedProposal(db, community, desk) });
    expect(second.slug).toBe("kebun-pangan-lansia-di-ngelo-2");
    expect(second.code).not.toBe(first.code);
    const program = await db.transaction().execute((trx) => getProgramForMoney(trx, proposalId));
    expect(program).toMatchObject({ target: 5_000_000n, status: "published", slug: first.slug });
  });

  it("gives ten simultaneous publications ten addresses and ten codes", async () => {
    const ids = await Promise.all(
      Array.from({ length: 10 }, () => checkedProposal(db, community, desk, { title: "Sumur dalam dukuh kering" })),
    );
    const published = await Promise.all(ids.map((proposalId) => run(publishProposal, desk.administrator, { proposalId })));
    expect(new Set(published.map((program) => program.slug)).size).toBe(10);
    expect(new Set(published.map((program) => program.code)).size).toBe(10);
  });

  it("waits for every check to match, and for another pair of eyes", async () => {
    const proposalId = await submitted();
    await run(startVerification, desk.verifier, { proposalId });
    const check = (kind: "legality" | "need" | "budget", result: "match" | "differs" | "not_checkable" = "match", more = {}) =>
      run(recordCheck, desk.verifier, { key: newId(), proposalId, kind, result, finding: "x", roleLabel: "Meja verifikasi", ...more });
    const publish = (actor = desk.administrator) => run(publishProposal, actor, { proposalId });
    await expect(publish()).rejects.toMatchObject({ code: "checks_missing", details: { kind: "legality" } });
    await check("legality", "match", { checkedOn: addDays(today(), -30), validUntil: addDays(today(), -1) });
    await check("budget", "differs");
    await expect(publish()).rejects.toThrow("checks_missing");
    await check("legality");
    await check("need", "not_checkable");
    await expect(publish()).rejects.toMatchObject({ details: { kind: "field_visit" } });
    await check("need");
    await expect(publish()).rejects.toMatchObject({ details: { kind: "budget" } });
    await check("budget");
    await expect(publish(desk.verifier)).rejects.toThrow("own_check");
    await expect(publish(community.chair)).rejects.toThrow("not_allowed");
    await run(pinRevision, desk.verifier, { key: newId(), proposalId, field: "title", reasonCode: "other", note: "x" });
    await expect(publish()).rejects.toThrow("pins_unsent");
  });

  it("looks again at what time may have changed", async () => {
    const proposalId = await checkedProposal(db, community, desk);
    await expect(
      atTime(startOfDay(addDays(today(), 61)), () => run(publishProposal, desk.administrator, { proposalId })),
    ).rejects.toMatchObject({
      code: "proposal_incomplete",
      details: { because: "closed_already" },
    });
  });

  it("does not publish what nobody opened", async () => {
    await expect(run(publishProposal, desk.administrator, { proposalId: await submitted() })).rejects.toThrow("transition_not_allowed");
  });
});

describe("suspending", () => {
  it("goes back to where it was", async () => {
    for (const running of [false, true]) {
      const { proposalId, slug } = await buildPublishedProgram(db, { community });
      if (running) await db.transaction().execute((trx) => startRunning(trx, { proposalId, actorId: null }));
      await expect(run(suspendProgram, desk.verifier, { proposalId, reasonCode: "other", note: "x" })).rejects.toThrow("not_allowed");
      await run(suspendProgram, desk.administrator, { proposalId, reasonCode: "concern_raised", note: "Sedang diperiksa." });
      expect((await findProgramBySlug(db, slug))?.acceptsPledges).toBe(false);
      await run(resumeProgram, desk.administrator, { proposalId });
      expect(await statusOf(proposalId)).toBe(running ? "running" : "published");
      await expect(run(resumeProgram, desk.administrator, { proposalId })).rejects.toThrow("transition_not_allowed");
    }
  });
});

describe("the page of a program", () => {
  it("shows the plan and the money", async () => {
    const program = await buildPublishedProgram(db, { community, areaCode: "33.16.06.2002" });
    await buildCommittedPledge(db, { program, instalments: [4_000_000n] });
    const view = await findProgramBySlug(db, program.slug);
    expect(view).toMatchObject({
      acceptsPledges: true,
      daysLeft: 90,
      remaining: 6_000_000n,
      flow: { target: 10_000_000n, committed: 4_000_000n, received: 0n },
      place: "",
    });
    expect(view?.budget[0]?.lines.map((line) => line.funded)).toEqual([4_000_000n, 0n, 0n]);
    expect(view?.tranches).toHaveLength(2);
    expect(view?.funders).toMatchObject([{ committed: 4_000_000n }]);
    expect(view?.area.path.map((area) => area.level)).toEqual(["province", "regency", "district", "village"]);
    expect(view?.updates[0]?.kind).toBe("committed");
  });

  it("never places a sensitive group below its district", async () => {
    const program = await buildPublishedProgram(db, { community, areaCode: "33.16.06.2002", needs: ["poor", "person_with_hiv"] });
    expect((await findProgramBySlug(db, program.slug))?.area.code).toBe("33.16.06");
  });

  it("does not exist before it is published", async () => {
    const proposalId = await submitted();
    expect(await findProgramBySlug(db, `usulan-${proposalId}`)).toBeUndefined();
    await expect(db.transaction().execute((trx) => getProgramForMoney(trx, proposalId))).rejects.toThrow("not_found");
  });
});

describe("afterwards", () => {
  it("every history is unbroken and ends in the state the proposal is in", async () => {
    expect(await brokenInvariants(db, (name) => name.includes("proposal-events"))).toEqual([]);
  });
});
