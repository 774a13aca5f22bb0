import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { folderStorage, sha256Of } from "~/platform/storage.server";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "sinergi-storage-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test("keeps the same content once, under its own hash", async () => {
  const storage = folderStorage(folder);
  const bytes = new TextEncoder().encode("Kuitansi 12 sak semen");
  const names = await Promise.all([storage.put(bytes), storage.put(bytes), storage.put(bytes)]);
  expect(new Set(names)).toEqual(new Set([sha256Of(bytes)]));
  expect(await storage.get(sha256Of(bytes))).toEqual(bytes);
  expect(await readdir(path.join(folder, sha256Of(bytes).slice(0, 2)))).toEqual([sha256Of(bytes)]);
});

test("has nothing for a hash it never got", async () => {
  await expect(folderStorage(folder).get(sha256Of(new Uint8Array([1])))).rejects.toThrow("ENOENT");
});
