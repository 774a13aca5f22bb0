import { describe, expect, test } from "vitest";
import { addReporterNote, withdrawConcern } from "~/features/concerns/answer-by-code.server";
import { answerDueOn, concernStatuses, mayBecome } from "~/features/concerns/concern";
import { deskConcerns, findDeskConcern, followConcern, publicConcerns } from "~/features/concerns/concern-queries.server";
import { closeConcern, openEvidence, readContact, takeConcern, writeDeskNote } from "~/features/concerns/handle-concern.server";
import { type ReportConcern, reportConcern } from "~/features/concerns/report-concern.server";
import { findReadableFile } from "~/features/files/file-queries.server";
import { addMember } from "~/features/organizations/add-member.server";
import { declareTie } from "~/features/ties/declare-tie.server";
import { tieKinds } from "~/features/ties/tie";
import { newId } from "~/kernel/ids";
import { spellCode } from "~/kernel/tracking-code";
import { now, today } from "~/platform/clock.server";
import { buildActor } from "#db/seed/builders/people";
import { buildPublishedProgram } from "#db/seed/builders/programs";
import { testDatabase } from "#tests/support/database";
import { organizationsOn, paper } from "#tests/support/organizations";

const db = await testDatabase();
const { run, again, desk, mailsTo } = await organizationsOn(db);
const program = await buildPublishedProgram(db);
const about = `program:${program.slug}`;

function report(overrides: Partial<ReportConcern> & { place?: string } = {}) {
  const input = {
    key: newId(),
    kind: "goods",
    about,
    happened: "",
    story: "Yang dipasang bukan yang tertulis di papan.",
    files: [],
    reply: "code",
    contact: "",
  } as const;
  return reportConcern(db, { ...input, place: newId(), ...overrides });
}

async function newest(): Promise<string> {
  return (await db.selectFrom("concerns").select("id").orderBy("id", "desc").executeTakeFirstOrThrow()).id;
}

async function taken(overrides: Partial<ReportConcern> = {}) {
  const { code } = await report(overrides);
  const concernId = await newest();
  await run(takeConcern, desk.administrator, { concernId });
  return { code, concernId };
}

const follow = (code: string, place = newId()) => followConcern(db, { code, place });

describe("a concern", () => {
  test("goes from the report to a published outcome, and the reporter is asked on the way", async () => {
    const { code, concernId } = await taken();
    expect(await follow(spellCode(code, "KW").toLowerCase())).toMatchObject({
      status: "looking",
      program: "Kebun pangan warga untuk tiga dukuh",
    });
    await run(writeDeskNote, desk.administrator, { concernId, voice: "internal", text: "Tanya PSM kecamatan tetangga." });
    await run(writeDeskNote, desk.administrator, { concernId, voice: "desk", text: "Di gang mana?" });
    const asked = await follow(code);
    expect([asked.status, asked.notes.map((note) => note.text)]).toEqual(["asked", ["Di gang mana?"]]);
    await addReporterNote(db, { code, text: "Dekat sekolah.", place: newId() });
    expect((await follow(code)).status).toBe("looking");
    const before = await publicConcerns(db, { proposalId: program.proposalId });
    await run(closeConcern, desk.administrator, {
      concernId,
      outcome: "founded",
      published: "Diganti sesuai RAB, tiga warga membenarkan.",
    });
    const after = await publicConcerns(db, { proposalId: program.proposalId });
    expect([after.total, after.open, after.founded]).toEqual([before.total, before.open - 1, before.founded + 1]);
    expect(after.outcomes[0]).toMatchObject({ published: "Diganti sesuai RAB, tiga warga membenarkan.", outcome: "founded" });
    expect(await publicConcerns(db, { organizationSlug: program.community.slug })).toEqual(after);
    await expect(addReporterNote(db, { code, text: "Lagi", place: newId() })).rejects.toMatchObject({ code: "concern_closed" });
    const events = await db
      .selectFrom("concern_events")
      .select(["from_status", "to_status", "actor_id"])
      .where("concern_id", "=", concernId)
      .orderBy("id")
      .execute();
    expect(events.map((event) => event.to_status)).toEqual(["received", "looking", "asked", "looking", "closed"]);
    expect(events[3]?.actor_id).toBeNull();
  });

  test("sent twice is one case with one code; the same form with other words is refused", async () => {
    const key = newId();
    const [one, other] = await Promise.all([report({ key }), report({ key })]);
    expect(one).toEqual(other);
    await expect(report({ key, story: "Sesuatu yang lain sama sekali di sini." })).rejects.toMatchObject({ code: "key_reused" });
    await expect(report({ key: "bukan-kunci" })).rejects.toMatchObject({ code: "key_missing" });
  });

  test("leaves neither its code nor its key nor an address in the database", async () => {
    const key = newId();
    const { code } = await report({ key, place: "203.0.113.77" });
    const tables = ["concerns", "concern_events", "commands", "audit_log", "email_messages", "rate_limits"] as const;
    for (const table of tables) {
      const rows = JSON.stringify(await db.selectFrom(table).selectAll().execute(), (_, value) =>
        typeof value === "bigint" ? String(value) : value,
      );
      for (const secret of [code, key, "203.0.113.77"]) expect(rows.includes(secret), `${table} holds ${secret}`).toBe(false);
    }
  });

  test("can be about a program, an organisation, or nothing known; never about what isn't public", async () => {
    await report({ about: "" });
    await report({ about: `lembaga:${program.community.slug}` });
    for (const wrong of ["program:tidak-ada", "lembaga:meja", "x", `program:${program.community.slug}`, "program:"]) {
      await expect(report({ about: wrong })).rejects.toMatchObject({ code: "subject_unknown" });
    }
  });

  test("is taken back by its code, and stays counted", async () => {
    const before = await publicConcerns(db, { proposalId: program.proposalId });
    const { code } = await report();
    await withdrawConcern(db, { code, place: newId() });
    await expect(withdrawConcern(db, { code, place: newId() })).rejects.toMatchObject({ code: "transition_not_allowed" });
    const after = await publicConcerns(db, { proposalId: program.proposalId });
    expect([after.total, after.withdrawn, after.open]).toEqual([before.total + 1, before.withdrawn + 1, before.open]);
  });

  test("moves only along its table", () => {
    const allowed = concernStatuses.flatMap((from) => concernStatuses.filter((to) => mayBecome(from, to)).map((to) => `${from}>${to}`));
    expect(allowed).toEqual(["received>looking", "received>closed", "looking>asked", "looking>closed", "asked>looking", "asked>closed"]);
    expect(answerDueOn("2026-11-20")).toBe("2026-11-25");
    expect(answerDueOn("2026-11-24")).toBe("2026-11-27");
  });
});

describe("the desk", () => {
  test("handles it only with the role, without ties, and as the one who has it", async () => {
    const { concernId } = await taken();
    const note = { concernId, voice: "internal", text: "Catatan" } as const;
    for (const other of [desk.verifier, desk.auditor, program.community.chair]) {
      await expect(run(takeConcern, other, { concernId })).rejects.toMatchObject({ code: "not_allowed" });
    }
    const second = await buildActor(db, { organizationId: desk.organizationId, roles: ["administrator"] });
    await expect(run(writeDeskNote, second, note)).rejects.toMatchObject({ code: "not_yours" });
    await run(takeConcern, second, { concernId });
    await expect(run(writeDeskNote, desk.administrator, note)).rejects.toMatchObject({ code: "not_yours" });
    await run(writeDeskNote, second, note);
  });

  test("never shows it to a member of the organisation or to whoever checked the program", async () => {
    const { concernId } = await taken();
    const tied = await buildActor(db, { organizationId: desk.organizationId, roles: ["administrator"] });
    await db
      .transaction()
      .execute((trx) => addMember(trx, { organizationId: program.community.organizationId, userId: tied.userId, roles: ["editor"] }));
    const checker = await buildActor(db, { organizationId: desk.organizationId, roles: ["administrator"] });
    await db
      .insertInto("proposal_checks")
      .values({
        ...{ proposal_id: program.proposalId, id: newId(), kind: "field_visit", result: "match", finding: "Sesuai.", role_label: "Meja" },
        ...{ checked_by: checker.userId, checked_on: today(), created_at: now() },
      })
      .execute();
    const declared = await buildActor(db, { organizationId: desk.organizationId, roles: ["administrator"] });
    const { organizationId } = program.community;
    await run(declareTie, declared, { organizationId, partyName: "", kind: tieKinds[0], detail: "Saudara ketua", endedOn: null });
    for (const person of [await again(tied), checker, declared]) {
      await expect(run(takeConcern, person, { concernId })).rejects.toMatchObject({ code: "tied" });
      expect(await findDeskConcern(db, person, concernId)).toBeUndefined();
      const seen = await deskConcerns(db, person);
      expect(seen.tied).toBeGreaterThan(0);
      expect([...seen.open, ...seen.closed].map((row) => row.id)).not.toContain(concernId);
    }
    await report();
    expect(await mailsTo(checker.email)).toEqual([]);
    expect((await mailsTo(desk.administrator.email)).length).toBeGreaterThan(0);
  });

  test("reads the contact once taken, encrypted until then and deleted at the end", async () => {
    const contact = "0812 3456 7890";
    const { concernId } = await taken({ reply: "contact", contact });
    const kept = () => db.selectFrom("concerns").select("contact").where("id", "=", concernId).executeTakeFirstOrThrow();
    expect((await kept()).contact).not.toContain("3456");
    expect(await run(readContact, desk.administrator, { concernId })).toEqual({ contact });
    expect(await db.selectFrom("audit_log").select("action").where("subject_id", "=", concernId).execute()).toContainEqual({
      action: "concern.contact_read",
    });
    await run(closeConcern, desk.administrator, { concernId, outcome: "unfounded", published: "Diperiksa dan sesuai dengan RAB." });
    expect(await kept()).toEqual({ contact: null });
  });

  test("opens evidence only through the case", async () => {
    const { concernId } = await taken({ files: [paper(), paper("dua.jpg")] });
    const files = await db.selectFrom("concern_files").select("file_id").where("concern_id", "=", concernId).execute();
    expect(files.length).toBe(2);
    const fileId = files[0]?.file_id ?? "";
    expect(await run(openEvidence, desk.administrator, { concernId, fileId })).toMatchObject({ mediaType: "image/jpeg" });
    expect(await findReadableFile(db, desk.administrator, fileId)).toBeUndefined();
    await expect(run(openEvidence, desk.administrator, { concernId, fileId: newId() })).rejects.toMatchObject({ code: "not_found" });
    await expect(run(openEvidence, desk.administrator, { concernId, fileId: "x" })).rejects.toMatchObject({ code: "not_found" });
    await expect(report({ files: [new File(["halo"], "a.txt")] })).rejects.toMatchObject({ code: "file_kind_unsupported" });
  });

  test("does not name the organisation in the audit log while the case is open", async () => {
    const rows = await db.selectFrom("audit_log").selectAll().where("subject_kind", "=", "concern").execute();
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((row) => row.organization_id || row.proposal_id)).toEqual([]);
  });
});

describe("limits", () => {
  test("ten reports in an hour from one place", async () => {
    const place = newId();
    const sent = await Promise.allSettled(Array.from({ length: 12 }, () => report({ place })));
    expect(sent.filter((outcome) => outcome.status === "rejected").map((outcome) => (outcome.reason as { code: string }).code)).toEqual([
      "rate_limited",
      "rate_limited",
    ]);
  });

  test("twenty wrong codes in an hour from one place; a right one still opens", async () => {
    const { code } = await report();
    const place = newId();
    for (let n = 0; n < 20; n += 1) await expect(follow("KW-2222-2222-2223", place)).rejects.toMatchObject({ code: "code_unknown" });
    await expect(follow("KW-2222-2222-2223", place)).rejects.toMatchObject({ code: "rate_limited" });
    expect((await follow(code, place)).status).toBe("received");
  });
});
