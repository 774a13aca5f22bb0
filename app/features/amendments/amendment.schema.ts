import { z } from "zod";
import { amendmentReasons } from "./amendment";

/** Why a program changes: one of the list, and in words. */
export const amendmentReasonSchema = z.object({
  reasonCode: z.enum(amendmentReasons, { error: "reason_code_missing" }),
  reason: z.string({ error: "reason_missing" }).trim().min(1, "reason_missing").max(2000, "too_long"),
});

/** What the desk writes when it sends an amendment back or turns it down. */
export const deskNoteSchema = z.object({
  note: z.string({ error: "reason_missing" }).trim().min(1, "reason_missing").max(1000, "too_long"),
});

/** What a company writes: words are needed only to refuse. */
export const answerSchema = z.object({
  note: z.string({ error: "reason_missing" }).trim().max(500, "too_long").default(""),
});
