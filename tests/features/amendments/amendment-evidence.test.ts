import { createHash } from "node:crypto";
import type { Kysely } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { amendmentReading } from "~/features/amendments/amendment-page.server";
import { findAmendment } from "~/features/amendments/amendment-queries.server";
import { attachEvidence } from "~/features/amendments/attach-evidence.server";
import { checkAmendment } from "~/features/amendments/check-amendment.server";
import { evidenceHashes, evidenceOf } from "~/features/amendments/evidence-queries.server";
import { hashOfVersion } from "~/features/amendments/keep-version.server";
import { decodeContent, encodeContent } from "~/features/amendments/program-content";
import { programHistory } from "~/features/amendments/program-history.server";
import { removeEvidence } from "~/features/amendments/remove-evidence.server";
import { submitAmendment } from "~/features/amendments/submit-amendment.server";
import { findReadableFile } from "~/features/files/file-queries.server";
import { newId } from "~/kernel/ids";
import { buildBankAccount } from "#db/seed/builders/bank";
import { type BuiltCompany, type BuiltDesk, buildCommunity, buildCompany, buildPlatformDesk } from "#db/seed/builders/organizations";
import { type BuiltProgram, buildPublishedProgram } from "#db/seed/builders/programs";
import { makePdf } from "#db/seed/demo/papers";
import type { DB } from "#db/types.generated";
import { type AmendmentTarget, draftedAmendment, linesWith, revisionOf, statusOf, submission } from "#tests/support/amendments";
import { testDatabase } from "#tests/support/database";
import { brokenInvariants } from "#tests/support/invariants";
import { approvedPledge, run } from "#tests/support/pledges";

let db: Kysely<DB>;
let desk: BuiltDesk;
let company: BuiltCompany;
beforeAll(async () => {
  db = await testDatabase();
  await buildBankAccount(db);
  [desk, company] = [await buildPlatformDesk(db), await buildCompany(db)];
});

const paper = (text: string) => new File([makePdf(text, [])], `${text}.pdf`);

/** A small change, ready to be sent, with one paper for anyone and one for the funders. */
async function withPapers(program: BuiltProgram): Promise<{ target: AmendmentTarget; open: string; closed: string }> {
  const target = await draftedAmendment(db, program, { story: { summary: "Ringkasan yang lebih jelas bagi warga." } });
  const attach = (text: string, forPublic: boolean) =>
    run(db, attachEvidence, program.community.editor, { ...target, file: paper(text), title: text, forPublic });
  const open = await attach("Daftar harga", true);
  const closed = await attach("Notulen rapat", false);
  return { target, open: open.fileId, closed: closed.fileId };
}

async function sentAndChecked(program: BuiltProgram, target: AmendmentTarget): Promise<void> {
  await run(db, submitAmendment, program.community.chair, await submission(db, target));
  await run(db, checkAmendment, desk.verifier, { ...target, key: newId() });
}

describe("evidence of an amendment", () => {
  it("is taken with the checks of every attachment: at most five, none twice, with a caption that fits", async () => {
    const program = await buildPublishedProgram(db);
    const target = await draftedAmendment(db, program, {});
    const { editor, treasurer } = program.community;
    const attach = (file: File, title = "", by = editor) => run(db, attachEvidence, by, { ...target, file, title, forPublic: false });
    const { revision } = await attach(paper("satu"));
    expect(revision).toBe(await revisionOf(db, target));
    await expect(attach(paper("satu"), "Lagi")).rejects.toMatchObject({ code: "file_twice", details: { field: "file" } });
    await expect(attach(new File(["<svg/>"], "x.pdf"))).rejects.toMatchObject({ code: "file_kind_unsupported" });
    await expect(attach(paper("dua"), "x".repeat(121))).rejects.toMatchObject({ code: "title_too_long" });
    await expect(attach(paper("dua"), "", treasurer)).rejects.toMatchObject({ code: "not_allowed" });
    for (const text of ["dua", "tiga", "empat", "lima"]) await attach(paper(text), `Berkas ${text}`);
    await expect(attach(paper("enam"))).rejects.toMatchObject({ code: "too_many_files", details: { most: 5 } });
    const [first, second] = await evidenceOf(db, target);
    expect([first?.title, second?.title]).toEqual(["satu", "Berkas dua"]);
    await run(db, removeEvidence, editor, { ...target, fileId: second?.fileId ?? "" });
    await attach(paper("enam"));
    expect((await evidenceOf(db, target)).map(({ title }) => title)).toEqual([
      "satu",
      "enam",
      "Berkas tiga",
      "Berkas empat",
      "Berkas lima",
    ]);
  });

  it("can't be sent by somebody who has not seen it, and stays once it was sent", async () => {
    const program = await buildPublishedProgram(db);
    const { chair, editor } = program.community;
    const target = await draftedAmendment(db, program, { story: { summary: "Ringkasan yang lebih jelas bagi warga." } });
    const seen = await submission(db, target);
    const { fileId } = await run(db, attachEvidence, editor, { ...target, file: paper("surat"), title: "", forPublic: true });
    await expect(run(db, submitAmendment, chair, seen)).rejects.toMatchObject({ code: "stale_version" });
    await run(db, submitAmendment, chair, await submission(db, target));
    await expect(run(db, removeEvidence, editor, { ...target, fileId })).rejects.toMatchObject({ code: "amendment_not_draft" });
    await expect(run(db, attachEvidence, editor, { ...target, file: paper("lain"), title: "", forPublic: true })).rejects.toMatchObject({
      code: "amendment_not_draft",
    });
    const removal = db.deleteFrom("amendment_files").where("file_id", "=", fileId).execute();
    await expect(removal).rejects.toMatchObject({ constraint: "amendment_files_locked" });
    await expect(db.updateTable("amendment_files").set({ title: "Lain" }).execute()).rejects.toMatchObject({ code: "42501" });
  });

  it("is opened by its community and the desk alone until it is checked, then as its community wished", async () => {
    const program = await buildPublishedProgram(db);
    await approvedPledge(db, program, company, 2_000_000n);
    const [stranger, elsewhere] = [await buildCommunity(db), await buildCompany(db)];
    const { target, open, closed } = await withPapers(program);
    const readers = [null, stranger.chair, elsewhere.officer, company.officer, program.community.treasurer, desk.verifier];
    const access = async () =>
      Promise.all(
        readers.map(async (reader) => [
          (await findReadableFile(db, reader, open))?.access,
          (await findReadableFile(db, reader, closed))?.access,
        ]),
      );
    const nothing = [undefined, undefined];
    const asParties = ["parties", "parties"];
    expect(await access()).toEqual([nothing, nothing, nothing, nothing, asParties, asParties]);
    expect((await programHistory(db, program.proposalId, { from: null, to: null })).amendments).toEqual([]);
    await sentAndChecked(program, target);
    const asPublic = ["public", undefined];
    const all = ["public", "parties"];
    expect(await access()).toEqual([asPublic, asPublic, asPublic, all, all, all]);
    const [shown] = (await programHistory(db, program.proposalId, { from: null, to: null })).amendments;
    expect(shown?.evidence).toMatchObject([
      { title: "Daftar harga", forPublic: true, mediaType: "application/pdf" },
      { title: "Notulen rapat", forPublic: false },
    ]);
  });

  it("is no longer found by anyone else once it was taken away or the desk never checked it", async () => {
    const program = await buildPublishedProgram(db);
    const { target, open } = await withPapers(program);
    await run(db, removeEvidence, program.community.editor, { ...target, fileId: open });
    await sentAndChecked(program, target);
    expect(await findReadableFile(db, null, open)).toBeUndefined();
    expect(await findReadableFile(db, program.community.editor, open)).toMatchObject({ access: "parties" });
  });

  it("is covered by the fingerprint of the version that it made, and versions without any keep theirs", async () => {
    const program = await buildPublishedProgram(db);
    await approvedPledge(db, program, company, 2_000_000n);
    const { target } = await withPapers(program);
    const hashes = await evidenceHashes(db, target);
    expect(hashes).toHaveLength(2);
    const page = await findAmendment(db, program.slug, "1");
    const promised = page && (await amendmentReading(db, page)).hash;
    await sentAndChecked(program, target);
    expect(await statusOf(db, target)).toBe("in_force");
    const [first, second] = await db
      .selectFrom("program_versions")
      .selectAll()
      .where("proposal_id", "=", program.proposalId)
      .orderBy("version")
      .execute();
    const of = { proposalId: program.proposalId, version: 2, before: first?.content_hash ?? null, content: decodeContent(second?.content) };
    expect(second?.content_hash).toBe(hashOfVersion({ ...of, evidence: hashes }));
    expect(second?.content_hash).toBe(promised);
    expect(second?.content_hash).not.toBe(hashOfVersion(of));
    const firstForm = ["sinergi-version-1", of.proposalId, 2, of.before, encodeContent(of.content)].join("|");
    expect(hashOfVersion({ ...of, evidence: [] })).toBe(createHash("sha256").update(firstForm).digest("hex"));
    const lines = await linesWith(db, program, { 0: 5_500_000n, 1: 3_500_000n });
    const next = await draftedAmendment(db, program, { budget: { lines } });
    await sentAndChecked(program, next);
    const [third] = await db
      .selectFrom("program_versions")
      .selectAll()
      .where("proposal_id", "=", program.proposalId)
      .where("version", "=", 3)
      .execute();
    const plain = {
      proposalId: program.proposalId,
      version: 3,
      before: second?.content_hash ?? null,
      content: decodeContent(third?.content),
    };
    expect(third?.content_hash).toBe(hashOfVersion(plain));
    expect(await brokenInvariants(db)).toEqual([]);
  });
});
