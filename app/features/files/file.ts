/**
 * public: anyone. parties: the organisation, the desk and the funders of the program. private: the organisation and the desk. case:
 * evidence of a concern, opened only through its case by whoever may handle it.
 */
export type FileAccess = "public" | "parties" | "private" | "case";

/** Letters in what an attachment is said to show. */
export const longestFileTitle = 120;

/** Kinds of content that can be uploaded. Pictures are encoded anew, so what is served is never byte for byte what was sent. */
export const imageTypes = ["image/jpeg", "image/png", "image/webp"] as const;
export const fileTypes = [...imageTypes, "application/pdf"] as const;

export function isImage(mediaType: string): boolean {
  return imageTypes.some((type) => type === mediaType);
}

/** Browsers show pictures and PDF in the page; everything else is downloaded. */
export function shownInline(mediaType: string): boolean {
  return isImage(mediaType) || mediaType === "application/pdf";
}

/** The content policy of a file that is opened by itself: it fetches nothing, and the browser's own viewer may style it. */
export const shownAlone = "default-src 'none'; img-src 'self'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";

/** What the first bytes say a file is, whatever its name and the browser claim; undefined for kinds that aren't taken. */
export function sniffType(bytes: Uint8Array): (typeof fileTypes)[number] | undefined {
  const starts = (...expected: number[]) => expected.every((byte, index) => bytes[index] === byte);
  if (starts(0xff, 0xd8, 0xff)) return "image/jpeg";
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "image/png";
  if (starts(0x52, 0x49, 0x46, 0x46) && String.fromCharCode(...bytes.slice(8, 12)) === "WEBP") return "image/webp";
  if (starts(0x25, 0x50, 0x44, 0x46, 0x2d)) return "application/pdf";
  return undefined;
}

/** What speaks against a PDF: it ends before its end, or it holds what runs or starts something when it is opened. */
export function pdfProblem(bytes: Uint8Array): "file_cut_short" | "file_active" | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  if (!text.slice(-2048).includes("%%EOF")) return "file_cut_short";
  return /\/(JavaScript|Launch|EmbeddedFile)\b/.test(text) ? "file_active" : undefined;
}

/** A file name as it is kept: no folders, no control characters, none that turn the direction of writing, at most 120 characters, with the extension of its content. */
export function tidyFileName(name: string, mediaType: string): string {
  const base = (name.split(/[\\/]/).pop() ?? "")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
    .replace(/[\u0000-\u001f\u007f"<>|:*?\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/\.[A-Za-z0-9]{1,5}$/, "")
    .trim()
    .slice(0, 110);
  const extension = { "image/jpeg": "jpg", "image/png": "png", "image/webp": "webp", "application/pdf": "pdf" }[mediaType] ?? "bin";
  return `${base || "berkas"}.${extension}`;
}
