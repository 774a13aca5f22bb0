import { z } from "zod";
import { parseDay } from "~/kernel/dates";
import { parseRupiah } from "~/kernel/money";

const text = (most: number) => z.string({ error: "required" }).trim().min(1, "required").max(most, "too_long");

export const receiptSchema = z.object({
  kunci: z.string({ error: "key_missing" }),
  amount: z.string({ error: "required" }).transform((typed, context) => {
    const amount = parseRupiah(typed);
    if (amount === undefined) {
      context.addIssue({ code: "custom", message: "not_rupiah" });
      return z.NEVER;
    }
    return amount;
  }),
  budgetLineId: z.string({ error: "required" }),
  spentOn: z.string({ error: "required" }).transform((typed, context) => {
    const day = parseDay(typed);
    if (day === undefined) {
      context.addIssue({ code: "custom", message: "not_a_day" });
      return z.NEVER;
    }
    return day;
  }),
  vendor: text(120),
  description: text(300),
  file: z.instanceof(File, { error: "file_missing" }).refine((file) => file.size > 0, "file_missing"),
});

export const photoSchema = z.object({
  caption: text(200),
  file: z.instanceof(File, { error: "file_missing" }).refine((file) => file.size > 0, "file_missing"),
});
