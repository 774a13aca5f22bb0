import { z } from "zod";
import { isLanguage } from "~/kernel/messages";
import { elementCodes, guidanceTopics } from "./guidance";

/** Messages are codes of `guidanceErrors` or of the shared errors. */
const line = (most: number) => z.string().trim().max(most, "too_long").default("");

/** A draft may lack everything but its title; publishing asks for the rest. */
export const articleSchema = z.object({
  revision: z.coerce.number().int().default(0),
  title: z.string({ error: "title_missing" }).trim().min(1, "title_missing").max(120, "too_long"),
  summary: line(300),
  body: line(20_000),
  topic: z.enum(guidanceTopics, { error: "choose_topic" }),
  regulations: z
    .string()
    .default("")
    .transform((text) => [...new Set(text.split(/\r?\n/).map((one) => one.trim()))].filter(Boolean))
    .refine((list) => list.length <= 12, "regulations_many")
    .refine((list) => list.every((one) => one.length <= 200), "regulation_long"),
  elements: z.array(z.enum(elementCodes, { error: "not_a_choice" })).default([]),
  areas: z.array(z.string()).default([]),
  areaCode: z.string().optional(),
});

export const publicationSchema = z.object({
  revision: z.coerce.number().int(),
  change: z.string({ error: "change_missing" }).trim().min(5, "change_missing").max(300, "too_long"),
  tell: z.literal("on").optional(),
});

export const withdrawalSchema = z.object({
  reason: z.string({ error: "reason_missing" }).trim().min(10, "reason_missing").max(500, "too_long"),
});

export const followSchema = z.object({
  email: z.string({ error: "email_missing" }).trim().toLowerCase().min(1, "email_missing").max(254, "too_long").pipe(z.email("not_email")),
  element: z.enum(elementCodes, { error: "not_a_choice" }).optional(),
  areaCode: z.string().optional(),
  language: z
    .string()
    .optional()
    .refine((value) => value === undefined || isLanguage(value), "not_a_choice"),
});
