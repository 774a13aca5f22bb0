import { z } from "zod";
import { hidingReasons, residentAnswers } from "./residents";

/** Messages are codes of `residentRefusals` or of the shared errors. */
export const answerSchema = z.object({
  answer: z.enum(residentAnswers, { error: "choose_answer" }),
  comment: z.string().trim().max(500, "too_long").default(""),
  situs: z.string().default(""),
});

export const questionSchema = z.object({
  kunci: z.string().default(""),
  thing: z.string({ error: "thing_missing" }).trim().min(5, "thing_missing").max(120, "too_long"),
  place: z.string({ error: "place_missing" }).trim().min(3, "place_missing").max(120, "too_long"),
  tranche: z
    .string()
    .default("")
    .refine((value) => /^\d{0,3}$/.test(value), "not_a_choice")
    .transform((value) => (value === "" ? null : Number(value))),
  households: z
    .string()
    .default("")
    .transform((value) => value.replace(/[.\s]/g, ""))
    .refine((value) => /^\d{0,5}$/.test(value) && value !== "0", "households_form")
    .transform((value) => (value === "" ? null : Number(value))),
});

export const hidingSchema = z.object({
  reason: z.enum(hidingReasons, { error: "choose_reason" }),
  note: z.string({ error: "note_missing" }).trim().min(5, "note_missing").max(300, "too_long"),
});

export const findingSchema = z.object({
  finding: z.string({ error: "finding_missing" }).trim().min(20, "finding_missing").max(1000, "too_long"),
});
