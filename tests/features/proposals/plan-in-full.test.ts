import type { Kysely, Transaction } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "~/features/identity/actor";
import { cloneProposal } from "~/features/proposals/clone-proposal.server";
import type { DraftPatch } from "~/features/proposals/draft-patch";
import { findDraft } from "~/features/proposals/draft-queries.server";
import { findProgramBySlug } from "~/features/proposals/program-queries.server";
import { saveProposalDraft } from "~/features/proposals/save-proposal-draft.server";
import { submitProposal } from "~/features/proposals/submit-proposal.server";
import { publishProposal } from "~/features/verification/publish-proposal.server";
import { addDays } from "~/kernel/dates";
import { newId } from "~/kernel/ids";
import { monthOf } from "~/kernel/months";
import { today } from "~/platform/clock.server";
import { type BuiltCommunity, type BuiltDesk, buildCommunity, buildPlatformDesk } from "#db/seed/builders/organizations";
import type { DB } from "#db/types.generated";
import { asDatabaseOwner, testDatabase } from "#tests/support/database";
import { brokenInvariants } from "#tests/support/invariants";
import { run } from "#tests/support/pledges";
import { checkedProposal, draftedProposal } from "#tests/support/proposals";

let db: Kysely<DB>;
let community: BuiltCommunity;
let desk: BuiltDesk;
beforeAll(async () => {
  db = await testDatabase();
  [community, desk] = [await buildCommunity(db), await buildPlatformDesk(db)];
});

const vat = { code: "ppn-11", mode: "added" } as const;
const line = { section: "Kebun", description: "Pagar", volume: "3", unit: "paket", unitPrice: 1_500_000n };
const labour = { kind: "labour", description: "Gotong royong", volume: "40", unit: "hari", unitPrice: 100_000n } as const;

async function save(proposalId: string, version: number, patch: DraftPatch): Promise<number> {
  return (await run(db, saveProposalDraft, community.editor, { proposalId, version, patch })).version;
}

async function stored(proposalId: string) {
  return db.selectFrom("proposals").selectAll().where("id", "=", proposalId).executeTakeFirstOrThrow();
}

/** The same proposal, published by a member of the platform who did not check it. */
async function published(patch: DraftPatch) {
  const proposalId = await checkedProposal(db, community, desk, patch);
  await run(db, publishProposal, desk.administrator, { proposalId });
  const { slug } = await stored(proposalId);
  const program = await findProgramBySlug(db, slug);
  if (!program) throw new Error("not public");
  return { proposalId, program };
}

describe("the budget with taxes and swadaya", () => {
  it("counts an added tax in line and target, an included one in neither, and swadaya nowhere", async () => {
    const { proposalId, version } = await draftedProposal(db, community);
    await save(proposalId, version, {
      lines: [
        { ...line, tax: vat },
        { ...line, description: "Bibit", tax: { code: "pph23-2", mode: "included" } },
        { ...line, description: "Pupuk" },
      ],
      contributions: [labour],
    });
    const lines = await db.selectFrom("budget_lines").selectAll().where("proposal_id", "=", proposalId).orderBy("position").execute();
    expect(lines.map((row) => [row.tax, row.amount])).toEqual([
      [495_000n, 4_995_000n],
      [90_000n, 4_500_000n],
      [0n, 4_500_000n],
    ]);
    expect((await stored(proposalId)).target).toBe(13_995_000n);
    const own = await db.selectFrom("own_contributions").selectAll().where("proposal_id", "=", proposalId).execute();
    expect(own).toMatchObject([{ kind: "labour", amount: 4_000_000n }]);
  });

  it("keeps the rate a line was written with: a changed rate is refused by the database", async () => {
    const { proposalId, version } = await draftedProposal(db, community);
    await save(proposalId, version, { lines: [{ ...line, tax: vat }] });
    await asDatabaseOwner(async (owner) => {
      const change = owner.updateTable("tax_rates").set({ basis_points: 1200 }).where("code", "=", "ppn-11").execute();
      await expect(change).rejects.toMatchObject({ constraint: "budget_lines_tax_fkey" });
    });
  });

  it("refuses a tax that no rate has, and a value with a fraction of a rupiah", async () => {
    const { proposalId, version } = await draftedProposal(db, community);
    const tries: DraftPatch[] = [{ lines: [{ ...line, tax: { code: "ppn-99", mode: "added" } }] }];
    await expect(save(proposalId, version, tries[0] ?? {})).rejects.toMatchObject({ code: "tax_unknown" });
    const odd = { contributions: [{ ...labour, volume: "0.5", unitPrice: 1_001n }] };
    await expect(save(proposalId, version, odd)).rejects.toMatchObject({ code: "amount_not_whole" });
  });

  it("can't be sent or changed so that it differs from the target, whatever writes", async () => {
    const { proposalId } = await published({});
    await asDatabaseOwner(async (owner) => {
      const wrong = async (work: (trx: Transaction<DB>) => Promise<unknown>) =>
        expect(owner.transaction().execute(work)).rejects.toMatchObject({ constraint: "proposals_target_is_plan" });
      await wrong((trx) => trx.updateTable("budget_lines").set({ unit_price: 80_000n }).where("proposal_id", "=", proposalId).execute());
      await wrong((trx) => trx.updateTable("proposals").set({ target: 4_999_999n }).where("id", "=", proposalId).execute());
      await wrong((trx) => trx.deleteFrom("tranches").where("proposal_id", "=", proposalId).where("n", "=", 2).execute());
      // Both together are an amendment: only the end of the transaction counts.
      await owner.transaction().execute(async (trx) => {
        await trx.updateTable("tranches").set({ amount: 2_500_000n }).where("proposal_id", "=", proposalId).execute();
        await trx.updateTable("proposals").set({ updated_at: new Date() }).where("id", "=", proposalId).execute();
      });
    });
  });

  it("lets receipts reach a line with its added tax, and no further", async () => {
    const { proposalId, version } = await draftedProposal(db, community);
    await save(proposalId, version, { lines: [{ ...line, tax: vat }] });
    const receipts = (receipted: bigint) =>
      db.updateTable("budget_lines").set({ receipted }).where("proposal_id", "=", proposalId).execute();
    await receipts(4_995_000n);
    await expect(receipts(4_995_001n)).rejects.toMatchObject({ constraint: "budget_lines_receipted_within" });
  });
});

describe("people in detail", () => {
  const parts: DraftPatch = {
    women: 57,
    men: 31,
    age60up: 86,
    disabled: 2,
    indirect: 130,
    needPeople: [{ code: "neglected_elderly", people: 88 }],
  };

  it("are kept, and shown in public without what is too small and what would give it away", async () => {
    const { proposalId, program } = await published(parts);
    expect(await stored(proposalId)).toMatchObject({ people: 88, women: 57, men: 31, age_60_up: 86, disabled: 2 });
    // 88 less 86 of sixty and over leaves two younger ones.
    expect(program.beneficiaries).toMatchObject({
      total: 88,
      women: 57,
      men: 31,
      age60up: null,
      disabled: null,
      indirect: 130,
      someHidden: true,
    });
    expect(program.needs).toMatchObject([{ code: "neglected_elderly", people: 88 }]);
    expect((await findDraft(db, proposalId))?.draft).toMatchObject({ age60up: 86, disabled: 2 });
  });

  it("say of a small group only that there are few, and of a small sensitive program not even how many", async () => {
    const few = { beneficiaries: 4, beneficiaryUnit: "orang", age60up: null };
    const sensitive = await published({ ...few, needs: ["trafficking_victim"], needPeople: [{ code: "trafficking_victim", people: 4 }] });
    expect(sensitive.program.beneficiaries.total).toBeNull();
    expect(sensitive.program.needs).toMatchObject([{ people: "below", sensitive: true }]);
    const open = await published({ ...few, needs: ["neglected_elderly"], needPeople: [{ code: "neglected_elderly", people: 3 }] });
    expect(open.program.beneficiaries.total).toBe(4);
    expect(open.program.needs).toMatchObject([{ people: "below" }]);
  });

  it("stay with a need group that stays chosen", async () => {
    const { proposalId, version } = await draftedProposal(db, community, parts);
    await save(proposalId, version, { needs: ["poor", "neglected_elderly"] });
    expect((await findDraft(db, proposalId))?.draft).toMatchObject({
      needs: ["poor", "neglected_elderly"],
      needPeople: [{ code: "neglected_elderly", people: 88 }],
    });
  });

  it("that don't add up keep a proposal from being sent, in the rules and by constraint", async () => {
    const { proposalId, version } = await draftedProposal(db, community, { women: 57, men: 30 });
    await expect(run(db, submitProposal, community.chair, { proposalId, version })).rejects.toMatchObject({
      code: "proposal_incomplete",
      details: { missing: "men", because: "parts_differ" },
    });
    await asDatabaseOwner(async (owner) => {
      const sent = owner.updateTable("proposals").set({ status: "submitted" }).where("id", "=", proposalId).execute();
      await expect(sent).rejects.toMatchObject({ constraint: "proposals_people_within" });
    });
  });
});

describe("schedule, risks and known indicators", () => {
  const month = (days: number) => monthOf(addDays(today(), days));

  it("are public with the program", async () => {
    const { program } = await published({
      contributions: [labour],
      indicators: [{ code: "people-served", name: "Lansia terlayani", unit: "orang", baseline: "0", target: "88" }],
    });
    expect(program.activities).toMatchObject([{ name: "Menanam", from: month(15), to: month(150) }]);
    expect(program.risks).toMatchObject([{ risk: "Kemarau panjang", likelihood: "medium" }]);
    expect(program.contributions).toMatchObject([{ description: "Gotong royong" }]);
    expect(program.indicators).toMatchObject([{ code: "people-served", unit: "orang" }]);
    expect(program.flow.target).toBe(5_000_000n);
    expect(await brokenInvariants(db, (name) => name.startsWith("52"))).toEqual([]);
  });

  it("are asked for, within the months of the program", async () => {
    const issues = async (patch: DraftPatch) => {
      const { proposalId } = await draftedProposal(db, community, patch);
      return (await findDraft(db, proposalId))?.issues.map((issue) => `${issue.field.split(".")[0]}:${issue.code}`);
    };
    const activity = { name: "Menanam", from: month(15), to: month(150) };
    expect(await issues({ activities: [], risks: [] })).toEqual(["activities:no_activities", "risks:no_risks"]);
    expect(await issues({ activities: [{ ...activity, from: month(-60) }] })).toEqual(["activities:activity_outside_program"]);
    expect(await issues({ activities: [{ ...activity, to: month(400) }] })).toEqual(["activities:activity_outside_program"]);
    expect(await issues({ activities: [{ ...activity, from: month(150), to: month(15) }] })).toEqual(["activities:activity_order"]);
    expect(await issues({ risks: [{ risk: "Hujan", likelihood: null, mitigation: "Tenda" }] })).toEqual(["risks:risk_incomplete"]);
  });

  it("have the unit of the catalogue, by constraint", async () => {
    const { proposalId, version } = await draftedProposal(db, community);
    const own = { code: "people-served", name: "Lansia", unit: "lansia", baseline: "0", target: "1" };
    await expect(save(proposalId, version, { indicators: [own] })).rejects.toMatchObject({ code: "indicator_unknown" });
  });
});

describe("copying", () => {
  it("takes taxes, swadaya, activities, risks and people along, without months", async () => {
    const { proposalId } = await draftedProposal(db, community, {
      lines: [{ ...line, tax: vat }],
      contributions: [labour],
      needPeople: [{ code: "neglected_elderly", people: 80 }],
    });
    const actor: Actor = community.editor;
    const copy = await run(db, cloneProposal, actor, { key: newId(), proposalId });
    const [before, after] = [await findDraft(db, proposalId), await findDraft(db, copy.proposalId)];
    expect(after?.draft).toMatchObject({
      lines: [{ tax: vat }],
      contributions: [{ description: "Gotong royong" }],
      activities: [{ name: "Menanam", from: null, to: null }],
      risks: [{ risk: "Kemarau panjang" }],
      needPeople: [{ code: "neglected_elderly", people: 80 }],
    });
    expect(after?.draft.contributions[0]?.id).not.toBe(before?.draft.contributions[0]?.id);
    expect((await stored(copy.proposalId)).target).toBe(4_995_000n);
  });
});
