import { parseWithZod } from "@conform-to/zod/v4";
import { redirect } from "@remix-run/node";
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
  return { language: c.language, organization: await getOrganization(c.db, c.membership.organizationId) };
}

export type ProfileData = Awaited<ReturnType<typeof loadProfile>>;

export async function saveProfile(c: C) {
  const submission = parseWithZod(await c.form(), { schema: profileSchema });
  if (submission.status !== "success") return misread(submission);
  const outcome = await c.attempt(editProfile, submission.value);
  if (!outcome.ok) return refused(submission, outcome.refusal, c.language, organizationsRefusals);
  throw redirect(`${workspaceOf(c.membership.kind)}/profil`, { status: 303, headers: await flash(c.request, "saved") });
}
