import { type FileUpload, MaxFileSizeExceededError, MaxFilesExceededError, parseFormData } from "@mjackson/form-data-parser";

const megabytes = (n: number) => n * 1024 * 1024;
export const largestFile = megabytes(10);
export const largestForm = megabytes(25);
const mostFiles = 20;
const largestPlainForm = megabytes(2);

/** A form that is larger than allowed; pages answer it with status 413. */
function tooLarge(): Response {
  return new Response(null, { status: 413, statusText: "Payload Too Large" });
}

/**
 * What a form sent, read once per request: files as File objects, 25 MB in all; more ends with status 413. A file over 10 MB is read, so
 * that whoever stores it can refuse it beside its field (`file_too_large`) and nothing else that was typed is lost.
 */
export function readForm(request: Request): Promise<FormData> {
  const known = forms.get(request);
  if (known) return known;
  const form = parse(request);
  forms.set(request, form);
  return form;
}

const forms = new WeakMap<Request, Promise<FormData>>();

async function parse(request: Request): Promise<FormData> {
  const multipart = request.headers.get("content-type")?.startsWith("multipart/form-data") ?? false;
  const length = Number(request.headers.get("content-length") ?? 0);
  if (length > (multipart ? largestForm : largestPlainForm)) throw tooLarge();
  if (!multipart) return withoutZeroBytes(await request.formData());
  let total = 0;
  try {
    const form = await parseFormData(request, { maxFileSize: largestForm, maxFiles: mostFiles }, async (upload: FileUpload) => {
      const bytes = await upload.arrayBuffer();
      total += bytes.byteLength;
      if (total > largestForm) throw tooLarge();
      return new File([bytes], upload.name, { type: upload.type });
    });
    return withoutZeroBytes(form);
  } catch (error) {
    if (error instanceof MaxFileSizeExceededError || error instanceof MaxFilesExceededError) throw tooLarge();
    throw error;
  }
}

/** PostgreSQL takes no text with a zero byte, and nobody types one: it is left out before anything looks at the form. */
function withoutZeroBytes(form: FormData): FormData {
  const clean = new FormData();
  for (const [name, value] of form.entries()) clean.append(name, typeof value === "string" ? value.replaceAll("\u0000", "") : value);
  return clean;
}
