import { describe, expect, test } from "vitest";
import { chooseNews, newsChoicesOf } from "~/features/notifications/choose-news.server";
import { kindsFor, type NewsChoice } from "~/features/notifications/news";
import { sendDigests } from "~/features/notifications/send-digests.server";
import { readUnsubscription, unsubscribe, unsubscribeUrlFor } from "~/features/notifications/unsubscribe.server";
import { newId } from "~/kernel/ids";
import { queueEmail } from "~/platform/outbox.server";
import { buildActor } from "#db/seed/builders/people";
import type { OptionalKind } from "#emails/kinds";
import { type EmailName, emails } from "#emails/registry";
import { renderEmail } from "#emails/render";
import { testDatabase } from "#tests/support/database";

const db = await testDatabase();

async function wanting(choice: NewsChoice, kind: OptionalKind = "programs") {
  const actor = await buildActor(db);
  await db.transaction().execute((trx) => chooseNews(trx, actor, { [kind]: choice }));
  return actor;
}

function queue(email: string, template: EmailName = "proposal-published", dedupeKey: string = newId()) {
  return queueEmail(db, { template, to: { email, language: "id" }, props: emails[template].example as never, dedupeKey });
}

async function messages(email: string) {
  const rows = await db
    .selectFrom("email_messages")
    .select(["template", "status", "props"])
    .where("to_address", "=", email)
    .orderBy("id")
    .execute();
  return rows.map((row) => `${row.template} ${row.status}`);
}

describe("optional news", () => {
  test("comes at once to whoever has not chosen, and to addresses without an account", async () => {
    const { email, userId } = await buildActor(db);
    await queue(email);
    await queue("bagian.keuangan@contoh.example");
    expect(await messages(email)).toEqual(["proposal-published queued"]);
    expect(await messages("bagian.keuangan@contoh.example")).toEqual(["proposal-published queued"]);
    expect(new Set(Object.values(await newsChoicesOf(db, userId)))).toEqual(new Set(["immediately"]));
  });

  test("is not queued once it is off; required news still is", async () => {
    const { email } = await wanting("off");
    await queue(email);
    await queue(email, "payment-received");
    await queue(email, "password-changed");
    expect(await messages(email)).toEqual(["payment-received queued", "password-changed queued"]);
  });

  test("is held for one digest a day, which tells each item once", async () => {
    const { email } = await wanting("daily");
    await queue(email, "proposal-published", "satu");
    await queue(email, "proposal-published", "satu");
    await queue(email, "proposal-published", "dua");
    expect(await messages(email)).toEqual(["proposal-published held", "proposal-published held"]);
    await Promise.all([sendDigests(db), sendDigests(db)]);
    await sendDigests(db);
    expect(await messages(email)).toEqual(["proposal-published digested", "proposal-published digested", "daily-digest queued"]);
    const { props } = await db
      .selectFrom("email_messages")
      .select("props")
      .where("to_address", "=", email)
      .where("template", "=", "daily-digest")
      .executeTakeFirstOrThrow();
    const { url } = emails["proposal-published"].example;
    const title = emails["proposal-published"].subject.id(emails["proposal-published"].example);
    expect((props as { items: object[] }).items).toMatchObject([
      { title, url },
      { title, url },
    ]);
  });

  test("is offered by where one works", () => {
    expect(kindsFor([])).toEqual([]);
    expect(kindsFor([{ kind: "company" }])).toEqual(["reports"]);
    expect(kindsFor([{ kind: "platform" }, { kind: "community" }])).toEqual(["pledges", "receipts", "programs", "reports", "desk"]);
  });
});

describe("the link that ends news", () => {
  test("stands in optional mail alone, and works without signing in", async () => {
    const { email, userId } = await buildActor(db);
    expect(await unsubscribeUrlFor(db, "payment-received", email)).toBeNull();
    expect(await unsubscribeUrlFor(db, "proposal-published", "tanpa.akun@contoh.example")).toBeNull();
    const url = (await unsubscribeUrlFor(db, "proposal-published", email)) ?? "";
    const mail = emails["proposal-published"];
    const { html, text } = await renderEmail(mail, mail.example, "id", url);
    expect(html).toContain(`href="${url}"`);
    expect(text).toContain("berhenti menerima");
    expect((await renderEmail(mail, mail.example, "id")).text).not.toContain("berhenti menerima");

    const token = url.split("/").pop() ?? "";
    const end = () => unsubscribe(db, { token });
    await end();
    await end();
    expect(await newsChoicesOf(db, userId)).toMatchObject({ programs: "off", reports: "immediately" });
  });

  test("can't be made up or turned to another person or kind", async () => {
    const [one, other] = [await buildActor(db), await buildActor(db)];
    const token = ((await unsubscribeUrlFor(db, "proposal-published", one.email)) ?? "").split("/").pop() ?? "";
    const forged = [
      token.replace(one.userId, other.userId),
      token.replace("programs", "reports"),
      `${token}x`,
      token.slice(0, -1),
      "",
      "a~b~c",
    ];
    for (const wrong of forged) {
      expect(readUnsubscription(wrong)).toBeUndefined();
      await expect(unsubscribe(db, { token: wrong })).rejects.toMatchObject({ code: "link_expired" });
    }
  });
});
