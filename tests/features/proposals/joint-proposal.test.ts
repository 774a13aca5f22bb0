import type { Kysely } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { addReceipt } from "~/features/impact/add-receipt.server";
import { budgetLineChoices } from "~/features/impact/line-choices.server";
import type { DraftPatch } from "~/features/proposals/draft-patch";
import { findDraft } from "~/features/proposals/draft-queries.server";
import { programMembers } from "~/features/proposals/program-members.server";
import { memberTotals } from "~/features/proposals/proposal-draft";
import { saveProposalDraft } from "~/features/proposals/save-proposal-draft.server";
import { submitProposal } from "~/features/proposals/submit-proposal.server";
import { findPublicReport } from "~/features/reporting/report-queries.server";
import { publishProposal } from "~/features/verification/publish-proposal.server";
import { newId } from "~/kernel/ids";
import { buildReceivedMoney } from "#db/seed/builders/bank";
import { type BuiltCommunity, type BuiltDesk, buildCommunity, buildPlatformDesk } from "#db/seed/builders/organizations";
import { buildCommittedPledge } from "#db/seed/builders/pledges";
import type { BuiltProgram } from "#db/seed/builders/programs";
import type { DB } from "#db/types.generated";
import { acknowledged, receiptOf } from "#tests/support/cycle";
import { testDatabase } from "#tests/support/database";
import { brokenInvariants } from "#tests/support/invariants";
import { run } from "#tests/support/pledges";
import { checkedProposal, draftedProposal } from "#tests/support/proposals";

let db: Kysely<DB>;
let network: BuiltCommunity;
let desk: BuiltDesk;
beforeAll(async () => {
  db = await testDatabase();
  network = await buildCommunity(db, { element: "wksbm" });
  desk = await buildPlatformDesk(db);
});

const [north, south] = [newId(), newId()];
const village = "Desa Ledok, Kecamatan Sambong, Kabupaten Blora";
const members = [
  { id: north, name: "Kelompok Lor", village, coordinator: "Wiji" },
  { id: south, name: "Kelompok Kidul", village: village.toUpperCase(), coordinator: "Sari" },
];
/** Seeds are the north's alone; of the fence a third is the south's. */
function joint(lines: { seeds?: string; part?: bigint } = {}): DraftPatch & { lines: NonNullable<DraftPatch["lines"]> } {
  return {
    members,
    lines: [
      { section: "Kebun", description: "Bibit", volume: "12.5", unit: "kg", unitPrice: 40_000n, memberId: lines.seeds ?? north },
      {
        section: "Kebun",
        description: "Pagar",
        volume: "3",
        unit: "paket",
        unitPrice: 1_500_000n,
        memberId: north,
        shares: [{ memberId: south, amount: lines.part ?? 1_500_000n }],
      },
    ],
  };
}

describe("a joint proposal", () => {
  it("belongs to its members line by line, and their parts sum to the whole", async () => {
    const { proposalId } = await draftedProposal(db, network, joint());
    const record = await findDraft(db, proposalId);
    expect(record?.issues).toEqual([]);
    expect(record?.draft.members.map((member) => member.villageCode)).toEqual(["33.16.06.2009", "33.16.06.2009"]);
    const totals = memberTotals(record?.draft.lines ?? []);
    expect([totals.get(north), totals.get(south)]).toEqual([3_500_000n, 1_500_000n]);
    expect((await programMembers(db, proposalId, { guarded: false })).map((member) => member.planned)).toEqual([3_500_000n, 1_500_000n]);
  });

  it("can't be sent before every line has its member and every member its village", async () => {
    const { proposalId, version } = await draftedProposal(db, network);
    expect((await findDraft(db, proposalId))?.issues.map((issue) => issue.code)).toEqual([
      "members_too_few",
      "line_without_member",
      "line_without_member",
    ]);
    await expect(run(db, submitProposal, network.chair, { proposalId, version })).rejects.toThrow("proposal_incomplete");
    const wrong = { ...joint(), members: members.map((member) => ({ ...member, name: "Kelompok Lor", village: "Desa Entah" })) };
    const other = await draftedProposal(db, network, wrong);
    expect((await findDraft(db, other.proposalId))?.issues.map((issue) => issue.code)).toEqual(["village_unknown", "member_twice"]);
  });

  it("is not asked of an organisation that works alone", async () => {
    const alone = await buildCommunity(db);
    const { proposalId } = await draftedProposal(db, alone);
    expect((await findDraft(db, proposalId))?.issues).toEqual([]);
    expect(await programMembers(db, proposalId, { guarded: false })).toEqual([]);
  });

  it("refuses parts beyond a line, and members of another proposal", async () => {
    await expect(draftedProposal(db, network, joint({ part: 4_500_001n }))).rejects.toThrow("share_too_much");
    await expect(draftedProposal(db, network, joint({ seeds: newId() }))).rejects.toThrow("member_unknown");
    await expect(draftedProposal(db, network, joint({ part: 0n }))).rejects.toThrow("price_not_positive");
    expect((await draftedProposal(db, network, joint({ part: 4_500_000n }))).proposalId).toBeTruthy();
  });

  it("takes a removed member's lines and parts away from it, and nothing else", async () => {
    const { proposalId, version } = await draftedProposal(db, network, joint());
    await run(db, saveProposalDraft, network.editor, { proposalId, version, patch: { members: members.slice(0, 1) } });
    const lines = (await findDraft(db, proposalId))?.draft.lines ?? [];
    expect(lines.map((line) => [line.memberId, line.shares])).toEqual([
      [north, []],
      [north, []],
    ]);
    await run(db, saveProposalDraft, network.editor, { proposalId, version: version + 1, patch: { members: [] } });
    expect((await findDraft(db, proposalId))?.draft.lines.map((line) => line.memberId)).toEqual([null, null]);
    expect(await brokenInvariants(db, (name) => name.startsWith("51"))).toEqual([]);
  });
});

describe("money of a joint program", () => {
  it("is traceable per member from the budget to receipts and the report", async () => {
    const proposalId = await checkedProposal(db, network, desk, joint());
    await run(db, publishProposal, desk.administrator, { proposalId });
    const program = await built(proposalId);
    await buildReceivedMoney(db, { pledge: await buildCommittedPledge(db, { program, instalments: [5_000_000n] }) });
    await acknowledged(db, program, desk, 1);
    const [seeds, fence] = program.budgetLines;
    const add = (budgetLineId: string, amount: bigint, memberId?: string) =>
      run(db, addReceipt, network.editor, { ...receiptOf(program, amount), budgetLineId, memberId });
    await add(seeds?.id ?? "", 400_000n);
    await add(fence?.id ?? "", 900_000n, south);
    await expect(add(fence?.id ?? "", 1_000n)).rejects.toMatchObject({ code: "member_missing", details: { field: "budgetLineId" } });
    await expect(add(fence?.id ?? "", 1_000n, newId())).rejects.toThrow("member_missing");

    expect((await programMembers(db, proposalId, { guarded: true })).map((m) => [m.village, m.waiting])).toEqual([
      ["Kecamatan Sambong, Kabupaten Blora", 400_000n],
      ["Kecamatan Sambong, Kabupaten Blora", 900_000n],
    ]);
    expect((await budgetLineChoices(db, proposalId)).map((choice) => [choice.description, choice.member, choice.left])).toEqual([
      ["Bibit", "Kelompok Lor", 100_000n],
      ["Pagar", "Kelompok Lor", 3_000_000n],
      ["Pagar", "Kelompok Kidul", 600_000n],
    ]);
    expect(await findPublicReport(db, proposalId, 1)).toBeUndefined();
    expect(await brokenInvariants(db)).toEqual([]);
  });
});

async function built(proposalId: string): Promise<BuiltProgram> {
  const lines = await db
    .selectFrom("budget_lines")
    .select(["id", "amount"])
    .where("proposal_id", "=", proposalId)
    .orderBy("position")
    .execute();
  const { slug } = await db.selectFrom("proposals").select("slug").where("id", "=", proposalId).executeTakeFirstOrThrow();
  return {
    proposalId,
    slug,
    target: 5_000_000n,
    community: network,
    budgetLines: lines.map((line) => ({ id: line.id, amount: line.amount ?? 0n })),
    tranches: [
      { n: 1, amount: 3_000_000n },
      { n: 2, amount: 2_000_000n },
    ],
    indicators: [],
  };
}
