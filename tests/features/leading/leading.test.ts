import { describe, expect, test } from "vitest";
import { freezeOrganization } from "~/features/freezes/freeze-organization.server";
import { answerLead } from "~/features/leading/answer-lead.server";
import { endLead } from "~/features/leading/end-lead.server";
import { mayChangeLeader, womanLed } from "~/features/leading/lead";
import { leadsOfLeader, leadsOfProgram } from "~/features/leading/lead-queries.server";
import { nameLeader } from "~/features/leading/name-leader.server";
import { womanLedOf, womenShareOfCompany } from "~/features/leading/women-led.server";
import { womenLeaders } from "~/features/practitioners/women-leaders.server";
import { emptyFilter } from "~/features/reporting/browse";
import { browseFacets } from "~/features/reporting/browse-facets.server";
import { browsePrograms } from "~/features/reporting/browse-programs.server";
import { requireUntied } from "~/features/ties/require-untied.server";
import { addDays } from "~/kernel/dates";
import { newId } from "~/kernel/ids";
import { today } from "~/platform/clock.server";
import { buildCompany, buildPractitioner } from "#db/seed/builders/organizations";
import { buildCommittedPledge } from "#db/seed/builders/pledges";
import { type BuiltProgram, buildPublishedProgram } from "#db/seed/builders/programs";
import { endings } from "#tests/support/cycle";
import { testDatabase } from "#tests/support/database";
import { organizationsOn } from "#tests/support/organizations";

const db = await testDatabase();
const { desk, run, mailsTo } = await organizationsOn(db);

function leader(overrides: Parameters<typeof buildPractitioner>[1] = {}) {
  return buildPractitioner(db, { element: "woman_leader", name: `Ibu ${newId().slice(-4)}`, ...overrides });
}

async function named(program: BuiltProgram) {
  const woman = await leader();
  const { proposalId, community } = program;
  const { leadId } = await run(nameLeader, community.chair, { proposalId, leaderId: woman.organizationId });
  await run(answerLead, woman.person, { leadId, accept: true, note: "" });
  return { ...woman, leadId };
}

describe("who leads a program", () => {
  test("is asked by the community, agrees herself, and is named then", async () => {
    const { proposalId, community } = await buildPublishedProgram(db);
    const woman = await leader();
    const input = { proposalId, leaderId: woman.organizationId };
    await expect(run(nameLeader, community.treasurer, input)).rejects.toMatchObject({ code: "not_allowed" });
    await expect(run(nameLeader, woman.person, input)).rejects.toMatchObject({ code: "not_allowed" });
    const both = await Promise.allSettled([run(nameLeader, community.chair, input), run(nameLeader, community.editor, input)]);
    expect(endings(both)).toEqual({ done: 1, refused: ["leader_open"] });
    expect(await womanLedOf(db, proposalId)).toBeNull();
    const [asked] = await leadsOfProgram(db, proposalId);
    const answer = { leadId: asked?.id ?? "", accept: true, note: "" };
    const other = await leader();
    await expect(run(answerLead, other.person, answer)).rejects.toMatchObject({ code: "not_allowed" });
    await expect(run(answerLead, community.chair, answer)).rejects.toMatchObject({ code: "not_allowed" });
    await expect(run(answerLead, woman.person, { ...answer, accept: false })).rejects.toMatchObject({
      code: "lead_note_missing",
      details: { field: "note" },
    });
    await run(answerLead, woman.person, answer);
    await expect(run(answerLead, woman.person, answer)).rejects.toMatchObject({ code: "lead_answered" });
    expect(await womanLedOf(db, proposalId)).toEqual({ by: "verified", leader: expect.stringContaining("Ibu ") });
    expect(await leadsOfLeader(db, woman.organizationId)).toMatchObject([{ status: "accepted" }]);
    expect(await mailsTo(woman.person.email)).toEqual(["program-leader"]);
    expect(await mailsTo(community.editor.email)).toEqual(["program-leader"]);
  });

  test("must be a woman leader whose standing holds and of whom nothing is frozen", async () => {
    const { proposalId, community } = await buildPublishedProgram(db);
    const [draft, lapsed, frozen, worker] = [
      await leader({ standing: "draft" }),
      await leader(),
      await leader(),
      await buildPractitioner(db),
    ];
    const over = { standing_valid_until: addDays(today(), -1) };
    await db.updateTable("organizations").set(over).where("id", "=", lapsed.organizationId).execute();
    await run(freezeOrganization, desk.administrator, { organizationId: frozen.organizationId, scope: "all", reason: "Diperiksa." });
    for (const leaderId of [draft, lapsed, frozen, worker]
      .map((one) => one.organizationId)
      .concat(community.organizationId, "x", newId())) {
      const naming = run(nameLeader, community.chair, { proposalId, leaderId });
      await expect(naming).rejects.toMatchObject({ code: "leader_unfit", details: { field: "leaderId" } });
    }
    const choices = (await womenLeaders(db)).map(({ id }) => id);
    for (const { organizationId } of [draft, lapsed, frozen, worker]) expect(choices).not.toContain(organizationId);
  });

  test("may have lost her standing by the time she answers, and is no longer called verified when it ends later", async () => {
    const { proposalId, community } = await buildPublishedProgram(db);
    const woman = await leader();
    const { leadId } = await run(nameLeader, community.chair, { proposalId, leaderId: woman.organizationId });
    const until = (day: string) =>
      db.updateTable("organizations").set({ standing_valid_until: day }).where("id", "=", woman.organizationId).execute();
    await until(addDays(today(), -1));
    const answer = { leadId, accept: true, note: "" };
    await expect(run(answerLead, woman.person, answer)).rejects.toMatchObject({ code: "practitioner_standing_invalid" });
    await until(today());
    await run(answerLead, woman.person, answer);
    expect(await womanLedOf(db, proposalId)).toMatchObject({ by: "verified" });
    await until(addDays(today(), -1));
    expect(await womanLedOf(db, proposalId)).toEqual({ by: "stated" });
    await until(addDays(today(), 100));
    await run(freezeOrganization, desk.administrator, { organizationId: woman.organizationId, scope: "all", reason: "Diperiksa." });
    expect(await womanLedOf(db, proposalId)).toEqual({ by: "stated" });
  });

  test("ends by either side with a reason, once, and not when the program is over", async () => {
    const program = await buildPublishedProgram(db);
    const { leadId, person } = await named(program);
    await expect(run(endLead, person, { leadId, note: " " })).rejects.toMatchObject({ code: "lead_note_missing" });
    await expect(run(endLead, program.community.treasurer, { leadId, note: "x" })).rejects.toMatchObject({ code: "not_allowed" });
    const both = await Promise.allSettled([
      run(endLead, person, { leadId, note: "Pindah rumah." }),
      run(endLead, program.community.chair, { leadId, note: "Ganti pemimpin." }),
    ]);
    expect(endings(both)).toEqual({ done: 1, refused: ["lead_over"] });
    expect(await womanLedOf(db, program.proposalId)).toBeNull();
    const again = await named(program);
    await db.updateTable("proposals").set({ status: "expired" }).where("id", "=", program.proposalId).execute();
    await expect(run(endLead, again.person, { leadId: again.leadId, note: "x" })).rejects.toMatchObject({ code: "lead_program_over" });
    expect(await womanLedOf(db, program.proposalId)).toMatchObject({ by: "verified" });
  });

  test("answers and withdrawal at the same moment leave one outcome", async () => {
    const { proposalId, community } = await buildPublishedProgram(db);
    const woman = await leader();
    const { leadId } = await run(nameLeader, community.chair, { proposalId, leaderId: woman.organizationId });
    await expect(run(endLead, woman.person, { leadId, note: "x" })).rejects.toMatchObject({ code: "not_allowed" });
    const both = await Promise.allSettled([
      run(answerLead, woman.person, { leadId, accept: false, note: "Belum bisa." }),
      run(endLead, community.chair, { leadId, note: "Salah pilih." }),
    ]);
    expect(endings(both).done).toBe(1);
    expect(["lead_answered", "lead_over"]).toContain(endings(both).refused[0]);
  });

  test("can't verify whom she leads for, also under another profile", async () => {
    const program = await buildPublishedProgram(db);
    const { person, leadId } = await named(program);
    const judging = () => db.transaction().execute((trx) => requireUntied(trx, person, [program.community.organizationId]));
    await expect(judging()).rejects.toMatchObject({ code: "declared_tie" });
    await run(endLead, person, { leadId, note: "Selesai." });
    await expect(judging()).rejects.toMatchObject({ code: "declared_tie" });
    const long = new Date(Date.now() - 4 * 366 * 86_400_000);
    await db.updateTable("program_leaders").set({ ended_at: long }).where("id", "=", leadId).execute();
    await judging();
  });
});

describe("programs led by women", () => {
  test("are found by the filter on either word, and told apart in a company's count with the ledger's rupiah", async () => {
    const company = await buildCompany(db);
    const [verified, stated, neither] = [await buildPublishedProgram(db), await buildPublishedProgram(db), await buildPublishedProgram(db)];
    await named(verified);
    await db.updateTable("proposals").set({ led_by_woman: true }).where("id", "=", stated.proposalId).execute();
    const before = await browseFacets(db, emptyFilter);
    const found = await browsePrograms(db, { ...emptyFilter, ledByWoman: true }, undefined, 100);
    const led = new Map(found.programs.map((program) => [program.id, program.ledByWoman?.by]));
    expect(led.get(verified.proposalId)).toBe("verified");
    expect(led.get(stated.proposalId)).toBe("stated");
    expect(led.has(neither.proposalId)).toBe(false);
    expect(before.ledByWoman).toBe(found.programs.length);
    await buildCommittedPledge(db, { program: verified, company, instalments: [1_000_000n] });
    await buildCommittedPledge(db, { program: stated, company, instalments: [2_000_000n] });
    await buildCommittedPledge(db, { program: neither, company, instalments: [4_000_000n] });
    expect(await womenShareOfCompany(db, company.organizationId)).toEqual({
      verified: { programs: 1, committed: 1_000_000n, disbursed: 0n },
      stated: { programs: 1, committed: 2_000_000n, disbursed: 0n },
      all: { programs: 3, committed: 7_000_000n, disbursed: 0n },
    });
  });

  test("are verified only by a leader whose proof holds on the day", () => {
    const lead = { leader: "Ibu", stands: true, standsUntil: "2026-11-24" };
    expect(womanLed({ stated: false, lead }, "2026-11-24")).toEqual({ by: "verified", leader: "Ibu" });
    expect(womanLed({ stated: false, lead }, "2026-11-25")).toEqual({ by: "stated" });
    expect(womanLed({ stated: true, lead: { ...lead, stands: false } }, "2026-11-24")).toEqual({ by: "stated" });
    expect(womanLed({ stated: true, lead: null }, "2026-11-24")).toEqual({ by: "stated" });
    expect(womanLed({ stated: false, lead: null }, "2026-11-24")).toBeNull();
    expect(["draft", "running", "suspended"].every((status) => mayChangeLeader(status as "draft"))).toBe(true);
    expect(["completed", "rejected", "withdrawn", "expired"].some((status) => mayChangeLeader(status as "completed"))).toBe(false);
  });
});
