import { z } from "zod";
import { pillars } from "~/features/proposals/proposal";
import { parseDay } from "~/kernel/dates";
import { parseRupiah } from "~/kernel/money";
import { visibilities } from "./focus";

/** Messages are codes of `focusErrors` or of the shared errors. Nothing typed is no value. */
function optional<T>(read: (typed: string) => T | undefined, error: string) {
  return z
    .string()
    .default("")
    .transform((typed, context): T | null => {
      if (typed.trim() === "") return null;
      const value = read(typed.trim());
      if (value !== undefined) return value;
      context.addIssue({ code: "custom", message: error });
      return z.NEVER;
    });
}

const amount = optional((typed) => {
  const read = parseRupiah(typed);
  return read === 0n ? undefined : read;
}, "not_rupiah");
const day = optional(parseDay, "not_a_day");
const year = optional((typed) => (/^20[2-9]\d$/.test(typed) ? Number(typed) : undefined), "not_a_year");
const shown = z.enum(visibilities, { error: "not_a_choice" });
const goal = z
  .string()
  .regex(/^([1-9]|1[0-7])$/, "not_a_choice")
  .transform(Number);

export const focusSchema = z
  .object({
    organizationId: z.string({ error: "required" }),
    version: z.coerce.number({ error: "required" }).int(),
    areasShown: shown,
    pillars: z.array(z.enum(pillars, { error: "not_a_choice" })).default([]),
    pillarsShown: shown,
    goals: z.array(goal).default([]),
    goalsShown: shown,
    ticketMin: amount,
    ticketMax: amount,
    ticketShown: shown,
    planYear: year,
    planAmount: amount,
    planReadsFrom: day,
    planReadsUntil: day,
    planShown: shown,
  })
  .superRefine((said, context) => {
    const issue = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if (said.ticketMin !== null && said.ticketMax !== null && said.ticketMin > said.ticketMax) issue("ticketMax", "ticket_upside_down");
    if (said.planYear === null && (said.planAmount ?? said.planReadsFrom ?? said.planReadsUntil) !== null)
      issue("planYear", "year_missing");
    if ((said.planReadsFrom === null) !== (said.planReadsUntil === null))
      issue(said.planReadsFrom === null ? "planReadsFrom" : "planReadsUntil", "reading_half");
    else if (said.planReadsFrom !== null && said.planReadsUntil !== null && said.planReadsFrom > said.planReadsUntil)
      issue("planReadsUntil", "reading_upside_down");
  });
