import { z } from "zod";
import { longestPassword, shortestPassword } from "./password";

/** Messages are codes of `accountRefusals`. */
const email = z.string({ error: "email_required" }).trim().toLowerCase().max(254, "email_invalid").pipe(z.email("email_invalid"));
const name = z.string({ error: "name_required" }).trim().min(1, "name_required").max(120, "name_long");
const password = z.string({ error: "password_required" }).min(shortestPassword, "password_short").max(longestPassword, "password_long");
const anyPassword = z.string({ error: "password_required" }).min(1, "password_required").max(1000, "password_long");

export const signInSchema = z.object({
  email,
  password: anyPassword,
  remember: z.literal("on").optional(),
  kembali: z.string().optional(),
});
export const signUpSchema = z.object({ name, email, password, kembali: z.string().optional() });
export const forgotSchema = z.object({ email });
export const resetSchema = z.object({ password });
export const secondStepSchema = z.object({
  code: z.string({ error: "factor_code_required" }).trim().min(1, "factor_code_required").max(40, "factor_code_form"),
  remember: z.literal("on").optional(),
  kembali: z.string().optional(),
});
export const editAccountSchema = z.object({ name, language: z.enum(["id", "en"]) });
export const changePasswordSchema = z.object({ current: anyPassword, password });
