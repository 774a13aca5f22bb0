import { z } from "zod";
import { mostPeople } from "~/features/needs/need";
import { longestHours, longestWords, outcomes, serviceKinds } from "./referral";

/** Messages are codes of `referralRefusals` or of the shared errors. */
const words = (most: number, missing: string) => z.string({ error: missing }).trim().min(1, missing).max(most, "too_long");

export const addServiceSchema = z.object({
  kind: z.enum(serviceKinds, { error: "kind_missing" }),
  groups: z.array(z.string(), { error: "groups_missing" }).min(1, "groups_missing"),
  areaCode: z.string({ error: "service_area_unknown" }).min(1, "service_area_unknown"),
  hours: words(longestHours, "hours_missing"),
});

export const closeServiceSchema = z.object({ serviceId: z.string({ error: "required" }) });

export const referNeedSchema = z.object({
  serviceId: z.string({ error: "service_missing" }).min(1, "service_missing"),
  note: words(longestWords, "note_missing"),
});

export const withdrawReferralSchema = z.object({ referralId: z.string({ error: "required" }) });

export const answerReferralSchema = z.object({
  jawaban: z.enum(["terima", "tolak"], { error: "not_a_choice" }),
  answer: z.string().trim().max(longestWords, "too_long").default(""),
});

/** People are asked for only where somebody was served; elsewhere what stands in the field is left out. */
export const reportReferralSchema = z
  .object({
    outcome: z.enum(outcomes, { error: "outcome_missing" }),
    people: z.string().trim().default(""),
    words: words(longestWords, "words_missing"),
  })
  .transform(({ people, ...said }, context) => {
    if (said.outcome !== "served") return { ...said, people: null };
    const number = /^(\d{1,3}(\.\d{3})+|\d{1,9})$/.test(people) ? Number(people.replaceAll(".", "")) : undefined;
    if (number !== undefined && number >= 1 && number <= mostPeople) return { ...said, people: number };
    const message = people === "" ? "served_missing" : number === undefined ? "not_a_count" : "served_range";
    context.addIssue({ code: "custom", path: ["people"], message });
    return z.NEVER;
  });
