import { z } from "zod";
import { textLimits } from "./proposal-completeness";

/** The title with which a proposal starts; everything else may wait. */
export const titleSchema = z.object({
  title: z.string({ error: "required" }).trim().min(1, "required").max(textLimits.title, "too_long"),
});
