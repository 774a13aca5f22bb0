import { z } from "zod";
import { isDay } from "~/kernel/dates";
import { practitionerElements } from "~/features/identity/actor";
import { readIdentifier } from "~/features/identifiers/identifier";
import { communityElements, companyTypes, legalForms } from "./organization";
import { payeeKinds } from "./payee-account";

/** Messages are codes of `organizationsErrors`, of the shared errors, or of a refusal. */
const required = { error: "required" };
const text = (most: number, missing: string) => z.string({ error: missing }).trim().min(1, missing).max(most, "too_long");
const optionalText = (most: number) => z.string().trim().max(most, "too_long").default("");
const optionalDay = z
  .string()
  .optional()
  .transform((value) => value || null)
  .refine((value) => value === null || isDay(value), "not_a_day");
const upload = z.instanceof(File, { error: "file_missing" }).refine((file) => file.size > 0, "file_missing");
const optionalUpload = z
  .instanceof(File)
  .optional()
  .transform((file) => (file && file.size > 0 ? file : null));
const kunci = z.string(required);
const identifier = (kind: "npwp" | "phone") =>
  z
    .string()
    .trim()
    .max(40, "too_long")
    .default("")
    .refine((value) => value === "" || readIdentifier(kind, value).refusal === undefined, `${kind}_form`);
const phone = z
  .string({ error: "phone_required" })
  .trim()
  .min(1, "phone_required")
  .refine((value) => readIdentifier("phone", value).refusal === undefined, "phone_form");

const registration = {
  kunci,
  name: z.string({ error: "name_required" }).trim().min(2, "name_required").max(160, "too_long"),
  areaCode: z.string({ error: "area_unknown" }).min(1, "area_unknown"),
  address: text(200, "address_required"),
  phone,
  about: optionalText(600),
  taxNumber: identifier("npwp"),
};

export const communitySchema = z.object({
  ...registration,
  element: z.enum(communityElements),
  sponsorId: z.string().optional(),
  legalForm: z.enum(legalForms, { error: "legal_form_missing" }).optional(),
});
export const practitionerSchema = z.object({ ...registration, element: z.enum(practitionerElements) });
export const companySchema = z.object({ ...registration, companyType: z.enum(companyTypes) });
export const profileSchema = z.object({
  organizationId: z.string(required),
  version: z.coerce.number(),
  about: optionalText(600),
  address: text(200, "address_required"),
  /** Empty: as it is. What is kept is shown masked, so it can't be typed over by sending the form again. */
  phone: identifier("phone"),
  taxNumber: identifier("npwp"),
});
export const legalFormSchema = z.object({
  organizationId: z.string(required),
  legalForm: z.enum(legalForms, { error: "legal_form_missing" }),
});
export const documentSchema = z.object({
  kunci,
  organizationId: z.string(required),
  kind: z.string(required),
  number: text(80, "number_required"),
  issuer: text(120, "issuer_required"),
  issuedOn: z.string({ error: "issued_required" }).refine(isDay, "not_a_day"),
  validUntil: optionalDay,
  file: upload,
});
export const payeeSchema = z.object({
  kunci,
  organizationId: z.string(required),
  kind: z.enum(payeeKinds, { error: "not_a_choice" }),
  bankName: text(60, "bank_required"),
  accountNumber: text(30, "account_required"),
  holderName: text(100, "holder_required"),
  villageRegulation: optionalText(60),
  proof: optionalUpload,
});
export const inviteSchema = z.object({
  kunci,
  organizationId: z.string(required),
  email: z.string({ error: "email_required" }).trim().toLowerCase().min(1, "email_required").pipe(z.email("email_invalid")),
  role: z.string({ error: "not_a_choice" }),
});
export const documentCheckSchema = z.object({
  documentId: z.string(required),
  decision: z.enum(["accept", "refuse"]),
  note: optionalText(600),
});
export const standingDecisionSchema = z.object({
  decision: z.enum(["approve", "revise", "reject"], { error: "not_a_choice" }),
  validUntil: optionalDay,
  note: optionalText(2000),
});
