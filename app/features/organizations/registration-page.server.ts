import { parseWithZod } from "@conform-to/zod/v4";
import { data, redirect } from "@remix-run/node";
import type { Area } from "~/features/areas/area";
import { findArea, searchAreas } from "~/features/areas/area-queries.server";
import type { PractitionerElement } from "~/features/identity/actor";
import { alongside, misread, refused } from "~/features/identity/form-refusal";
import type { Context, signedIn } from "~/features/identity/guard.server";
import { actingOrganizationCookie } from "~/features/identity/preferences.server";
import { newId } from "~/kernel/ids";
import { flash } from "~/platform/flash.server";
import { type CommunityElement, type CompanyType, type LegalForm, hasLegalForm, needsSponsor, workspaceOf } from "./organization";
import { listSponsors } from "~/features/sponsorships/sponsorship-queries.server";
import { listElements } from "./organization-queries.server";
import { communitySchema, companySchema, practitionerSchema } from "./organization.schema";
import { organizationsRefusals } from "./organizations-messages";
import { registerOrganization } from "./register-organization.server";
import { documentKinds } from "./standing-queries.server";

type C = Context<typeof signedIn>;

/** What the page of one element needs: its name, its ladder of documents, sponsors for those that need one. */
export async function loadRegistration(c: C, element: CommunityElement | PractitionerElement | "business", person = false) {
  const [kinds, elements, sponsors] = await Promise.all([
    documentKinds(c.db, element, legalFormOf(c.url)),
    listElements(c.db),
    needsSponsor(element) ? listSponsors(c.db) : [],
  ]);
  const choice = elements.find((one) => one.code === element);
  if (!choice) throw new Response(null, { status: 404 });
  const legalForm = hasLegalForm(element) ? legalFormOf(c.url) : null;
  return { key: newId(), language: c.language, verified: c.actor.emailVerified, element: choice, person, legalForm, kinds, sponsors };
}

/** An LKS reads the ladder of its legal form from the address; without one, that of a legal entity. */
function legalFormOf(url: URL): LegalForm {
  return url.searchParams.get("bentuk") === "belum" ? "unincorporated" : "incorporated";
}

export type RegistrationData = Awaited<ReturnType<typeof loadRegistration>>;

/** Registers what a form says and goes on to the proof of standing; the search button of the area only looks for areas. */
export async function register(
  c: C,
  as:
    | { kind: "community"; element: CommunityElement }
    | { kind: "practitioner"; element: PractitionerElement }
    | { kind: "company"; companyType: CompanyType },
) {
  const form = await c.form();
  const area = await areaOf(c, form);
  const submission = parseWithZod(form, { schema: schemas[as.kind] });
  if (form.get("aksi") === "cari-wilayah") return data({ area, result: { initialValue: submission.reply().initialValue } }, 200);
  if (submission.status !== "success") return alongside(misread(submission), { area });
  const { kunci, taxNumber, ...said } = submission.value;
  const outcome = await c.attempt(registerOrganization, { ...said, ...as, key: kunci, taxNumber: taxNumber || null });
  if (!outcome.ok) return alongside(refused(submission, outcome.refusal, c.language, organizationsRefusals), { area });
  const headers = new Headers(await flash("organization_registered"));
  headers.append("Set-Cookie", await actingOrganizationCookie.serialize(outcome.value.organizationId));
  throw redirect(`${workspaceOf(as.kind)}/legalitas`, { status: 303, headers });
}

const schemas = { community: communitySchema, practitioner: practitionerSchema, company: companySchema };

type AreaState = { chosen?: Area | undefined; search?: { q: string; results: Area[] } | undefined };

async function areaOf(c: C, form: FormData): Promise<AreaState> {
  const q = String(form.get("areaCodeCari") ?? "").trim();
  const code = String(form.get("areaCode") ?? "");
  return {
    chosen: code ? await findArea(c.db, code) : undefined,
    search: q ? { q, results: await searchAreas(c.db, { q, level: "village", limit: 12 }) } : undefined,
  };
}
