import readExif from "exif-reader";
import sharp from "sharp";
import { type PhotoEvidence, evidenceIn } from "./photo-evidence";

export type PictureFacts = PhotoEvidence & { width: number; height: number };

/** Size in pixels and what the phone wrote into a picture as it was sent; undefined when it can't be opened. Damaged EXIF says nothing. */
export async function readPictureFacts(original: Uint8Array): Promise<PictureFacts | undefined> {
  const metadata = await sharp(original)
    .metadata()
    .catch(() => undefined);
  if (!metadata) return undefined;
  return { ...evidenceOf(metadata.exif), width: metadata.width, height: metadata.height };
}

function evidenceOf(exif: Buffer | undefined): PhotoEvidence {
  const nothing = { takenAt: null, place: null };
  if (!exif) return nothing;
  try {
    return evidenceIn(readExif(exif));
  } catch {
    return nothing;
  }
}
