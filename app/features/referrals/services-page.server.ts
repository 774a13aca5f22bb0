import { parseWithZod } from "@conform-to/zod/v4";
import { data, redirect } from "@remix-run/node";
import { holds } from "~/features/identity/actor";
import { misread, refused } from "~/features/identity/form-refusal";
import type { Context, community } from "~/features/identity/guard.server";
import { groupChoices } from "~/features/needs/need-queries.server";
import { getOrganization } from "~/features/organizations/organization-queries.server";
import { standingIsValid } from "~/features/organizations/standing";
import { today } from "~/platform/clock.server";
import { flash } from "~/platform/flash.server";
import { addService } from "./add-service.server";
import { closeService } from "./close-service.server";
import { offersServices, servingRoles } from "./referral";
import { referralMessages, referralRefusals } from "./referral-messages";
import { referralsTo } from "./referral-queries.server";
import { addServiceSchema, closeServiceSchema } from "./referral.schema";
import { servedAreas, servicesOf } from "./service-queries.server";

type C = Context<ReturnType<typeof community>>;

/** Other elements have no such room. */
export function requireServingElement(c: C): void {
  if (!offersServices(c.membership.element)) throw new Response(null, { status: 404 });
}

/** What an LK3 or LKS offers, and what was referred to it. */
export async function loadServices(c: C) {
  requireServingElement(c);
  const { organizationId } = c.membership;
  const { standing, standingValidUntil } = await getOrganization(c.db, organizationId);
  const [services, referrals, groups, areas] = await Promise.all([
    servicesOf(c.db, organizationId),
    referralsTo(c.db, organizationId),
    groupChoices(c.db),
    servedAreas(c.db, organizationId),
  ]);
  const inForce = standingIsValid({ standing, standing_valid_until: standingValidUntil }, today());
  return { language: c.language, services, referrals, groups, areas, inForce, mayWrite: holds(c.membership, servingRoles) };
}

/** Lists a service or closes one, by `aksi`. */
export async function changeServices(c: C) {
  requireServingElement(c);
  const form = await c.form();
  const step = form.get("aksi");
  if (step === "buka") return add(c, form);
  if (step === "tutup") return close(c, form);
  throw data(null, { status: 400 });
}

async function add(c: C, form: FormData) {
  const submission = parseWithZod(form, { schema: addServiceSchema });
  if (submission.status !== "success") return misread(submission);
  const outcome = await c.attempt(addService, { organizationId: c.membership.organizationId, ...submission.value });
  if (!outcome.ok) return refused(submission, outcome.refusal, c.language, referralRefusals);
  return done(c, "added");
}

async function close(c: C, form: FormData) {
  const submission = parseWithZod(form, { schema: closeServiceSchema });
  if (submission.status !== "success") return misread(submission);
  const outcome = await c.attempt(closeService, { organizationId: c.membership.organizationId, ...submission.value });
  if (!outcome.ok) return refused(submission, outcome.refusal, c.language, referralRefusals);
  return done(c, "closed");
}

async function done(c: C, what: "added" | "closed"): Promise<never> {
  throw redirect("/ruang/lembaga/layanan", { status: 303, headers: await flash(referralMessages[c.language].done[what]) });
}
