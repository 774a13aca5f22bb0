import { z } from "zod";

/** What an auditor may say about a line that was read. */
export const readingSchema = z.object({ note: z.string().trim().max(500, "note_long").default("") });
