import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { type FileAccess, sniffType, tidyFileName } from "~/features/files/file";
import { findReadableFile } from "~/features/files/file-queries.server";
import { storeFile } from "~/features/files/store-file.server";
import type { Actor } from "~/features/identity/actor";
import { newId } from "~/kernel/ids";
import { storage } from "~/platform/storage.server";
import { buildCommunity, buildCompany, buildPlatformDesk } from "#db/seed/builders/organizations";
import { buildActor } from "#db/seed/builders/people";
import { buildCommittedPledge } from "#db/seed/builders/pledges";
import { buildPublishedProgram } from "#db/seed/builders/programs";
import { testDatabase } from "#tests/support/database";

const db = await testDatabase();
const community = await buildCommunity(db);
const desk = await buildPlatformDesk(db);

const picture = await sharp({ create: { width: 3000, height: 1000, channels: 3, background: "#c98832" } })
  .withExif({ IFD0: { Copyright: "Rahasia" }, IFD3: { GPSLatitude: "7/1 9/1 0/1", GPSLatitudeRef: "S" } })
  .withMetadata({ orientation: 6 })
  .jpeg()
  .toBuffer();
const pdf = Buffer.from("%PDF-1.4\n%%EOF\n");

function store(actor: Actor, given: { organizationId?: string; access?: FileAccess; bytes?: Buffer; name?: string } = {}) {
  const file = new File([new Uint8Array(given.bytes ?? pdf)], given.name ?? "surat.pdf");
  return db
    .transaction()
    .execute((trx) =>
      storeFile(trx, actor, { organizationId: given.organizationId ?? community.organizationId, access: given.access ?? "private", file }),
    );
}

async function stored(fileId: string) {
  return db.selectFrom("files").selectAll().where("id", "=", fileId).executeTakeFirstOrThrow();
}

describe("storing", () => {
  test("a photo keeps its picture and loses its place, its turn and its size", async () => {
    const { fileId } = await store(community.editor, { bytes: picture, name: "C:\\foto\\IMG 1.HEIC" });
    const row = await stored(fileId);
    expect(row).toMatchObject({
      media_type: "image/jpeg",
      name: "IMG 1.jpg",
      organization_id: community.organizationId,
      uploaded_by: community.editor.userId,
    });
    const kept = Buffer.from(await storage.get(row.sha256));
    const metadata = await sharp(kept).metadata();
    expect(metadata.exif).toBeUndefined();
    expect(metadata).toMatchObject({ width: 800, height: 2400 });
    expect(kept.includes("Rahasia")).toBe(false);
    expect(row.size_bytes).toBe(kept.byteLength);
  });

  test("a PDF is kept as it is", async () => {
    const row = await stored((await store(community.editor)).fileId);
    expect(Buffer.from(await storage.get(row.sha256)).equals(pdf)).toBe(true);
    expect(row.media_type).toBe("application/pdf");
  });

  test.each([
    ["html that calls itself a photo", Buffer.from("<html><script>alert(1)</script>"), "file_kind_unsupported"],
    ["an SVG", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), "file_kind_unsupported"],
    ["nothing", Buffer.alloc(0), "file_empty"],
    ["more than 10 MB", Buffer.concat([pdf, Buffer.alloc(10 * 1024 * 1024)]), "file_too_large"],
    ["a broken photo", picture.subarray(0, 500), "file_unreadable"],
  ])("refuses %s", async (_, bytes, code) => {
    await expect(store(community.editor, { bytes, name: "foto.jpg" })).rejects.toMatchObject({ code, details: { field: "file" } });
  });

  test("refuses a file for an organisation of others", async () => {
    const stranger = await buildCommunity(db);
    await expect(store(stranger.chair)).rejects.toMatchObject({ code: "not_allowed" });
  });

  test("knows content by its first bytes and tidies names", () => {
    expect(sniffType(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toBe("image/jpeg");
    expect(sniffType(new TextEncoder().encode("RIFF....WEBPVP8 "))).toBe("image/webp");
    expect(sniffType(new TextEncoder().encode("RIFF....WAVE"))).toBeUndefined();
    expect(tidyFileName("../../etc/pass\u0000wd", "application/pdf")).toBe("passwd.pdf");
    expect(tidyFileName("", "image/png")).toBe("berkas.png");
  });
});

describe("opening", async () => {
  const outsider = await buildCommunity(db);
  const person = await buildActor(db);
  const program = await buildPublishedProgram(db, { community });
  const other = await buildPublishedProgram(db);
  const funder = await buildCompany(db);
  const elsewhere = await buildCompany(db);
  const waiting = await buildCompany(db);
  await buildCommittedPledge(db, { program, company: funder, instalments: [1_000_000n] });
  await buildCommittedPledge(db, { program: other, company: elsewhere, instalments: [1_000_000n] });

  async function used(access: FileAccess): Promise<string> {
    const { fileId } = await store(community.chair, { access });
    await db
      .insertInto("proposal_files")
      .values({ proposal_id: program.proposalId, file_id: fileId, title: "Lampiran", position: 0 })
      .execute();
    return fileId;
  }

  const readers: [string, Actor | null, Record<FileAccess, boolean>][] = [
    ["nobody signed in", null, { public: true, parties: false, private: false, case: false }],
    ["a person without organisation", person, { public: true, parties: false, private: false, case: false }],
    ["the organisation", community.editor, { public: true, parties: true, private: true, case: false }],
    ["another organisation", outsider.chair, { public: true, parties: false, private: false, case: false }],
    ["the desk", desk.verifier, { public: true, parties: true, private: true, case: false }],
    ["a funder of the program", funder.finance, { public: true, parties: true, private: false, case: false }],
    ["a funder of another program", elsewhere.officer, { public: true, parties: false, private: false, case: false }],
    ["a company without pledge", waiting.officer, { public: true, parties: false, private: false, case: false }],
  ];

  test.each(readers)("%s", async (_, reader, expected) => {
    for (const access of ["public", "parties", "private", "case"] as const) {
      const file = await findReadableFile(db, reader, await used(access));
      expect([access, file !== undefined]).toEqual([access, expected[access]]);
    }
  });

  test("a file that does not exist is not there for anyone", async () => {
    expect(await findReadableFile(db, desk.administrator, newId())).toBeUndefined();
  });

  test("a pledge that is only drafted opens nothing", async () => {
    await db.updateTable("pledges").set({ status: "cancelled" }).where("company_id", "=", funder.organizationId).execute();
    expect(await findReadableFile(db, funder.officer, await used("parties"))).toBeUndefined();
  });
});
