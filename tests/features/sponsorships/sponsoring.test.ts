import { describe, expect, test } from "vitest";
import { addPayeeAccount } from "~/features/organizations/add-payee-account.server";
import { getOrganization } from "~/features/organizations/organization-queries.server";
import { verifyPayeeAccount } from "~/features/organizations/verify-payee-account.server";
import { answerConsent } from "~/features/proposals/answer-consent.server";
import { askConsent } from "~/features/proposals/ask-consent.server";
import { consentState } from "~/features/proposals/consent";
import { consentOf } from "~/features/proposals/consent-queries.server";
import { findProgramBySlug } from "~/features/proposals/program-queries.server";
import { saveProposalDraft } from "~/features/proposals/save-proposal-draft.server";
import { submitProposal } from "~/features/proposals/submit-proposal.server";
import { answerSponsorship } from "~/features/sponsorships/answer-sponsorship.server";
import { askSponsorship } from "~/features/sponsorships/ask-sponsorship.server";
import { endSponsorship } from "~/features/sponsorships/end-sponsorship.server";
import { sponsorshipsOf } from "~/features/sponsorships/sponsorship-queries.server";
import { newId } from "~/kernel/ids";
import { type BuiltCommunity, buildCommunity } from "#db/seed/builders/organizations";
import { buildPublishedProgram } from "#db/seed/builders/programs";
import { testDatabase } from "#tests/support/database";
import { endings } from "#tests/support/cycle";
import { organizationsOn } from "#tests/support/organizations";
import { draftedProposal } from "#tests/support/proposals";

const db = await testDatabase();
const { desk, run, mailsTo } = await organizationsOn(db);

async function pair(): Promise<{ sponsor: BuiltCommunity; family: BuiltCommunity }> {
  const sponsor = await buildCommunity(db, { element: "lk3", name: `LK3 ${newId()}` });
  const family = await buildCommunity(db, { element: "pioneer_family", name: `Keluarga ${newId()}` });
  return { sponsor, family };
}

async function accepted() {
  const { sponsor, family } = await pair();
  const { sponsorshipId } = await run(askSponsorship, family.chair, {
    organizationId: family.organizationId,
    sponsorId: sponsor.organizationId,
  });
  await run(answerSponsorship, sponsor.chair, { sponsorshipId, accept: true, note: "" });
  return { sponsor, family, sponsorshipId };
}

describe("sponsorship", () => {
  test("is asked, accepted by the sponsor's chair, and told to both", async () => {
    const { sponsor, family } = await pair();
    const ask = { organizationId: family.organizationId, sponsorId: sponsor.organizationId };
    await expect(run(askSponsorship, family.editor, ask)).rejects.toMatchObject({ code: "not_allowed" });
    await expect(run(askSponsorship, family.chair, { ...ask, sponsorId: family.organizationId })).rejects.toMatchObject({
      code: "sponsor_unfit",
    });
    const both = await Promise.allSettled([run(askSponsorship, family.chair, ask), run(askSponsorship, family.chair, ask)]);
    expect(endings(both)).toEqual({ done: 1, refused: ["sponsorship_open"] });
    expect(await sponsorshipsOf(db, family.organizationId)).toMatchObject([{ status: "asked" }]);
    expect((await getOrganization(db, family.organizationId)).sponsorName).toBeNull();
    expect(await mailsTo(sponsor.chair.email)).toEqual(["sponsorship"]);

    const [asked] = await sponsorshipsOf(db, family.organizationId);
    const sponsorshipId = asked?.id ?? "";
    const answer = { sponsorshipId, accept: true, note: "" };
    await expect(run(answerSponsorship, family.chair, answer)).rejects.toMatchObject({ code: "not_allowed" });
    await expect(run(answerSponsorship, sponsor.treasurer, answer)).rejects.toMatchObject({ code: "not_allowed" });
    await expect(run(answerSponsorship, sponsor.chair, { ...answer, accept: false })).rejects.toMatchObject({
      code: "sponsorship_note_missing",
      details: { field: "note" },
    });
    await run(answerSponsorship, sponsor.chair, answer);
    await expect(run(answerSponsorship, sponsor.chair, answer)).rejects.toMatchObject({ code: "sponsorship_answered" });
    expect(await sponsorshipsOf(db, family.organizationId)).toMatchObject([{ status: "accepted" }]);
    expect((await getOrganization(db, family.organizationId)).sponsorId).toBe(sponsor.organizationId);
    expect(await mailsTo(family.chair.email)).toEqual(["sponsorship"]);
  });

  test("refused can be asked elsewhere", async () => {
    const { sponsor, family } = await pair();
    const ask = { organizationId: family.organizationId, sponsorId: sponsor.organizationId };
    const { sponsorshipId } = await run(askSponsorship, family.chair, ask);
    await run(answerSponsorship, sponsor.chair, { sponsorshipId, accept: false, note: "Belum ada tenaga." });
    await run(askSponsorship, family.chair, ask);
    const statuses = (await sponsorshipsOf(db, family.organizationId)).map(({ status }) => status);
    expect(statuses.sort()).toEqual(["asked", "refused"]);
  });

  test("ends with a reason, not while a program runs, and its account has to be checked again", async () => {
    const { sponsor, family, sponsorshipId } = await accepted();
    const account = {
      key: newId(),
      organizationId: family.organizationId,
      kind: "sponsor" as const,
      bankName: "Bank Contoh",
      accountNumber: "1234567890",
      holderName: "LK3",
    };
    await db.deleteFrom("payee_accounts").where("id", "=", family.payeeAccountId).execute();
    const { payeeAccountId } = await run(addPayeeAccount, family.chair, account);
    await run(verifyPayeeAccount, desk.verifier, { payeeAccountId });
    const { payeeAccountId: elsewhere } = await run(addPayeeAccount, family.chair, {
      ...account,
      key: newId(),
      accountNumber: "999888777",
    });
    await expect(run(verifyPayeeAccount, desk.verifier, { payeeAccountId: elsewhere })).rejects.toMatchObject({
      code: "payee_sponsor_mismatch",
    });
    await expect(run(endSponsorship, sponsor.chair, { sponsorshipId, note: "" })).rejects.toMatchObject({
      code: "sponsorship_note_missing",
    });
    await expect(run(endSponsorship, sponsor.treasurer, { sponsorshipId, note: "x" })).rejects.toMatchObject({ code: "not_allowed" });
    await run(endSponsorship, sponsor.chair, { sponsorshipId, note: "Pindah wilayah." });
    const row = await db.selectFrom("payee_accounts").select("verified_at").where("id", "=", payeeAccountId).executeTakeFirstOrThrow();
    expect(row.verified_at).toBeNull();
    await expect(run(endSponsorship, sponsor.chair, { sponsorshipId, note: "x" })).rejects.toMatchObject({ code: "sponsorship_over" });

    const program = await buildPublishedProgram(db);
    await db.updateTable("organizations").set({ sponsor_id: null }).where("id", "=", program.community.organizationId).execute();
    const running = await run(askSponsorship, program.community.chair, {
      organizationId: program.community.organizationId,
      sponsorId: sponsor.organizationId,
    });
    // What is only asked holds no money: it can be taken back, and asked again.
    await run(endSponsorship, program.community.chair, { ...running, note: "Salah pilih." });
    const again = await run(askSponsorship, program.community.chair, {
      organizationId: program.community.organizationId,
      sponsorId: sponsor.organizationId,
    });
    await run(answerSponsorship, sponsor.chair, { ...again, accept: true, note: "" });
    await expect(run(endSponsorship, sponsor.chair, { ...again, note: "x" })).rejects.toMatchObject({ code: "sponsorship_in_use" });
  });
});

describe("a family's proposal", () => {
  test("goes out only with its sponsor's signature to that version", async () => {
    const { sponsor, family } = await accepted();
    const { proposalId, version } = await draftedProposal(db, family, { payeeAccountId: sponsor.payeeAccountId });
    await expect(run(submitProposal, family.chair, { proposalId, version })).rejects.toMatchObject({ code: "sponsor_consent_missing" });
    await expect(run(answerConsent, sponsor.chair, { proposalId, version, give: true, note: "" })).rejects.toMatchObject({
      code: "consent_not_asked",
    });
    await expect(run(askConsent, family.editor, { proposalId, version })).rejects.toMatchObject({ code: "not_allowed" });
    await run(askConsent, family.chair, { proposalId, version });
    await expect(run(askConsent, family.chair, { proposalId, version })).rejects.toMatchObject({ code: "consent_asked" });
    await expect(run(answerConsent, sponsor.editor, { proposalId, version, give: true, note: "" })).rejects.toMatchObject({
      code: "not_allowed",
    });
    await expect(run(answerConsent, sponsor.chair, { proposalId, version, give: false, note: " " })).rejects.toMatchObject({
      code: "consent_note_missing",
    });
    await run(answerConsent, sponsor.chair, { proposalId, version, give: true, note: "" });
    expect((await consentOf(db, proposalId)).state).toBe("given");

    const saved = await run(saveProposalDraft, family.editor, { proposalId, version, patch: { place: "Rumah kami" } });
    expect((await consentOf(db, proposalId)).state).toBe("outdated");
    await expect(run(submitProposal, family.chair, { proposalId, version: saved.version })).rejects.toMatchObject({
      code: "sponsor_consent_missing",
    });
    await run(askConsent, family.chair, { proposalId, version: saved.version });
    await expect(run(answerConsent, sponsor.chair, { proposalId, version, give: true, note: "" })).rejects.toMatchObject({
      code: "consent_stale",
    });
    await run(answerConsent, sponsor.chair, { proposalId, version: saved.version, give: true, note: "" });
    await run(submitProposal, family.chair, { proposalId, version: saved.version });
    expect(await mailsTo(sponsor.chair.email)).toEqual(expect.arrayContaining(["sponsorship", "proposal-consent"]));
  });

  test("does not go out without an accepted sponsor", async () => {
    const { family } = await pair();
    const { proposalId, version } = await draftedProposal(db, family);
    await expect(run(submitProposal, family.chair, { proposalId, version })).rejects.toMatchObject({ code: "sponsor_not_accepted" });
    await expect(run(askConsent, family.chair, { proposalId, version })).rejects.toMatchObject({ code: "sponsor_not_accepted" });
  });

  test("shows the public no place more exact than its village", async () => {
    const family = await buildCommunity(db, { element: "pioneer_family" });
    const program = await buildPublishedProgram(db, { community: family });
    await db.updateTable("proposals").set({ place: "Rumah bercat biru, RT 03" }).where("id", "=", program.proposalId).execute();
    expect(await findProgramBySlug(db, program.slug)).toMatchObject({ place: "" });
  });

  test("needs a signature from whoever holds its money", () => {
    const facts = { element: "karang_taruna", sponsorId: null, paidThroughSponsor: false, version: 3, latest: undefined };
    const latest = { status: "given" as const, version: 3, sponsorId: "s" };
    expect(consentState(facts)).toBe("not_needed");
    expect(consentState({ ...facts, element: "pioneer_family" })).toBe("no_sponsor");
    expect(consentState({ ...facts, sponsorId: "s", paidThroughSponsor: true })).toBe("not_asked");
    expect(consentState({ ...facts, sponsorId: "s", paidThroughSponsor: true, latest })).toBe("given");
    expect(consentState({ ...facts, sponsorId: "other", paidThroughSponsor: true, latest })).toBe("not_asked");
    expect(consentState({ ...facts, sponsorId: "s", paidThroughSponsor: true, version: 4, latest })).toBe("outdated");
    expect(consentState({ ...facts, sponsorId: "s", paidThroughSponsor: true, latest: { ...latest, status: "refused" } })).toBe("refused");
  });
});
