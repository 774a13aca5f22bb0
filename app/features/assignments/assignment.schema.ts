import { z } from "zod";
import { checkResults } from "~/features/proposals/proposal";
import { isDay } from "~/kernel/dates";
import { assignmentKinds, declineReasons } from "./assignment";

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
});

export const conclusionSchema = workSchema.extend({ result: z.enum(checkResults, "choose_result") });

/** One answer of the form: `jawaban-<item>` and `catatan-<item>`. Questions left open are left out. */
export function answersIn(form: FormData, items: readonly string[]) {
  return items.flatMap((item) => {
    const answer = checkResults.find((result) => result === form.get(`jawaban-${item}`));
    return answer ? [{ item, answer, note: String(form.get(`catatan-${item}`) ?? "").slice(0, 600) }] : [];
  });
}
