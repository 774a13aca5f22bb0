import type { Kysely, Transaction } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "~/features/identity/actor";
import { findDraft } from "~/features/proposals/draft-queries.server";
import { expirePrograms } from "~/features/proposals/expire-programs.server";
import { saveProposalDraft } from "~/features/proposals/save-proposal-draft.server";
import { startProposal } from "~/features/proposals/start-proposal.server";
import { submitProposal } from "~/features/proposals/submit-proposal.server";
import { withdrawProposal } from "~/features/proposals/withdraw-proposal.server";
import { addDays, startOfDay } from "~/kernel/dates";
import { newId } from "~/kernel/ids";
import { atTime, today } from "~/platform/clock.server";
import { type BuiltCommunity, type BuiltDesk, buildCommunity, buildCompany, buildPlatformDesk } from "#db/seed/builders/organizations";
import { buildCommittedPledge } from "#db/seed/builders/pledges";
import { buildPublishedProgram } from "#db/seed/builders/programs";
import type { DB } from "#db/types.generated";
import { testDatabase } from "#tests/support/database";
import { brokenInvariants } from "#tests/support/invariants";
import { completePatch, draftedProposal, storedPhoto } from "#tests/support/proposals";

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

describe("starting", () => {
  it("makes a draft once per key, and two drafts for two keys", async () => {
    const input = { key: newId(), organizationId: community.organizationId, title: "Sumur dalam" };
    const first = await run(startProposal, community.editor, input);
    expect(await run(startProposal, community.editor, input)).toEqual(first);
    expect(await run(startProposal, community.chair, { ...input, key: newId() })).not.toEqual(first);
    await expect(run(startProposal, community.editor, { ...input, title: "Lain" })).rejects.toThrow("key_reused");
  });

  it("refuses those who may not", async () => {
    const input = { key: newId(), organizationId: community.organizationId };
    const company = await buildCompany(db);
    const verifiers = await buildCommunity(db, { element: "community_social_worker" });
    await expect(run(startProposal, community.treasurer, input)).rejects.toThrow("not_allowed");
    await expect(run(startProposal, company.officer, input)).rejects.toThrow("not_allowed");
    await expect(run(startProposal, company.admin, { ...input, organizationId: company.organizationId })).rejects.toThrow("not_allowed");
    await expect(run(startProposal, verifiers.chair, { ...input, organizationId: verifiers.organizationId })).rejects.toThrow(
      "element_may_not_propose",
    );
  });
});

describe("saving a draft", () => {
  it("keeps half of a proposal, and what could not be read", async () => {
    const { proposalId } = await run(startProposal, community.editor, { key: newId(), organizationId: community.organizationId });
    const unread = { budget: { "lines.x.volume": "dua lusin" } };
    const { version } = await run(saveProposalDraft, community.editor, {
      proposalId,
      version: 1,
      patch: { title: "Sumur", endsOn: today(), startsOn: addDays(today(), 5) },
      unread,
    });
    await run(saveProposalDraft, community.editor, { proposalId, version, patch: { summary: "Air bersih." }, unread: { people: {} } });
    const record = await findDraft(db, proposalId);
    expect(record?.draft).toMatchObject({ title: "Sumur", summary: "Air bersih." });
    expect(record?.unread).toEqual(unread);
    expect(record?.issues.map((issue) => issue.code)).toContain("unread");
  });

  it("computes the target from the lines and keeps the ids of rows", async () => {
    const { proposalId, version } = await draftedProposal(db, community);
    const before = await findDraft(db, proposalId);
    const lines = before?.draft.lines ?? [];
    await run(saveProposalDraft, community.editor, { proposalId, version, patch: { lines: [...lines].reverse() } });
    const after = await findDraft(db, proposalId);
    expect(after?.draft.lines.map((line) => line.id)).toEqual(lines.map((line) => line.id).reverse());
    const { target } = await db.selectFrom("proposals").select("target").where("id", "=", proposalId).executeTakeFirstOrThrow();
    expect(target).toBe(5_000_000n);
  });

  it("refuses a stale version and changes nothing", async () => {
    const { proposalId, version } = await draftedProposal(db, community);
    await run(saveProposalDraft, community.chair, { proposalId, version, patch: { title: "Judul dari ketua" } });
    await expect(
      run(saveProposalDraft, community.editor, { proposalId, version, patch: { title: "Judul dari penyunting" } }),
    ).rejects.toMatchObject({
      code: "stale_version",
      details: { current: version + 1 },
    });
    expect((await findDraft(db, proposalId))?.draft.title).toBe("Judul dari ketua");
  });

  it("lets one of two simultaneous saves win", async () => {
    const { proposalId, version } = await draftedProposal(db, community);
    const results = await Promise.allSettled(
      ["A", "B", "C"].map((title) => run(saveProposalDraft, community.editor, { proposalId, version, patch: { title } })),
    );
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
  });

  it("takes only what is the organisation's own", async () => {
    const other = await buildCommunity(db);
    const { proposalId, version } = await draftedProposal(db, community);
    const save = (patch: Parameters<typeof completePatch> extends never ? never : object, actor = community.editor) =>
      run(saveProposalDraft, actor, { proposalId, version, patch });
    await expect(save({ title: "x" }, other.editor)).rejects.toThrow("not_allowed");
    await expect(save({ title: "x" }, desk.administrator)).rejects.toThrow("not_allowed");
    await expect(save({ payeeAccountId: other.payeeAccountId })).rejects.toThrow("payee_foreign");
    await expect(save({ files: [{ fileId: await storedPhoto(db, other.organizationId), title: "x" }] })).rejects.toThrow("file_foreign");
    await expect(save({ areaCode: "99.99" })).rejects.toThrow("area_unknown");
    await expect(save({ needs: ["nobody"] })).rejects.toThrow("need_unknown");
    await expect(save({ lines: [{ section: "", description: "", volume: "0.5", unit: "", unitPrice: 333n }] })).rejects.toThrow(
      "amount_not_whole",
    );
    await expect(run(saveProposalDraft, community.editor, { proposalId: newId(), version: 1, patch: {} })).rejects.toThrow("not_found");
    await expect(run(saveProposalDraft, community.editor, { proposalId: "x", version: 1, patch: {} })).rejects.toThrow("not_found");
  });

  it("takes the account of its fiscal sponsor", async () => {
    const sponsor = await buildCommunity(db, { element: "lk3" });
    const family = await buildCommunity(db, { element: "pioneer_family" });
    await db.updateTable("organizations").set({ sponsor_id: sponsor.organizationId }).where("id", "=", family.organizationId).execute();
    const { proposalId } = await draftedProposal(db, family, { payeeAccountId: sponsor.payeeAccountId });
    expect((await findDraft(db, proposalId))?.issues).toEqual([]);
  });
});

describe("sending", () => {
  it("sends a complete proposal, tells the verifiers and the sender, and closes it for writing", async () => {
    const { proposalId, version } = await draftedProposal(db, community);
    await run(submitProposal, community.chair, { proposalId, version });
    expect(await statusOf(proposalId)).toBe("submitted");
    const emails = await db
      .selectFrom("email_messages")
      .select(["to_address", "props"])
      .where("dedupe_key", "like", `proposal-submitted:${proposalId}:%`)
      .execute();
    expect(emails.map((email) => email.to_address).sort()).toEqual(
      [desk.administrator.email, desk.verifier.email, community.chair.email].sort(),
    );
    await expect(run(saveProposalDraft, community.editor, { proposalId, version, patch: {} })).rejects.toThrow("not_editable");
    await expect(run(submitProposal, community.chair, { proposalId, version })).rejects.toThrow("not_editable");
  });

  it("refuses one rupiah too much or too little in the termin plan", async () => {
    const photo = await storedPhoto(db, community.organizationId);
    const tranches = completePatch(community, photo).tranches ?? [];
    for (const amount of [1_999_999n, 2_000_001n]) {
      const { proposalId, version } = await draftedProposal(db, community, {
        tranches: tranches.map((t, i) => (i === 1 ? { ...t, amount } : t)),
      });
      await expect(run(submitProposal, community.chair, { proposalId, version })).rejects.toMatchObject({
        code: "proposal_incomplete",
        details: { because: "tranches_differ" },
      });
      expect(await statusOf(proposalId)).toBe("draft");
    }
  });

  it("refuses the editor, another organisation, an old version, and a standing that has run out", async () => {
    const other = await buildCommunity(db);
    const { proposalId, version } = await draftedProposal(db, community);
    await expect(run(submitProposal, community.editor, { proposalId, version })).rejects.toThrow("not_allowed");
    await expect(run(submitProposal, other.chair, { proposalId, version })).rejects.toThrow("not_allowed");
    await expect(run(submitProposal, community.chair, { proposalId, version: version - 1 })).rejects.toThrow("stale_version");
    const drafted = await draftedProposal(db, other);
    await db
      .updateTable("organizations")
      .set({ standing_valid_until: addDays(today(), -1) })
      .where("id", "=", other.organizationId)
      .execute();
    await expect(run(submitProposal, other.chair, drafted)).rejects.toMatchObject({
      code: "proposal_incomplete",
      details: { because: "standing_invalid" },
    });
  });

  it("works at a past time, by the days of then", async () => {
    const then = startOfDay(addDays(today(), -300));
    const proposalId = await atTime(then, async () => {
      const older = await buildCommunity(db);
      const drafted = await draftedProposal(db, older);
      await run(submitProposal, older.chair, drafted);
      return drafted.proposalId;
    });
    const row = await db.selectFrom("proposals").select("submitted_at").where("id", "=", proposalId).executeTakeFirstOrThrow();
    expect(row.submitted_at).toEqual(then);
  });
});

describe("taking back and running out", () => {
  it("withdraws by the chair alone, once", async () => {
    const { proposalId } = await draftedProposal(db, community);
    await expect(run(withdrawProposal, community.editor, { proposalId })).rejects.toThrow("not_allowed");
    await run(withdrawProposal, community.chair, { proposalId, note: "Balai runtuh." });
    await expect(run(withdrawProposal, community.chair, { proposalId })).rejects.toThrow("transition_not_allowed");
  });

  it("keeps a published program that has a commitment", async () => {
    const free = await buildPublishedProgram(db, { community });
    const funded = await buildPublishedProgram(db, { community });
    await buildCommittedPledge(db, { program: funded, instalments: [1_000_000n] });
    await expect(run(withdrawProposal, community.chair, { proposalId: funded.proposalId })).rejects.toThrow("already_committed");
    await run(withdrawProposal, community.chair, { proposalId: free.proposalId });
  });

  it("expires what nobody committed to, the day after its last day", async () => {
    const free = await buildPublishedProgram(db, { community });
    const funded = await buildPublishedProgram(db, { community });
    await buildCommittedPledge(db, { program: funded, instalments: [1_000_000n] });
    const expire = (days: number) => atTime(startOfDay(addDays(today(), days)), () => db.transaction().execute(expirePrograms));
    await expire(90);
    expect(await statusOf(free.proposalId)).toBe("published");
    expect(await expire(91)).toBeGreaterThan(0);
    expect(await statusOf(free.proposalId)).toBe("expired");
    expect(await statusOf(funded.proposalId)).toBe("published");
  });

  it("leaves an event for every step", async () => {
    const { proposalId, version } = await draftedProposal(db, community);
    await run(submitProposal, community.chair, { proposalId, version });
    await run(withdrawProposal, community.chair, { proposalId });
    const events = await db
      .selectFrom("proposal_events")
      .select(["from_status", "to_status"])
      .where("proposal_id", "=", proposalId)
      .orderBy("at")
      .orderBy("id")
      .execute();
    expect(events.map((event) => `${event.from_status}>${event.to_status}`)).toEqual([
      "null>draft",
      "draft>submitted",
      "submitted>withdrawn",
    ]);
  });
});

describe("afterwards", () => {
  it("every history is unbroken and ends in the state the proposal is in", async () => {
    expect(await brokenInvariants(db, (name) => name.includes("proposal-events"))).toEqual([]);
  });
});
