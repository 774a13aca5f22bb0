import { parseWithZod } from "@conform-to/zod/v4";
import { redirect } from "@remix-run/node";
import { z } from "zod";
import { alongside, misread, refused } from "~/features/identity/form-refusal";
import type { Context, community } from "~/features/identity/guard.server";
import type { DomainError } from "~/kernel/domain-error";
import { leaveIfSettled } from "~/features/identity/lead-back.server";
import { flash } from "~/platform/flash.server";
import { answerSponsorship } from "./answer-sponsorship.server";
import { askSponsorship } from "./ask-sponsorship.server";
import { endSponsorship } from "./end-sponsorship.server";
import { sponsorshipRefusals } from "./sponsorship-messages";
import { listSponsors, sponsorshipsOf } from "./sponsorship-queries.server";

type C = Context<ReturnType<typeof community>>;
const page = "/ruang/lembaga/naungan";
const note = z.string().trim().max(600, "too_long").default("");
const askSchema = z.object({ sponsorId: z.string({ error: "sponsor_unfit" }).min(1, "sponsor_unfit") });
const answerSchema = z.object({ sponsorshipId: z.string(), jawaban: z.enum(["terima", "tolak"]), note });
const endSchema = z.object({ sponsorshipId: z.string(), note });

/** Both sides of an organisation's sponsorships, and whom it could ask. */
export async function loadSponsorships(c: C) {
  const { organizationId } = c.membership;
  const all = await sponsorshipsOf(c.db, organizationId);
  const own = all.find((one) => one.sponsoredId === organizationId && (one.status === "asked" || one.status === "accepted"));
  const sponsors = own ? [] : (await listSponsors(c.db)).filter(({ id }) => id !== organizationId);
  return {
    language: c.language,
    own: own ?? null,
    asked: all.filter((one) => one.sponsorId === organizationId && one.status === "asked"),
    sponsored: all.filter((one) => one.sponsorId === organizationId && one.status === "accepted"),
    past: all.filter((one) => one.status === "refused" || one.status === "ended"),
    sponsors,
    mayDecide: c.membership.roles.some((role) => role === "chair"),
  };
}

export type SponsorshipsData = Awaited<ReturnType<typeof loadSponsorships>>;

/** Asks for a sponsor, answers a request, or ends a sponsorship. */
export async function changeSponsorships(c: C) {
  const form = await c.form();
  const about = String(form.get("sponsorshipId") ?? "");
  if (form.get("aksi") === "minta") {
    const submission = parseWithZod(form, { schema: askSchema });
    if (submission.status !== "success") return alongside(misread(submission), { about });
    const outcome = await c.attempt(askSponsorship, { organizationId: c.membership.organizationId, ...submission.value });
    if (!outcome.ok) return notTaken(c, submission, outcome.refusal, about);
    throw redirect(page, { status: 303, headers: await flash("sponsorship_asked") });
  }
  if (form.get("aksi") === "akhiri") {
    const submission = parseWithZod(form, { schema: endSchema });
    if (submission.status !== "success") return alongside(misread(submission), { about });
    const outcome = await c.attempt(endSponsorship, submission.value);
    if (!outcome.ok) return notTaken(c, submission, outcome.refusal, about);
    throw redirect(page, { status: 303, headers: await flash("sponsorship_ended") });
  }
  const submission = parseWithZod(form, { schema: answerSchema });
  if (submission.status !== "success") return alongside(misread(submission), { about });
  const { jawaban, ...said } = submission.value;
  const outcome = await c.attempt(answerSponsorship, { ...said, accept: jawaban === "terima" });
  if (!outcome.ok) return notTaken(c, submission, outcome.refusal, about);
  throw redirect(page, { status: 303, headers: await flash("sponsorship_answered") });
}

const settled = ["sponsorship_open", "sponsorship_over", "sponsorship_answered"];

/** The form again with the reason; where somebody else has settled it meanwhile there is no form any more, and the page says why. */
async function notTaken(c: C, submission: Parameters<typeof refused>[0], refusal: DomainError, about: string) {
  await leaveIfSettled(c, refusal, { codes: settled, to: page, refusals: sponsorshipRefusals });
  return alongside(refused(submission, refusal, c.language, sponsorshipRefusals), { about });
}
