import { z } from "zod";
import { parseDay } from "~/kernel/dates";
import { closings, mostPeople, sources, urgencies } from "./need";

/** A whole number of people as people type it, "1.360"; nothing is null where it may be left empty. */
function count(least: number) {
  return z.string().transform((typed, context) => {
    const text = typed.trim();
    const number = /^(\d{1,3}(\.\d{3})+|\d{1,9})$/.test(text) ? Number(text.replaceAll(".", "")) : undefined;
    if (number !== undefined && number >= least && number <= mostPeople) return number;
    context.addIssue({ code: "custom", message: number === undefined ? "not_a_count" : "people_range" });
    return z.NEVER;
  });
}

const text = (most: number) => z.string({ error: "required" }).trim().min(1, "required").max(most, "too_long");
const key = z.string({ error: "key_missing" });

const countFields = {
  people: z.string({ error: "required" }).pipe(count(1)),
  households: count(1).nullable().default(null),
  women: count(0).nullable().default(null),
  men: count(0).nullable().default(null),
  urgency: z.enum(urgencies, { error: "choose_urgency" }),
  sources: z.array(z.enum(sources, { error: "not_a_choice" }), { error: "sources_missing" }).min(1, "sources_missing"),
  file: z
    .instanceof(File, { error: "invalid" })
    .optional()
    .transform((file) => (file && file.size > 0 ? file : null)),
};
type Counted = { people: number; households: number | null; women: number | null; men: number | null };

/** What can't be true of one count, beside the field that says it. */
function agree({ people, households, women, men }: Counted, context: z.RefinementCtx): void {
  const issue = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
  if (households !== null && households > people) issue("households", "households_range");
  if ((women === null) !== (men === null)) issue(women === null ? "women" : "men", "sexes_both");
  else if (women !== null && men !== null && women + men !== people) issue("women", "sexes_sum");
}

const day = z.string({ error: "required" }).transform((typed, context) => {
  const read = parseDay(typed);
  if (read !== undefined) return read;
  context.addIssue({ code: "custom", message: "not_a_day" });
  return z.NEVER;
});

export const recordNeedSchema = z
  .object({
    kunci: key,
    areaCode: z.string({ error: "village_missing" }),
    needCode: z.string({ error: "group_unknown" }),
    since: day,
    about: z.string().trim().max(80, "too_long").default(""),
    ...countFields,
    instead: z.enum(["replace", "add"], { error: "not_a_choice" }).optional(),
    seen: z.coerce.number().int().optional(),
    reason: z.string().trim().max(300, "too_long").default(""),
  })
  .superRefine(agree)
  .superRefine(({ instead, reason }, context) => {
    if (instead && reason === "") context.addIssue({ code: "custom", path: ["reason"], message: "required" });
  });

export const updateNeedSchema = z
  .object({
    kunci: key,
    ...countFields,
    seen: z.coerce.number().int(),
    instead: z.enum(["replace", "add"], { error: "not_a_choice" }),
    reason: text(300),
  })
  .superRefine(agree);

export const closeNeedSchema = z.object({
  seen: z.coerce.number().int(),
  closing: z.enum(closings, { error: "choose_closing" }),
  note: text(300),
});
