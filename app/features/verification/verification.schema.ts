import { z } from "zod";
import { checkResults, deskCheckKinds, rejectionReasons, revisionReasons, suspensionReasons } from "~/features/proposals/proposal";
import { isDay } from "~/kernel/dates";

/** Each code says which field is meant, so that the summary above the form can be read by itself. */
const text = (most: number, missing: string) => z.string({ error: missing }).trim().min(1, missing).max(most, "too_long");
const day = z
  .string()
  .optional()
  .refine((value) => value === undefined || isDay(value), "not_a_day");

export const checkSchema = z.object({
  kind: z.enum(deskCheckKinds, "choose_kind"),
  result: z.enum(checkResults, "choose_result"),
  finding: text(600, "write_finding"),
  roleLabel: text(80, "write_role"),
  checkedOn: day,
  validUntil: day,
});

export const pinSchema = z.object({
  field: text(120, "choose_field"),
  reasonCode: z.enum(revisionReasons, "choose_reason"),
  note: text(600, "write_request"),
});

export const rejectionSchema = z.object({ reasonCode: z.enum(rejectionReasons, "choose_reason"), note: text(1000, "write_note") });
export const suspensionSchema = z.object({ reasonCode: z.enum(suspensionReasons, "choose_reason"), note: text(1000, "write_note") });
