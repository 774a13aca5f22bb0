import { describe, expect, test, vi } from "vitest";
import { countUnread } from "~/features/notifications/notice-queries.server";
import { newId } from "~/kernel/ids";
import { atTime, now } from "~/platform/clock.server";
import { queueEmail } from "~/platform/outbox.server";
import { buildCommunity } from "#db/seed/builders/organizations";
import { buildActor } from "#db/seed/builders/people";
import { emails } from "#emails/registry";
import { testDatabase } from "#tests/support/database";
import { answerOf } from "#tests/support/routes";

vi.mock("~/features/identity/session.server", () => ({
  readSession: async (request: Request) => {
    const userId = request.headers.get("x-test-user");
    return userId ? { userId, sessionId: "test", factor: "proven" } : null;
  },
}));

const db = await testDatabase();
const page = await import("~/routes/account/notices");
const open = await import("~/routes/account/open-notice");
const readAll = await import("~/routes/account/read-notices");
const root = await import("~/root");

type Page = { lines: { id: string; organizationName: string | null }[]; filter: string; unread: number; until: string };

async function told(organizationId: string | null = null) {
  const actor = await buildActor(db);
  const { example } = emails["proposal-published"];
  const to = { email: actor.email, language: "id" as const, organizationId };
  await queueEmail(db, { template: "proposal-published", to, props: example, dedupeKey: newId() });
  return actor;
}

async function shown(actor: Parameters<typeof answerOf>[1], search = "") {
  return (await answerOf(page.loader, actor, { search })).data as Page;
}

describe("the page of news", () => {
  test("shows one's own and marks nothing by being looked at", async () => {
    const [actor, other] = [await told(), await told()];
    const { lines, unread } = await shown(actor);
    expect([lines.length, unread]).toEqual([1, 1]);
    expect((await shown(other)).lines[0]?.id).not.toBe(lines[0]?.id);
    expect((await shown(actor)).unread).toBe(1);
    expect((await answerOf(root.loader, actor)).data).toMatchObject({ unread: 1 });
  });

  test("reads what the address asks for, and survives what it can't read", async () => {
    const actor = await told();
    expect(await shown(actor, "?saring=tindakan")).toMatchObject({ filter: "asks", lines: [] });
    expect(await shown(actor, "?saring=apa&sebelum=x&sesudah=%27")).toMatchObject({ filter: "all", lines: [{}] });
  });

  test("names the organisation only for whoever works for several", async () => {
    const [one, other] = [await buildCommunity(db), await buildCommunity(db)];
    const to = { email: one.chair.email, language: "id" as const, organizationId: one.organizationId };
    await queueEmail(db, { template: "proposal-published", to, props: emails["proposal-published"].example, dedupeKey: newId() });
    expect((await shown(one.chair)).lines[0]?.organizationName).toBeNull();
    const chair = { organization_id: other.organizationId, user_id: one.chair.userId, role: "chair" as const, created_at: now() };
    await db.insertInto("memberships").values(chair).execute();
    expect((await shown(one.chair)).lines[0]?.organizationName).toEqual(expect.any(String));
  });
});

describe("opening a line", () => {
  test("marks it and leads where it leads", async () => {
    const actor = await told();
    const id = (await shown(actor)).lines[0]?.id ?? "";
    const { pathname } = new URL(emails["proposal-published"].example.url);
    expect(await answerOf(open.action, actor, { params: { id }, fields: {} })).toMatchObject({ status: 303, location: pathname });
    expect(await countUnread(db, actor.userId)).toBe(0);
  });

  test("is no page for anybody else", async () => {
    const [actor, other] = [await told(), await told()];
    const id = (await shown(actor)).lines[0]?.id ?? "";
    expect("loader" in open).toBe(false);
    for (const wrong of [id, newId(), "apa"])
      expect(await answerOf(open.action, other, { params: { id: wrong }, fields: {} })).toMatchObject({ status: 404 });
    expect(await countUnread(db, actor.userId)).toBe(1);
  });
});

test("marking all leaves what came after the page was shown", async () => {
  const actor = await told();
  const { until } = await shown(actor);
  const later = new Date(Date.parse(until) + 60_000);
  const to = { email: actor.email, language: "id" as const };
  await atTime(later, () =>
    queueEmail(db, { template: "report-published", to, props: emails["report-published"].example, dedupeKey: newId() }),
  );
  const mark = (sampai: string) => answerOf(readAll.action, actor, { fields: { sampai } });
  expect(await mark(until)).toMatchObject({ status: 303, location: "/kabar", said: { tone: "ok" } });
  expect(await countUnread(db, actor.userId)).toBe(1);
  expect(await mark("2999-01-01T00:00:00Z")).toMatchObject({ status: 303 });
  expect(await mark("kapan")).toMatchObject({ status: 303 });
  expect(await countUnread(db, actor.userId)).toBe(1);
});
