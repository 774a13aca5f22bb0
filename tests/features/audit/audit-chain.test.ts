import { sql } from "kysely";
import { afterEach, describe, expect, test } from "vitest";
import { findAuditEntry } from "~/features/audit/audit-entry.server";
import { auditFile } from "~/features/audit/audit-file.server";
import { readAuditFilter } from "~/features/audit/audit-filter.server";
import { auditFigures, auditLines } from "~/features/audit/audit-queries.server";
import { markRead } from "~/features/audit/mark-read.server";
import { recordAudit } from "~/features/audit/record-audit.server";
import { stateActing } from "~/features/audit/state-acting.server";
import type { AuditEntry } from "~/features/audit/record-audit.server";
import { addPayeeAccount } from "~/features/organizations/add-payee-account.server";
import { newId } from "~/kernel/ids";
import { sha256Of } from "~/platform/storage.server";
import { buildCommunity, buildPlatformDesk } from "#db/seed/builders/organizations";
import { asDatabaseOwner, testDatabase } from "#tests/support/database";
import { brokenInvariants } from "#tests/support/invariants";

const db = await testDatabase();
const everything = { organizationId: null };
const filter = (search = "") => readAuditFilter(new URLSearchParams(search));
const broken = () => brokenInvariants(db, (name) => name.includes("audit-chain"));
const edited = (organizationId: string, more: Partial<AuditEntry> = {}): AuditEntry => ({
  actorId: null,
  action: "organization.profile_edited",
  subject: { kind: "organization", id: organizationId },
  organizationId,
  ...more,
});
const write = (entry: AuditEntry) => db.transaction().execute((trx) => recordAudit(trx, entry));

describe("the chain of the audit log", () => {
  afterEach(async () => expect(await broken()).toEqual([]));

  test("ties each line to the one before it, also when many write at once", async () => {
    const { organizationId } = await buildCommunity(db);
    await Promise.all(Array.from({ length: 30 }, () => write(edited(organizationId))));
    const chain = await db.selectFrom("audit_chain").select(["seq", "prev_hash", "hash"]).orderBy("seq").execute();
    expect(chain.length).toBeGreaterThanOrEqual(30);
    expect(chain.map((link) => link.seq)).toEqual(chain.map((_, index) => BigInt(index + 1)));
    expect(chain.slice(1).map((link) => link.prev_hash)).toEqual(chain.slice(0, -1).map((link) => link.hash));
  });

  test("holds no line of what was rolled back", async () => {
    const { organizationId } = await buildCommunity(db);
    const before = (await auditFigures(db, filter())).all;
    const undone = db.transaction().execute(async (trx) => {
      await recordAudit(trx, edited(organizationId));
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect((await auditFigures(db, filter())).all).toBe(before);
  });

  test("can't be written by the application, and tells what an owner has changed", async () => {
    const { organizationId } = await buildCommunity(db);
    await write(edited(organizationId));
    await expect(sql`update audit_chain set hash = 'x'`.execute(db)).rejects.toThrow(/permission denied/);
    await expect(sql`delete from audit_log`.execute(db)).rejects.toThrow(/permission denied/);
    const { id, details } = await db.selectFrom("audit_log").select(["id", "details"]).limit(1).executeTakeFirstOrThrow();
    const set = (value: unknown) =>
      asDatabaseOwner((owner) =>
        owner
          .updateTable("audit_log")
          .set({ details: JSON.stringify(value) })
          .where("id", "=", id)
          .execute(),
      );
    await set({ note: "diubah" });
    expect((await broken())[0]).toContain("line does not hold its own hash");
    await set(details);
  });
});

describe("a line", () => {
  test("holds in whose name and how somebody acted, and leads to what the same transaction wrote", async () => {
    const { organizationId, treasurer } = await buildCommunity(db, { name: "LK3 Jejak" });
    const id = await db.transaction().execute(async (trx) => {
      await stateActing(trx, {
        organizationId,
        organizationName: "LK3 Jejak",
        roles: ["treasurer"],
        factor: "proven",
        device: "Firefox, Linux",
      });
      await addPayeeAccount(trx, treasurer, {
        key: newId(),
        organizationId,
        kind: "own",
        bankName: "Bank Contoh",
        accountNumber: "9876543210",
        holderName: "LK3 Jejak",
        villageRegulation: null,
        proof: null,
      });
      await recordAudit(trx, edited(organizationId, { actorId: treasurer.userId }));
      const row = await trx.selectFrom("audit_log").select("id").where("action", "=", "payee_account.added").executeTakeFirstOrThrow();
      return row.id;
    });
    const entry = await findAuditEntry(db, id);
    expect(entry).toMatchObject({
      office: { roles: ["treasurer"], organizationName: "LK3 Jejak", noted: true },
      factor: "proven",
      device: "Firefox, Linux",
      weight: "unread",
      lines: [{ action: "organization.profile_edited" }],
      // The alarm about the account goes to the chair and the treasurer.
      emails: [{ addresses: ["o•••@contoh.example", "o•••@contoh.example"], status: "queued" }],
    });
    // Another transaction knows nothing of it.
    await write(edited(organizationId, { actorId: treasurer.userId }));
    const [latest] = (await auditLines(db, everything, filter())).lines;
    expect(latest).toMatchObject({ office: { noted: false, roles: ["treasurer"] }, factor: null, device: null });
  });

  test("is found by role, by group, by object, by number and by part of a detail", async () => {
    const { organizationId, chair } = await buildCommunity(db, { name: "Lembaga Saringan" });
    const details = { reason: "alasan yang dicari" };
    await write({ ...edited(organizationId, { actorId: chair.userId, details }), action: "organization.frozen" });
    const found = async (search: string) => (await auditLines(db, everything, filter(search))).lines;
    const [line] = await found("q=alasan+yang+dicari");
    expect(line).toMatchObject({ action: "organization.frozen", organizationName: "Lembaga Saringan" });
    const ids = async (search: string) => (await found(search)).map(({ id }) => id);
    expect(await ids(`q=${line?.seq}`)).toContain(line?.id);
    expect(await ids(`objek=${organizationId}&peran=chair&kelompok=access`)).toEqual([line?.id]);
    expect(await ids(`objek=${organizationId}&kelompok=core`)).toEqual([line?.id]);
    expect(await ids(`objek=${organizationId}&kelompok=unread`)).toEqual([line?.id]);
    expect(await ids(`objek=${organizationId}&kelompok=money`)).toEqual([]);
    expect(await ids(`objek=${organizationId}&peran=verifier`)).toEqual([]);
    expect(await ids(`objek=${organizationId}&peran=system`)).toEqual([]);
  });
});

describe("reading", () => {
  test("an auditor marks a line that deserves it, once; nobody else, and no other line", async () => {
    const [{ organizationId }, desk] = [await buildCommunity(db), await buildPlatformDesk(db)];
    await write({ ...edited(organizationId), action: "organization.frozen" });
    await write(edited(organizationId));
    const [plain, heavy] = (await auditLines(db, everything, filter(`objek=${organizationId}`))).lines;
    const mark = (actor: typeof desk.auditor, auditId: string) =>
      db.transaction().execute((trx) => markRead(trx, actor, { auditId, note: "sudah ditanyakan" }));
    const before = (await auditFigures(db, filter())).unread;
    await expect(mark(desk.administrator, heavy?.id ?? "")).rejects.toMatchObject({ code: "not_allowed" });
    await expect(mark(desk.auditor, plain?.id ?? "")).rejects.toMatchObject({ code: "entry_not_found" });
    await mark(desk.auditor, heavy?.id ?? "");
    await expect(mark(desk.auditor, heavy?.id ?? "")).rejects.toMatchObject({ code: "entry_read_already" });
    expect((await auditFigures(db, filter())).unread).toBe(before - 1);
    expect(await findAuditEntry(db, heavy?.id ?? "")).toMatchObject({
      weight: "read",
      reading: { by: desk.auditor.name, note: "sudah ditanyakan" },
      others: 1,
    });
    const [log] = (await auditLines(db, everything, filter())).lines;
    expect(log).toMatchObject({ action: "audit.read", subjectId: heavy?.id, details: { note: "sudah ditanyakan" } });
  });
});

describe("the file", () => {
  const file = async (scope: { organizationId: string | null }, search: string) => {
    let text = "";
    for await (const part of auditFile(db, scope, filter(search), { language: "id", search })) text += part;
    return text;
  };

  test("ends with the fingerprint of everything above, and runs no formula", async () => {
    const { organizationId } = await buildCommunity(db);
    await write(edited(organizationId, { details: { name: "=HYPERLINK(1)" }, actorId: null }));
    await write({ ...edited(organizationId, { details: { reason: "-1+1" } }), action: "organization.frozen" });
    const text = await file(everything, `?objek=${organizationId}`);
    const lines = text.split("\r\n").filter(Boolean);
    expect(lines).toHaveLength(4);
    const above = `${lines.slice(0, -1).join("\r\n")}\r\n`;
    expect(lines.at(-1)?.split(",")[1]).toBe(sha256Of(new TextEncoder().encode(above)));
    expect(text).toContain("nama: =HYPERLINK(1)");
    expect(text).not.toMatch(/(^|,|\n)"?[=+@-]/);
  });

  test("of an organisation says nothing of how others acted", async () => {
    const [{ organizationId, chair }, desk] = [await buildCommunity(db), await buildPlatformDesk(db)];
    await db.transaction().execute(async (trx) => {
      await stateActing(trx, {
        organizationId: desk.organizationId,
        organizationName: "Meja",
        roles: ["verifier"],
        factor: "proven",
        device: "Chrome, Android",
      });
      await recordAudit(trx, edited(organizationId, { actorId: desk.verifier.userId }));
    });
    await write(edited(organizationId, { actorId: chair.userId }));
    const text = await file({ organizationId }, "");
    expect(text).toContain(chair.name);
    expect(text).toContain("Ketua");
    for (const hidden of [desk.verifier.name, "Android", "Verifikator"]) expect(text).not.toContain(hidden);
    expect(await file({ organizationId }, "?peran=verifier")).not.toContain("organization.profile_edited");
  });
});
