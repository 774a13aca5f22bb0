import { z } from "zod";

/** Messages are codes of `personalDataRefusals`. */
export const erasureSchema = z.object({
  password: z.string({ error: "password_required" }).min(1, "password_required").max(1000, "password_wrong"),
});
