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
  async function isThere(sha256: string): Promise<boolean> {
    try {
      await client.send(new HeadObjectCommand({ Bucket: bucket, Key: sha256 }));
      return true;
    } catch (error) {
      if (error instanceof NotFound) return false;
      throw error;
    }
  }
  return {
    async put(bytes) {
      const sha256 = sha256Of(bytes);
      try {
        if (!(await isThere(sha256))) await client.send(new PutObjectCommand({ Bucket: bucket, Key: sha256, Body: bytes }));
      } catch (error) {
        throw failed("keep", error);
      }
      return sha256;
    },
    async get(sha256) {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: sha256 }));
        if (!Body) throw new Error("no content");
        return new Uint8Array(await Body.transformToByteArray());
      } catch (error) {
        throw failed("give", error);
      }
    },
  };
}

/** The client's errors, some of which have no message, as a sentence that names the store. */
function failed(what: "keep" | "give", cause: unknown): Error {
  const { code, name = "", message = "" } = cause as { code?: string; name?: string; message?: string };
  const why = [...new Set([code, name, message].filter(Boolean))].join(" ");
  return new Error(`The file store failed to ${what} a file: ${why}`, { cause });
}

function configured(): Storage {
  const { S3_BUCKET, S3_REGION, S3_ENDPOINT, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = env;
  if (!S3_BUCKET || !S3_REGION || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY) return folderStorage(path.join(dataFolder, "files"));
  const credentials = { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY };
  const at = S3_ENDPOINT ? { endpoint: S3_ENDPOINT, forcePathStyle: true } : {};
  // A store that doesn't answer must not hold a request, and the transaction around it, for ever.
  const requestHandler = { connectionTimeout: 5_000, requestTimeout: 30_000, throwOnRequestTimeout: true };
  return s3Storage(new S3Client({ region: S3_REGION, credentials, requestHandler, ...at }), S3_BUCKET);
}

export const storage: Storage = configured();
