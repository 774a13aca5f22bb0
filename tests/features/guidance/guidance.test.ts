import { describe, expect, test } from "vitest";
import { confirmFollow, followGuidance, forgetUnconfirmed, stopFollow } from "~/features/guidance/follow-guidance.server";
import { signLink } from "~/features/guidance/follow-link.server";
import { isMeantFor, readingMinutes } from "~/features/guidance/guidance";
import { browseGuidance, findArticle, guidanceFor } from "~/features/guidance/guidance-queries.server";
import { readGuidanceFilter } from "~/features/guidance/guidance-filter";
import { publishArticle } from "~/features/guidance/publish-article.server";
import { type ArticleText, saveArticle, startArticle } from "~/features/guidance/save-article.server";
import { tellGuidance } from "~/features/guidance/tell-guidance.server";
import { withdrawArticle } from "~/features/guidance/withdraw-article.server";
import { addDays } from "~/kernel/dates";
import { newId } from "~/kernel/ids";
import { atTime, now, today } from "~/platform/clock.server";
import { buildCommunity, buildPractitioner } from "#db/seed/builders/organizations";
import { testDatabase } from "#tests/support/database";
import { organizationsOn } from "#tests/support/organizations";

const db = await testDatabase();
const { run } = await organizationsOn(db);
const officer = await buildPractitioner(db, { element: "functional_extension_officer" });

function text(overrides: Partial<ArticleText> = {}): ArticleText {
  return {
    title: "Kapan kuitansi perlu meterai",
    summary: "Satu meterai untuk tiap kuitansi di atas lima juta.",
    body: "Meterai dikenakan pada surat yang menyatakan penerimaan uang lebih dari lima juta rupiah, satu lembar satu meterai.",
    topic: "receipts",
    areas: [],
    elements: [],
    regulations: [],
    ...overrides,
  };
}

async function started(overrides: Partial<ArticleText> = {}): Promise<string> {
  const input = { key: newId(), organizationId: officer.organizationId, ...text(overrides) };
  return (await run(startArticle, officer.person, input)).articleId;
}

async function published(overrides: Partial<ArticleText> = {}) {
  const articleId = await started(overrides);
  return { articleId, ...(await run(publishArticle, officer.person, { articleId, revision: 1, change: "Terbit pertama", tell: false })) };
}

function filter(query = "") {
  return readGuidanceFilter(new URLSearchParams(query));
}

async function mailsTo(email: string): Promise<string[]> {
  const rows = await db.selectFrom("email_messages").select("template").where("to_address", "=", email).orderBy("id").execute();
  return rows.map((row) => row.template);
}

describe("guidance is written", () => {
  test("by extension officers whose standing holds, and nobody else", async () => {
    const psm = await buildPractitioner(db);
    const lapsed = await buildPractitioner(db, { element: "functional_extension_officer" });
    await db
      .updateTable("organizations")
      .set({ standing_valid_until: addDays(today(), -1) })
      .where("id", "=", lapsed.organizationId)
      .execute();
    const start = (who: typeof psm) => run(startArticle, who.person, { key: newId(), organizationId: who.organizationId, ...text() });
    await expect(start(psm)).rejects.toMatchObject({ code: "not_allowed" });
    await expect(start(lapsed)).rejects.toMatchObject({ code: "practitioner_standing_invalid" });
    const articleId = await started();
    await expect(run(saveArticle, psm.person, { articleId, revision: 1, ...text() })).rejects.toMatchObject({ code: "not_allowed" });
  });

  test("as a draft that nobody sees, once for one form", async () => {
    const input = { key: newId(), organizationId: officer.organizationId, ...text({ title: "Hanya draf dulu" }) };
    const first = await run(startArticle, officer.person, input);
    expect(await run(startArticle, officer.person, input)).toEqual(first);
    expect((await browseGuidance(db, filter("q=draf+dulu"))).rows).toEqual([]);
  });

  test("without losing what another page saved meanwhile, and only for areas that exist", async () => {
    const articleId = await started();
    await run(saveArticle, officer.person, { articleId, revision: 1, ...text({ title: "Judul kedua" }) });
    await expect(run(saveArticle, officer.person, { articleId, revision: 1, ...text() })).rejects.toMatchObject({ code: "stale_version" });
    await expect(run(saveArticle, officer.person, { articleId, revision: 2, ...text({ areas: ["99.99"] }) })).rejects.toMatchObject({
      code: "area_unknown",
    });
    await run(saveArticle, officer.person, { articleId, revision: 2, ...text({ areas: ["33.16.05.1015", "33.16.05"] }) });
    const { areas } = await db.selectFrom("guidance_articles").select("areas").where("id", "=", articleId).executeTakeFirstOrThrow();
    expect(areas).toEqual(["33.16.05"]);
  });
});

describe("guidance is published", () => {
  test("only when nothing lacks", async () => {
    for (const [lacking, code] of [
      [{ title: "Pendek" }, "title_short"],
      [{ summary: "" }, "summary_short"],
      [{ body: "Belum ada" }, "body_short"],
    ] as const) {
      const articleId = await started(lacking);
      await expect(run(publishArticle, officer.person, { articleId, revision: 1, change: "Terbit", tell: false })).rejects.toMatchObject({
        code,
      });
    }
  });

  test("at an address of its own, with every version kept, and taken back with a reason", async () => {
    const [one, other] = await Promise.all([published({ title: "Judul yang sama" }), published({ title: "Judul yang sama" })]);
    expect(new Set([one.slug, other.slug])).toEqual(new Set(["judul-yang-sama", "judul-yang-sama-2"]));
    const { articleId, slug } = one;
    await run(saveArticle, officer.person, { articleId, revision: 1, ...text({ title: "Judul yang lain" }) });
    expect((await findArticle(db, slug))?.shown.title).toBe("Judul yang sama");
    await run(publishArticle, officer.person, { articleId, revision: 2, change: "Judulnya", tell: false });
    const article = await findArticle(db, slug);
    expect([article?.shown.title, article?.versions.map((version) => version.n)]).toEqual(["Judul yang lain", [2, 1]]);
    expect((await findArticle(db, slug, 1))?.shown.title).toBe("Judul yang sama");
    expect(await findArticle(db, slug, 7)).toBeUndefined();
    await run(withdrawArticle, officer.person, { articleId, reason: "Aturannya sudah diganti." });
    await expect(run(withdrawArticle, officer.person, { articleId, reason: "Sekali lagi, ya." })).rejects.toMatchObject({
      code: "transition_not_allowed",
    });
    expect(await findArticle(db, slug)).toMatchObject({ status: "withdrawn", withdrawnReason: "Aturannya sudah diganti." });
    expect((await browseGuidance(db, filter())).rows.map((row) => row.id)).not.toContain(articleId);
  });

  test("and its versions can't be changed afterwards, not by the application either", async () => {
    await published();
    await expect(db.updateTable("guidance_versions").set({ title: "Lain" }).execute()).rejects.toThrow(/permission denied/);
  });
});

describe("readers find guidance", () => {
  test("by words, element, area and subject; what has none is for all", async () => {
    const { slug } = await published({ title: "Cuaca dan lumbung", areas: ["33.16.06"], elements: ["karang_taruna"], topic: "emergency" });
    const finds = async (query: string) => (await browseGuidance(db, filter(query))).rows.some((row) => row.slug === slug);
    expect(await finds("q=LUMBUNG+cuaca")).toBe(true);
    expect(await finds("q=lumbung+lain%25")).toBe(false);
    expect(await finds("elemen=karang-taruna&wilayah=33.16.06.2004&pokok=darurat")).toBe(true);
    expect(await finds("elemen=lks")).toBe(false);
    expect(await finds("wilayah=33.16.05")).toBe(false);
    expect(await finds("elemen=tidak-ada&wilayah=x&halaman=-4")).toBe(true);
    const here = await buildCommunity(db, { areaCode: "33.16.06.2004" });
    const there = await buildCommunity(db, { areaCode: "33.16.05.1015" });
    expect((await guidanceFor(db, here.organizationId)).map((row) => row.slug)).toContain(slug);
    expect((await guidanceFor(db, there.organizationId)).map((row) => row.slug)).not.toContain(slug);
  });

  test("a reader who says nothing is meant by everything", () => {
    expect(isMeantFor({ areas: ["33"], elements: ["lks"] }, {})).toBe(true);
    expect(isMeantFor({ areas: ["33.1"], elements: [] }, { area: "33.16" })).toBe(false);
    expect(readingMinutes("")).toBe(1);
    expect(readingMinutes("kata ".repeat(361))).toBe(3);
  });
});

describe("readers follow guidance", () => {
  const follow = (email: string, overrides: object = {}) =>
    followGuidance(db, { email, language: "id", areaCode: null, element: null, place: newId(), confirmed: false, ...overrides });
  const followerOf = (email: string) =>
    db.selectFrom("guidance_followers").selectAll().where("email", "=", email).executeTakeFirstOrThrow();

  test("after the link of an email was confirmed, for what concerns them, each version once", async () => {
    await follow("a@contoh.example", { element: "lks" });
    await follow("b@contoh.example", { element: "karang_taruna", areaCode: "33.16.06" });
    await follow("c@contoh.example", { confirmed: true });
    expect([await mailsTo("a@contoh.example"), await mailsTo("c@contoh.example")]).toEqual([["guidance-follow"], []]);
    for (const email of ["a@contoh.example", "b@contoh.example"]) {
      const token = signLink("follow", (await followerOf(email)).id);
      await confirmFollow(db, { token });
      await confirmFollow(db, { token });
    }
    await follow("d@contoh.example");
    const { articleId } = await published({ elements: ["karang_taruna"] });
    const told = () => db.transaction().execute((trx) => tellGuidance(trx, { articleId, version: 1 }));
    await told();
    await told();
    expect(await mailsTo("a@contoh.example")).toEqual(["guidance-follow"]);
    expect(await mailsTo("b@contoh.example")).toEqual(["guidance-follow", "guidance-published"]);
    expect(await mailsTo("c@contoh.example")).toEqual(["guidance-published"]);
    expect(await mailsTo("d@contoh.example")).toEqual(["guidance-follow"]);
  });

  test("until they stop, by a link that only we can make", async () => {
    await follow("e@contoh.example", { confirmed: true });
    const { id } = await followerOf("e@contoh.example");
    for (const token of [
      "",
      "x.y.z",
      signLink("follow", id),
      `${signLink("stop", id)}x`,
      signLink("stop", newId()).replace(/^[^.]+/, id),
    ]) {
      await expect(stopFollow(db, { token })).rejects.toMatchObject({ code: "link_expired" });
    }
    await stopFollow(db, { token: signLink("stop", id) });
    await stopFollow(db, { token: signLink("stop", id) });
    expect(await db.selectFrom("guidance_followers").select("id").where("id", "=", id).execute()).toEqual([]);
  });

  test("a link that confirms works for a week, then the address is forgotten", async () => {
    await follow("f@contoh.example");
    const token = signLink("follow", (await followerOf("f@contoh.example")).id);
    await atTime(new Date(now().getTime() + 8 * 86_400_000), async () => {
      await expect(confirmFollow(db, { token })).rejects.toMatchObject({ code: "link_expired" });
      await forgetUnconfirmed(db);
    });
    await expect(followerOf("f@contoh.example")).rejects.toThrow();
  });

  test("not without end from one place or for one address", async () => {
    const place = newId();
    const many = Array.from({ length: 31 }, (_, index) => follow(`g${index}@contoh.example`, { place, confirmed: true }));
    const refused = (await Promise.allSettled(many)).filter((outcome) => outcome.status === "rejected");
    expect(refused.map((outcome) => (outcome.reason as { code: string }).code)).toEqual(["rate_limited"]);
    for (let n = 0; n < 5; n += 1) await follow("h@contoh.example");
    await expect(follow("h@contoh.example")).rejects.toMatchObject({ code: "rate_limited" });
  });
});
