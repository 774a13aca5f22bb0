import { z } from "zod";
import { parseDay } from "~/kernel/dates";
import { longestNote, longestWish } from "./mentoring";

/** Messages are codes of `mentoringRefusals` or of the shared errors. */
const words = (most: number, missing: string) => z.string({ error: missing }).trim().min(1, missing).max(most, "too_long");
const day = z.string({ error: "required" }).transform((typed, context) => {
  const read = parseDay(typed);
  if (read !== undefined) return read;
  context.addIssue({ code: "custom", message: typed.trim() === "" ? "required" : "not_a_day" });
  return z.NEVER;
});

export const askMentorSchema = z.object({
  mentorId: z.string({ error: "mentor_unfit" }).min(1, "mentor_unfit"),
  wish: words(longestWish, "wish_missing"),
});
export const answerMentoringSchema = z.object({
  jawaban: z.enum(["terima", "tolak"], { error: "not_a_choice" }),
  answer: words(longestWish, "answer_missing"),
});
export const mentoringNoteSchema = z.object({
  kunci: z.string({ error: "required" }).min(1, "required"),
  heldOn: day,
  text: words(longestNote, "note_missing"),
});
export const endMentoringSchema = z.object({ closing: words(longestWish, "closing_missing") });
