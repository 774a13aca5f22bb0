import type { Kysely } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { checkStandingDocument } from "~/features/organizations/check-standing-document.server";
import { submitStandingDocument } from "~/features/organizations/submit-standing-document.server";
import { findCommunityProfile } from "~/features/reporting/community-profile.server";
import { addDays } from "~/kernel/dates";
import { newId } from "~/kernel/ids";
import { today } from "~/platform/clock.server";
import { type BuiltCommunity, type BuiltDesk, buildCommunity, buildPlatformDesk } from "#db/seed/builders/organizations";
import type { DB } from "#db/types.generated";
import { paper } from "#tests/support/cycle";
import { testDatabase } from "#tests/support/database";

let db: Kysely<DB>;
let community: BuiltCommunity;
let desk: BuiltDesk;
beforeAll(async () => {
  db = await testDatabase();
  community = await buildCommunity(db, { name: "Karang Taruna Uji Masa Bakti", element: "karang_taruna" });
  desk = await buildPlatformDesk(db);
});

async function decree(validUntil: string): Promise<string> {
  const input = { key: newId(), organizationId: community.organizationId, kind: "village_decree", number: "1/2026", issuer: "Kepala Desa" };
  const issued = { issuedOn: addDays(today(), -40), validUntil, file: paper("sk.pdf") };
  const { documentId } = await db.transaction().execute((trx) => submitStandingDocument(trx, community.chair, { ...input, ...issued }));
  return documentId;
}

async function decide(documentId: string, accepted: boolean): Promise<void> {
  await db.transaction().execute((trx) => checkStandingDocument(trx, desk.verifier, { documentId, accepted, note: "Dilihat." }));
}

async function shownTerms(): Promise<(string | undefined)[]> {
  const { slug } = await db.selectFrom("organizations").select("slug").where("id", "=", community.organizationId).executeTakeFirstOrThrow();
  const profile = await findCommunityProfile(db, slug);
  return (profile?.proofs ?? []).flatMap(({ term }) => (term ? [term.until] : []));
}

test("a term that was proven stays in public until its replacement is accepted", async () => {
  const [first, second, third] = [365, 730, 1095].map((days) => addDays(today(), days)) as [string, string, string];
  const held = await decree(first);
  expect(await shownTerms()).not.toContain(first);
  await decide(held, true);
  expect(await shownTerms()).toEqual([first]);
  const refused = await decree(second);
  expect(await shownTerms()).toEqual([first]);
  await decide(refused, false);
  expect(await shownTerms()).toEqual([first]);
  await decide(await decree(third), true);
  expect(await shownTerms()).toEqual([third]);
});
