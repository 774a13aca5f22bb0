import { z } from "zod";
import { concernKinds, findings, mostFiles, replies } from "./concern";

/** Messages are codes of `concernRefusals` or of the shared errors. */
const story = z.string({ error: "story_missing" }).trim().min(20, "story_missing").max(5000, "too_long");

export const concernSchema = z
  .object({
    kunci: z.string().default(""),
    kind: z.enum(concernKinds, { error: "choose_kind" }),
    about: z.string().max(200, "not_a_choice").default(""),
    happened: z.string().trim().max(120, "too_long").default(""),
    story,
    file: z.array(z.instanceof(File)).max(mostFiles, "files_many").default([]),
    reply: z.enum(replies, { error: "choose_reply" }),
    contact: z.string().trim().max(120, "too_long").default(""),
    situs: z.string().default(""),
  })
  .superRefine((value, context) => {
    if (value.reply === "contact" && !isContact(value.contact)) {
      context.addIssue({ code: "custom", path: ["contact"], message: "contact_form" });
    }
  });

/** A telephone number or an email address. */
function isContact(text: string): boolean {
  return /^[+0-9][0-9 ()-]{7,19}$/.test(text) || z.email().safeParse(text).success;
}

const note = z.string({ error: "note_missing" }).trim().min(1, "note_missing").max(3000, "too_long");

export const reporterNoteSchema = z.object({ text: note });
export const deskNoteSchema = z.object({ text: note, voice: z.enum(["desk", "internal"], { error: "choose_voice" }) });
export const closingSchema = z.object({
  outcome: z.enum(findings, { error: "choose_outcome" }),
  published: z.string({ error: "outcome_missing" }).trim().min(20, "outcome_missing").max(1000, "too_long"),
});
