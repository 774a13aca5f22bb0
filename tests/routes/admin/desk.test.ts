import type { Kysely } from "kysely";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { raiseAppeal } from "~/features/appeals/raise-appeal.server";
import { firstNeeds } from "~/features/appeals/appeal";
import { offerAssignment } from "~/features/assignments/offer-assignment.server";
import { openConcern } from "~/features/concerns/report-concern.server";
import type { Actor } from "~/features/identity/actor";
import { submitProposal } from "~/features/proposals/submit-proposal.server";
import { declareTie } from "~/features/ties/declare-tie.server";
import { startVerification } from "~/features/verification/start-verification.server";
import { addDays } from "~/kernel/dates";
import { newId } from "~/kernel/ids";
import { now, today } from "~/platform/clock.server";
import { type BuiltCommunity, type BuiltDesk, buildCommunity, buildPlatformDesk, buildPractitioner } from "#db/seed/builders/organizations";
import type { DB } from "#db/types.generated";
import { testDatabase } from "#tests/support/database";
import { draftedProposal } from "#tests/support/proposals";
import { answerOf } from "#tests/support/routes";

vi.mock("~/features/identity/session.server", () => ({
  readSession: async (request: Request) => ({ userId: request.headers.get("x-test-user"), sessionId: "test", factor: "proven" }),
}));

let db: Kysely<DB>;
let desk: BuiltDesk;
let community: BuiltCommunity;
beforeAll(async () => {
  db = await testDatabase();
  desk = await buildPlatformDesk(db);
  community = await buildCommunity(db, { name: "Karang Taruna Ikatan" });
});

type Voices = { appeals: number; concerns: number; alerts: number; comments: number };
const overview = async (actor: Actor) => {
  const { loader } = await import("~/routes/admin/desk");
  const { data } = await answerOf(loader, actor);
  return data as { voices: Voices; counts: Record<string, number> };
};

describe("the desk's overview", () => {
  it("counts appeals for everyone at the desk, and concerns only for administrators without a tie", async () => {
    const post = await buildCommunity(db, { element: "disaster_cadet", areaCode: "33.16.03.2004" });
    const people = { displaced: 20, families: 6, people: 20, toddlers: 1, elderly: 2, disabled: 0 };
    const appeal = {
      key: newId(),
      organizationId: post.organizationId,
      disaster: "flood" as const,
      title: "Banjir",
      situation: "Air naik.",
      villages: ["33.16.03.2004"],
      beganOn: today(),
      count: people,
      lines: firstNeeds(people),
      statement: null,
    };
    await db.transaction().execute((trx) => raiseAppeal(trx, post.chair, appeal));
    const { slug } = await db
      .selectFrom("organizations")
      .select("slug")
      .where("id", "=", community.organizationId)
      .executeTakeFirstOrThrow();
    const concern = {
      key: newId(),
      kind: "other" as const,
      about: `lembaga:${slug}`,
      story: "Saya melihat sesuatu yang tidak cocok.",
      happened: "",
      reply: "code" as const,
      contact: "",
      files: [],
    };
    await db.transaction().execute((trx) => openConcern(trx, concern));
    expect(await overview(desk.administrator)).toMatchObject({
      voices: { appeals: 1, concerns: 1, alerts: 0, comments: 0 },
      counts: { "/admin/siaga": 1, "/admin/laporan-warga": 1, "/admin/suara-warga": 0 },
    });
    expect((await overview(desk.verifier)).voices).toMatchObject({ appeals: 1, concerns: 0 });
    expect((await overview(desk.reconciler)).voices).toEqual({ appeals: 1, resets: 0, concerns: 0, alerts: 0, comments: 0 });
    await db
      .insertInto("memberships")
      .values({ organization_id: community.organizationId, user_id: desk.administrator.userId, role: "editor", created_at: now() })
      .execute();
    expect((await overview(desk.administrator)).voices.concerns).toBe(0);
  });
});

describe("the desk's offer of a task", () => {
  it("names practitioners with a tie and why they can't be chosen, as the offer itself refuses them", async () => {
    const lks = await buildCommunity(db, { name: "LKS Tanpa Ikatan" });
    const { proposalId, version } = await draftedProposal(db, lks);
    await db.transaction().execute(async (trx) => {
      await submitProposal(trx, lks.chair, { proposalId, version });
      await startVerification(trx, desk.verifier, { proposalId });
    });
    const [free, member, declared] = [
      await buildPractitioner(db, { areas: ["33.16.05"] }),
      await buildPractitioner(db, { areas: ["33.16.05"] }),
      await buildPractitioner(db, { areas: ["33.16.05"] }),
    ];
    await db
      .insertInto("memberships")
      .values({ organization_id: lks.organizationId, user_id: member.person.userId, role: "editor", created_at: now() })
      .execute();
    const tie = { organizationId: lks.organizationId, partyName: "", kind: "family" as const, detail: "", endedOn: null };
    await db.transaction().execute((trx) => declareTie(trx, declared.person, tie));
    const { loader } = await import("~/routes/admin/offer-assignment");
    const { data } = await answerOf(loader, desk.verifier, { params: { id: proposalId } });
    const { practitioners } = (data as { desk: { practitioners: { organizationId: string; tie: string | null }[] } }).desk;
    const tieOf = (who: { organizationId: string }) => practitioners.find((one) => one.organizationId === who.organizationId)?.tie;
    expect([tieOf(free), tieOf(member), tieOf(declared)]).toEqual([null, "member", "declared"]);
    for (const who of [member, declared]) {
      const offer = {
        key: newId(),
        proposalId,
        kind: "field_visit" as const,
        organizationId: who.organizationId,
        dueOn: addDays(today(), 7),
      };
      await expect(db.transaction().execute((trx) => offerAssignment(trx, desk.verifier, offer))).rejects.toMatchObject({
        code: "practitioner_tied",
      });
    }
  });
});
