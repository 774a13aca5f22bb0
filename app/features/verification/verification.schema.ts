import { z } from "zod";
import { checkKinds, checkResults, rejectionReasons, revisionReasons, suspensionReasons } from "~/features/proposals/proposal";
import { isDay } from "~/kernel/dates";

const text = (most: number) => z.string({ error: "required" }).trim().min(1, "required").max(most, "too_long");
const day = z
  .string()
  .optional()
  .refine((value) => value === undefined || isDay(value), "not_a_day");

export const checkSchema = z.object({
  kind: z.enum(checkKinds, "not_a_choice"),
  result: z.enum(checkResults, "choose_result"),
  finding: text(600),
  roleLabel: text(80),
  checkedOn: day,
  validUntil: day,
});

export const pinSchema = z.object({
  field: text(120),
  reasonCode: z.enum(revisionReasons, "not_a_choice"),
  note: text(600),
});

export const rejectionSchema = z.object({ reasonCode: z.enum(rejectionReasons, "not_a_choice"), note: text(1000) });
export const suspensionSchema = z.object({ reasonCode: z.enum(suspensionReasons, "not_a_choice"), note: text(1000) });
