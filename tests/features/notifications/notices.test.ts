import { describe, expect, test } from "vitest";
import { chooseNews } from "~/features/notifications/choose-news.server";
import { forgetNotices } from "~/features/notifications/forget-notices.server";
import { countAsks, countUnread, listNotices, mailFailsSince, noticePageSize } from "~/features/notifications/notice-queries.server";
import { openNotice, readNotices } from "~/features/notifications/read-notices.server";
import type { Actor } from "~/features/identity/actor";
import { refusePledge } from "~/features/pledges/refuse-pledge.server";
import { submitPledge } from "~/features/pledges/submit-pledge.server";
import { addDays } from "~/kernel/dates";
import { newId } from "~/kernel/ids";
import { atTime, now, today } from "~/platform/clock.server";
import { settleAsks } from "~/platform/notices.server";
import { queueEmail, queueEmails } from "~/platform/outbox.server";
import { buildCompany } from "#db/seed/builders/organizations";
import { buildActor, buildUser } from "#db/seed/builders/people";
import { buildPublishedProgram } from "#db/seed/builders/programs";
import { type EmailName, emails } from "#emails/registry";
import { asDatabaseOwner, testDatabase } from "#tests/support/database";
import { pledgeInput, run } from "#tests/support/pledges";

const db = await testDatabase();
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
const everything = { filter: "all", before: null, after: null } as const;

function message<Name extends EmailName>(email: string, template: Name, changes: object = {}, dedupeKey: string = newId()) {
  const props = { ...emails[template].example, ...changes };
  return { template, to: { email, language: "id" as const }, props: props as never, dedupeKey };
}

function tell(email: string, template: EmailName = "proposal-published", changes: object = {}, dedupeKey?: string) {
  return queueEmail(db, message(email, template, changes, dedupeKey));
}

async function lines({ userId }: Pick<Actor, "userId">, filter: "all" | "asks" | "money" | "security" = "all") {
  const page = await listNotices(db, { userId, language: "id" }, { ...everything, filter });
  return [...page.deadlines, ...page.lines];
}

async function templates(actor: Pick<Actor, "userId">, filter?: "all" | "asks" | "money" | "security") {
  return (await lines(actor, filter)).map(({ template }) => template);
}

describe("writing", () => {
  test("happens with the email, in both languages, for whoever has a confirmed account", async () => {
    const actor = await buildActor(db);
    await tell(actor.email, "pledge-awaiting-approval", { expiresOn: addDays(today(), 9) });
    const [line] = await lines(actor);
    expect(line).toMatchObject({
      title: "Menunggu persetujuan Anda: Rp\u00a039.000.000 untuk Bengkel servis motor untuk 24 pemuda putus sekolah",
      button: "Periksa dan putuskan",
      asks: true,
      dueOn: addDays(today(), 9),
      read: false,
    });
    const english = await listNotices(db, { userId: actor.userId, language: "en" }, everything);
    expect(english.lines[0]).toMatchObject({ button: "Check and decide" });

    await tell("bagian.keuangan@contoh.example");
    const unconfirmed = await buildUser(db, { verified: false });
    await tell(unconfirmed.email);
    expect(await lines(unconfirmed)).toEqual([]);
  });

  test("does not depend on what a person wants by email", async () => {
    for (const choice of ["off", "daily"] as const) {
      const actor = await buildActor(db);
      await run(db, chooseNews, actor, { programs: choice });
      await tell(actor.email);
      expect(await templates(actor)).toEqual(["proposal-published"]);
    }
  });

  test("happens once for one key, and not at all when the rest fails", async () => {
    const actor = await buildActor(db);
    const key = newId();
    await Promise.all([1, 2, 3].map(() => tell(actor.email, "proposal-published", {}, key)));
    expect(await templates(actor)).toEqual(["proposal-published"]);
    const failing = db.transaction().execute(async (trx) => {
      await queueEmail(trx, message(actor.email, "payment-received"));
      throw new Error("the rest fails");
    });
    await expect(failing).rejects.toThrow("the rest fails");
    expect(await templates(actor)).toEqual(["proposal-published"]);
  });

  test("asks the database as often for many as for one", async () => {
    const people = await Promise.all(Array.from({ length: 12 }, () => buildUser(db)));
    const asked = async (some: typeof people) => {
      let count = 0;
      const counting = db.withPlugin({
        transformQuery: ({ node }) => {
          count += 1;
          return node;
        },
        transformResult: async ({ result }) => result,
      });
      await queueEmails(
        counting,
        some.map(({ email }) => message(email, "proposal-published")),
      );
      return count;
    };
    expect(await asked(people)).toBe(await asked(people.slice(0, 1)));
    expect(await countUnread(db, people[0]?.userId ?? "")).toBe(2);
  });

  test("keeps out what lets somebody in, also where the code forgets to", async () => {
    const actor = await buildActor(db);
    for (const template of ["reset-password", "confirm-email", "member-invited", "guidance-follow"] as const)
      await tell(actor.email, template);
    await tell(actor.email, "pledge-approved");
    const kept = await db.selectFrom("notices").selectAll().where("user_id", "=", actor.userId).execute();
    expect(kept.map(({ template }) => template)).toEqual(["pledge-approved"]);
    expect(JSON.stringify(kept)).not.toContain("/bayar/");
    for (const address of ["/gabung/abc", "/bayar/abc", "/akun/dua-langkah/hentikan/abc", "//contoh.example", "https://contoh.example"]) {
      const change = db.updateTable("notices").set({ address }).where("user_id", "=", actor.userId).execute();
      await expect(change).rejects.toThrow(/notices_address/);
    }
  });
});

describe("reading", () => {
  test("opens one's own lines only, and remembers when first", async () => {
    const [actor, other] = [await buildActor(db), await buildActor(db)];
    await tell(actor.email);
    const [line] = await lines(actor);
    const noticeId = line?.id ?? "";
    for (const id of [noticeId, newId(), "bukan-id"]) {
      await expect(run(db, openNotice, other, { noticeId: id })).rejects.toMatchObject({ code: "notice_not_found" });
    }
    expect(await countUnread(db, actor.userId)).toBe(1);
    const first = await run(db, openNotice, actor, { noticeId });
    expect(first.address).toBe("/program/bengkel-servis-motor-untuk-24-pemuda-putus-sekolah");
    const at = () => db.selectFrom("notices").select("read_at").where("id", "=", noticeId).executeTakeFirstOrThrow();
    const { read_at } = await at();
    await atTime(daysAgo(-1), () => run(db, openNotice, actor, { noticeId }));
    expect((await at()).read_at).toEqual(read_at);
    expect(await countUnread(db, actor.userId)).toBe(0);
  });

  test("marks all that was shown, but nothing newer and nobody else's", async () => {
    const [actor, other] = [await buildActor(db), await buildActor(db)];
    for (const { email } of [actor, other]) await tell(email);
    const shown = now();
    await atTime(daysAgo(-1), () => tell(actor.email));
    expect(await run(db, readNotices, actor, { until: shown })).toEqual({ read: 1 });
    expect([await countUnread(db, actor.userId), await countUnread(db, other.userId)]).toEqual([1, 1]);
  });

  test("filters by subject, and puts deadlines first among what asks for something", async () => {
    const actor = await buildActor(db);
    const due = (days: number) => addDays(today(), days);
    await tell(actor.email, "payment-due", { dueOn: due(20) });
    await tell(actor.email, "pledge-awaiting-approval", { expiresOn: due(3) });
    await tell(actor.email, "standing-expiring", { endsOn: due(-1) });
    await tell(actor.email, "revision-requested");
    await tell(actor.email, "password-changed");
    expect(await templates(actor, "asks")).toEqual(["pledge-awaiting-approval", "payment-due", "revision-requested"]);
    expect(await countAsks(db, actor.userId)).toEqual({ asks: 3, unreadWithDeadline: 2 });
    expect(await templates(actor, "money")).toEqual(["pledge-awaiting-approval", "payment-due"]);
    expect(await templates(actor, "security")).toEqual(["password-changed"]);
    await run(db, readNotices, actor, { until: now() });
    expect(await templates(actor, "asks")).toEqual(["pledge-awaiting-approval", "payment-due"]);
  });

  test("goes back and forth by keys", async () => {
    const actor = await buildActor(db);
    const moments = noticePageSize * 2 + 5;
    for (let n = 0; n < moments; n += 1) {
      await atTime(new Date(Date.now() - (moments - n) * 60_000), () => tell(actor.email, "proposal-published", { title: `Kabar ${n}` }));
    }
    const reader = { userId: actor.userId, language: "id" as const };
    const first = await listNotices(db, reader, everything);
    const second = await listNotices(db, reader, { ...everything, before: first.older });
    const third = await listNotices(db, reader, { ...everything, before: second.older });
    const seen = [first, second, third].flatMap((page) => page.lines.map(({ title }) => title));
    expect(seen).toEqual(Array.from({ length: moments }, (_, n) => `Program terbit: Kabar ${moments - 1 - n}`));
    expect([first.newer, third.older]).toEqual([null, null]);
    expect(await listNotices(db, reader, { ...everything, after: third.newer })).toEqual(second);
    expect(await listNotices(db, reader, { ...everything, after: second.newer })).toEqual(first);
    const strange = await listNotices(db, { ...reader, userId: (await buildUser(db)).userId }, { ...everything, before: first.older });
    expect(strange.lines).toEqual([]);
  });
});

describe("what was asked", () => {
  test("is over when somebody else has done it", async () => {
    const [program, company] = [await buildPublishedProgram(db), await buildCompany(db)];
    const { pledgeId } = await run(db, submitPledge, company.officer, pledgeInput(program, company, 1_000_000n));
    expect(await templates(company.approver, "asks")).toEqual(["pledge-awaiting-approval"]);
    const id = { companyId: company.organizationId, proposalId: program.proposalId, pledgeId };
    await run(db, refusePledge, company.approver, { ...id, reason: "overlap", note: "" });
    expect(await templates(company.approver, "asks")).toEqual([]);
    expect(await lines(company.approver)).toMatchObject([{ asks: false, organizationName: expect.any(String) }]);
  });

  test("is over for one organisation or one deadline alone", async () => {
    const actor = await buildActor(db);
    const [one, other] = [newId(), newId()];
    for (const organizationId of [one, other]) {
      const told = message(actor.email, "standing-expiring", { endsOn: addDays(today(), 5) });
      await queueEmail(db, { ...told, to: { ...told.to, organizationId } });
    }
    const address = "/ruang/lembaga/legalitas";
    const settle = (only: object) => db.transaction().execute((trx) => settleAsks(trx, [address], only));
    await settle({ organizationId: newId() });
    await settle({ dueOn: addDays(today(), 6) });
    expect(await countAsks(db, actor.userId)).toMatchObject({ asks: 2 });
    await settle({ organizationId: one });
    expect(await countAsks(db, actor.userId)).toMatchObject({ asks: 1 });
    await settle({ dueOn: addDays(today(), 5) });
    expect(await countAsks(db, actor.userId)).toMatchObject({ asks: 0 });
  });
});

test("lines are kept for twelve months, those about money for good", async () => {
  const actor = await buildActor(db);
  for (const template of ["payment-received", "pledge-received", "proposal-published", "password-changed"] as const)
    await atTime(daysAgo(370), () => tell(actor.email, template));
  await atTime(daysAgo(360), () => tell(actor.email, "report-published"));
  await forgetNotices(db);
  expect(await templates(actor)).toEqual(["report-published", "pledge-received", "payment-received"]);
});

test("the page knows since when emails fail, until one arrives", async () => {
  const { email } = await buildActor(db);
  const set = (at: Date, values: object) =>
    atTime(at, async () => {
      await tell(email);
      await db.updateTable("email_messages").set(values).where("to_address", "=", email).where("created_at", "=", at).execute();
    });
  expect(await mailFailsSince(db, email)).toBeUndefined();
  await set(daysAgo(9), { last_error: "mailbox full" });
  await set(daysAgo(8), { status: "sent", sent_at: daysAgo(8) });
  expect(await mailFailsSince(db, email)).toBeUndefined();
  const since = daysAgo(4);
  await set(since, { last_error: "no such mailbox" });
  await set(daysAgo(2), { status: "failed" });
  expect(await mailFailsSince(db, email)).toEqual(since);
});

test("erasing the person leaves none", async () => {
  const actor = await buildActor(db);
  await tell(actor.email);
  await asDatabaseOwner((owner) => owner.deleteFrom("users").where("id", "=", actor.userId).execute());
  expect(await lines(actor)).toEqual([]);
});
