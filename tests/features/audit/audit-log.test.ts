import { describe, expect, test } from "vitest";
import { readAuditFilter } from "~/features/audit/audit-filter.server";
import { auditKinds, auditLines, auditPageSize } from "~/features/audit/audit-queries.server";
import { recordAudit } from "~/features/audit/record-audit.server";
import { removeMember } from "~/features/organizations/remove-member.server";
import { newId } from "~/kernel/ids";
import { atTime } from "~/platform/clock.server";
import { buildCommunity, buildPlatformDesk } from "#db/seed/builders/organizations";
import { testDatabase } from "#tests/support/database";

const db = await testDatabase();
const start = new Date("2026-11-20T03:00:00Z");
const filter = (search = "") => readAuditFilter(new URLSearchParams(search));

async function edited(actorId: string | null, organizationId: string, minute: number) {
  await atTime(new Date(start.getTime() + minute * 60_000), () =>
    db.transaction().execute((trx) =>
      recordAudit(trx, {
        actorId,
        action: "organization.profile_edited",
        subject: { kind: "organization", id: organizationId },
        organizationId,
      }),
    ),
  );
}

describe("the log of an organisation", () => {
  test("tells its own lines alone, with the names of its members and of nobody else", async () => {
    const [mine, other] = [await buildCommunity(db), await buildCommunity(db)];
    const desk = await buildPlatformDesk(db);
    await edited(mine.chair.userId, mine.organizationId, 0);
    await edited(desk.verifier.userId, mine.organizationId, 1);
    await edited(other.chair.userId, mine.organizationId, 2);
    await edited(null, mine.organizationId, 3);
    await edited(other.chair.userId, other.organizationId, 4);
    const { lines } = await auditLines(db, mine, filter());
    expect(lines.map((line) => line.actor)).toEqual([
      { who: "system" },
      { who: "other" },
      { who: "desk" },
      { who: "person", name: mine.chair.name },
    ]);
    const { kinds } = await auditKinds(db, mine);
    expect(kinds).toEqual(["organization"]);
    // Somebody else's name can't be found out by filtering either.
    expect((await auditLines(db, mine, filter(`orang=${encodeURIComponent(desk.verifier.name)}`))).lines).toEqual([]);
    expect((await auditLines(db, mine, filter(`orang=${encodeURIComponent(mine.chair.name)}`))).lines).toHaveLength(1);
    expect((await auditLines(db, { organizationId: null }, filter(`orang=${encodeURIComponent(desk.verifier.name)}`))).lines).toHaveLength(
      1,
    );
  });

  test("goes on from page to page without losing or repeating a line, also among lines of one moment", async () => {
    const { organizationId, chair } = await buildCommunity(db);
    for (let n = 0; n < auditPageSize + 7; n += 1) await edited(chair.userId, organizationId, Math.floor(n / 20));
    const first = await auditLines(db, { organizationId }, filter());
    const second = await auditLines(db, { organizationId }, filter(`setelah=${first.next}`));
    expect([first.lines.length, second.lines.length, second.next]).toEqual([auditPageSize, 7, null]);
    expect(new Set([...first.lines, ...second.lines].map((line) => line.id)).size).toBe(auditPageSize + 7);
  });

  test("is filtered by kind, action and days, and ignores what can't be read", async () => {
    const { organizationId, chair, editor } = await buildCommunity(db);
    await edited(chair.userId, organizationId, 0);
    await db.transaction().execute((trx) => removeMember(trx, chair, { organizationId, userId: editor.userId }));
    const count = async (search: string) => (await auditLines(db, { organizationId }, filter(search))).lines.length;
    expect(await count("hal=user")).toBe(1);
    expect(await count("tindakan=organization.profile_edited")).toBe(1);
    expect(await count("dari=2026-11-20&sampai=2026-11-20")).toBe(1);
    expect(await count("hal=<script>&tindakan=x&dari=kemarin&setelah=1")).toBe(2);
    expect(await count(`setelah=${newId()}`)).toBe(0);
  });
});
