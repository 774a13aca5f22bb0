import { createHash, randomUUID } from "node:crypto";
import { mkdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { GetObjectCommand, HeadObjectCommand, NotFound, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { dataFolder, env } from "./env.server";

/** Where the content of files lies, named by its SHA-256: the same content is kept once and can't be changed unnoticed. */
export type Storage = {
  put: (bytes: Uint8Array) => Promise<string>;
  get: (sha256: string) => Promise<Uint8Array<ArrayBuffer>>;
};

export function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

export function folderStorage(folder: string): Storage {
  const place = (sha256: string) => path.join(folder, sha256.slice(0, 2), sha256);
  return {
    async put(bytes) {
      const sha256 = sha256Of(bytes);
      const file = place(sha256);
      if (await stat(file).catch(() => undefined)) return sha256;
      await mkdir(path.dirname(file), { recursive: true });
      // Written beside and renamed: a crash leaves no half file under the name of the whole.
      const partial = `${file}.${randomUUID()}`;
      await writeFile(partial, bytes, { flush: true });
      await rename(partial, file);
      return sha256;
    },
    get: async (sha256) => new Uint8Array(await readFile(place(sha256))),
  };
}

export function s3Storage(client: S3Client, bucket: string): Storage {
  return {
    async put(bytes) {
      const sha256 = sha256Of(bytes);
      const known = await client.send(new HeadObjectCommand({ Bucket: bucket, Key: sha256 })).catch((error: unknown) => {
        if (error instanceof NotFound) return undefined;
        throw error;
      });
      if (!known) await client.send(new PutObjectCommand({ Bucket: bucket, Key: sha256, Body: bytes }));
      return sha256;
    },
    async get(sha256) {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: sha256 }));
      if (!Body) throw new Error(`The store gave no content for ${sha256}`);
      return new Uint8Array(await Body.transformToByteArray());
    },
  };
}

function configured(): Storage {
  const { S3_BUCKET, S3_REGION, S3_ENDPOINT, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = env;
  if (!S3_BUCKET || !S3_REGION || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY) return folderStorage(path.join(dataFolder, "files"));
  const credentials = { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY };
  const at = S3_ENDPOINT ? { endpoint: S3_ENDPOINT, forcePathStyle: true } : {};
  return s3Storage(new S3Client({ region: S3_REGION, credentials, ...at }), S3_BUCKET);
}

export const storage: Storage = configured();
