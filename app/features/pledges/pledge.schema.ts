import { z } from "zod";
import { choosableCancellations, refusalReasons } from "./pledge";

const note = z.string({ error: "required" }).trim().max(1000, "too_long").default("");

export const refusePledgeSchema = z.object({
  alasan: z.enum(refusalReasons, { error: "reason_missing" }),
  catatan: note,
});

export const cancelPledgeSchema = z.object({
  alasan: z.enum(choosableCancellations, { error: "reason_missing" }),
  catatan: note,
});
