import { z } from "zod";
import { isDay } from "~/kernel/dates";

const key = z.string({ error: "key_missing" });

export const executeSchema = z.object({
  kunci: key,
  bankReference: z.string({ error: "required" }).trim().min(1, { error: "required", abort: true }).min(3, "too_short").max(60, "too_long"),
  executedOn: z.string({ error: "required" }).refine(isDay, "not_a_day"),
});

export const reasonSchema = z.object({
  reason: z.string({ error: "required" }).trim().min(1, { error: "required", abort: true }).min(5, "too_short").max(500, "too_long"),
});

export const requestSchema = z.object({
  kunci: key,
  termin: z.coerce.number().int().positive(),
  note: z.string().trim().max(500, "too_long").default(""),
});

export const acknowledgeSchema = z.object({ kunci: key });
