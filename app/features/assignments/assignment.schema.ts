import { z } from "zod";
import { checkResults } from "~/features/proposals/proposal";
import { isDay } from "~/kernel/dates";
import { parseFingerprints, readAsked } from "~/kernel/three-way";
import { type Answer, type Opened, assignmentKinds, declineReasons } from "./assignment";

/** Messages are codes of `assignmentErrors`. */
export const offerSchema = z.object({
  assignmentKind: z.enum(assignmentKinds, "choose_kind"),
  organizationId: z.string({ error: "choose_practitioner" }).min(1, "choose_practitioner"),
  trancheN: z
    .string()
    .optional()
    .transform((value) => (value && /^\d{1,3}$/.test(value) ? Number(value) : null)),
  dueOn: z.string({ error: "choose_day" }).refine(isDay, "not_a_day"),
});

export const declineSchema = z.object({ reason: z.enum(declineReasons, "choose_reason") });

const upload = z.instanceof(File).refine((file) => file.size >= 0);
export const workSchema = z.object({
  finding: z.string().trim().max(600, "too_long").default(""),
  statement: z.string().trim().max(400, "too_long").default(""),
  confirmsArrival: z
    .string()
    .optional()
    .transform((value) => value === "ya"),
  files: z
    .array(upload)
    .default([])
    .transform((files) => files.filter((file) => file.size > 0)),
  result: z
    .enum(checkResults)
    .optional()
    .catch(undefined)
    .transform((result) => result ?? null),
});

export const conclusionSchema = workSchema.extend({ result: z.enum(checkResults, "choose_result") });

/** The answers of the form: `jawaban-<item>` and `catatan-<item>`; null for a question left open. */
export function answersIn(form: FormData, items: readonly string[]): Answer[] {
  return items.map((item) => ({
    item,
    answer: checkResults.find((result) => result === form.get(`jawaban-${item}`)) ?? null,
    note: String(form.get(`catatan-${item}`) ?? "").slice(0, 600),
  }));
}

/** The photos of the form by question, `foto-<item>`; without scripts they come with the answers. */
export function photosIn(form: FormData, items: readonly string[]): { item: string; file: File }[] {
  return items.flatMap((item) =>
    form.getAll(`foto-${item}`).flatMap((file) => (file instanceof File && file.size > 0 ? [{ item, file }] : [])),
  );
}

/** What the page was opened with, by which two devices are told apart; undefined for a form that names no page. */
export function openedIn(form: FormData, followsItself: boolean): Opened | undefined {
  if (!form.has("lembar")) return undefined;
  return {
    version: Number(form.get("versi")),
    base: parseFingerprints(form.get("dasar")),
    page: { id: String(form.get("lembar") ?? ""), followsItself, seq: Number(form.get("urutan")) || 0 },
    asked: readAsked(form),
  };
}
