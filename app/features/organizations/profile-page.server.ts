import { parseWithZod } from "@conform-to/zod/v4";
import { redirect } from "@remix-run/node";
import { identifiersOf } from "~/features/identifiers/identifier-queries.server";
import { identifierRefusals } from "~/features/identifiers/identifier-messages";
import { mayReveal } from "~/features/identifiers/reveal-identifier.server";
import { misread, refused } from "~/features/identity/form-refusal";
import type { Context, community, company, practitioner } from "~/features/identity/guard.server";
import { flash } from "~/platform/flash.server";
import { editProfile } from "./edit-profile.server";
import { workspaceOf } from "./organization";
import { getOrganization } from "./organization-queries.server";
import { profileSchema } from "./organization.schema";
import { organizationsRefusals } from "./organizations-messages";

type C = Context<ReturnType<typeof community> | ReturnType<typeof company> | ReturnType<typeof practitioner>>;

export async function loadProfile(c: C) {
  const { organizationId } = c.membership;
  const [organization, identifiers] = await Promise.all([getOrganization(c.db, organizationId), identifiersOf(c.db, organizationId)]);
  return { language: c.language, organization, identifiers, mayReveal: mayReveal(c.actor, organizationId) };
}

export type ProfileData = Awaited<ReturnType<typeof loadProfile>>;

export async function saveProfile(c: C) {
  const submission = parseWithZod(await c.form(), { schema: profileSchema });
  if (submission.status !== "success") return misread(submission);
  const outcome = await c.attempt(editProfile, submission.value);
  if (!outcome.ok) return refused(submission, outcome.refusal, c.language, refusals);
  throw redirect(`${workspaceOf(c.membership.kind)}/profil`, { status: 303, headers: await flash("saved") });
}

const refusals = {
  id: { ...identifierRefusals.id, ...organizationsRefusals.id },
  en: { ...identifierRefusals.en, ...organizationsRefusals.en },
};
