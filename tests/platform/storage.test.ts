import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Storage, folderStorage, s3Storage, sha256Of } from "~/platform/storage.server";
import { type LocalS3, startLocalS3 } from "#tests/support/local-s3";

let folder: string;
let s3: LocalS3;
let client: S3Client;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "sinergi-storage-"));
  s3 = await startLocalS3();
  const credentials = { accessKeyId: "id", secretAccessKey: "secret" };
  client = new S3Client({ region: "local", endpoint: s3.endpoint, forcePathStyle: true, credentials, maxAttempts: 1 });
});
afterAll(async () => {
  client.destroy();
  await s3.stop();
  await rm(folder, { recursive: true, force: true });
});

const kinds: [string, () => Storage, () => Promise<string[]>][] = [
  ["a folder", () => folderStorage(folder), async () => (await readdir(folder, { recursive: true })).map((name) => path.basename(name))],
  ["S3", () => s3Storage(client, "berkas"), async () => [...s3.objects.keys()].map((key) => key.replace("/berkas/", ""))],
];

describe.each(kinds)("%s", (_name, make, names) => {
  test("keeps the same content once, under its own hash", async () => {
    const storage = make();
    const bytes = new TextEncoder().encode("Kuitansi 12 sak semen");
    const kept = await Promise.all([storage.put(bytes), storage.put(bytes), storage.put(bytes)]);
    expect(new Set(kept)).toEqual(new Set([sha256Of(bytes)]));
    expect(await storage.get(sha256Of(bytes))).toEqual(bytes);
    expect((await names()).filter((name) => name.startsWith(sha256Of(bytes)))).toEqual([sha256Of(bytes)]);
  });

  test("gives back every byte of large and of empty files", async () => {
    const storage = make();
    for (const bytes of [Uint8Array.from({ length: 3_000_000 }, (_, n) => (n * 7919) % 256), new Uint8Array()])
      expect(sha256Of(await storage.get(await storage.put(bytes)))).toBe(sha256Of(bytes));
  });

  test("has nothing for a hash it never got", async () => {
    await expect(make().get(sha256Of(new Uint8Array([1])))).rejects.toThrow(/ENOENT|NoSuchKey/);
  });
});

test("what is in S3 already is not sent again", async () => {
  const storage = s3Storage(client, "berkas");
  const sha256 = await storage.put(new Uint8Array([1, 2, 3]));
  s3.requests.length = 0;
  await storage.put(new Uint8Array([1, 2, 3]));
  expect(s3.requests).toEqual([`HEAD /berkas/${sha256}`]);
});

test("a store that fails says so, and keeps nothing", async () => {
  const storage = s3Storage(client, "berkas");
  const bytes = new Uint8Array([9, 9, 9]);
  s3.fail(true);
  await expect(storage.put(bytes)).rejects.toThrow(/^The file store failed to keep a file: /);
  s3.fail(false);
  await expect(storage.get(sha256Of(bytes))).rejects.toThrow(/^The file store failed to give a file: NoSuchKey/);
  expect(await storage.get(await storage.put(bytes))).toEqual(bytes);
});
