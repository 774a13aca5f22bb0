import { leadBack } from "~/features/identity/lead-back.server";
import { parseWithZod } from "@conform-to/zod/v4";
import { redirect } from "@remix-run/node";
import { filesRefusals } from "~/features/files/files-messages";
import { identifierRefusals } from "~/features/identifiers/identifier-messages";
import { misread, refused } from "~/features/identity/form-refusal";
import type { Context, community, company, practitioner } from "~/features/identity/guard.server";
import { newId } from "~/kernel/ids";
import { today } from "~/platform/clock.server";
import { flash } from "~/platform/flash.server";
import { getOrganization } from "./organization-queries.server";
import { documentSchema, legalFormSchema } from "./organization.schema";
import { changeLegalForm } from "./change-legal-form.server";
import { organizationsRefusals } from "./organizations-messages";
import { hasLegalForm, workspaceOf } from "./organization";
import { managingRole } from "./roles";
import { missingDocuments, standingView } from "./standing";
import { documentKinds, listStandingDocuments } from "./standing-queries.server";
import { submitStandingDocument } from "./submit-standing-document.server";
import { submitStanding } from "./submit-standing.server";

type C = Context<ReturnType<typeof community> | ReturnType<typeof company> | ReturnType<typeof practitioner>>;

/** An organisation's own view of its proof of standing; `?dokumen=` opens the form for one document. */
export async function loadStanding(c: C) {
  const { organizationId } = c.membership;
  const organization = await getOrganization(c.db, organizationId);
  const [kinds, documents] = await Promise.all([
    documentKinds(c.db, organization.element, organization.legalForm),
    listStandingDocuments(c.db, organizationId),
  ]);
  const current = documents.filter((document) => document.supersededAt === null);
  const missing = missingDocuments(kinds, current, today()).map((kind) => kind.code);
  return {
    key: newId(),
    language: c.language,
    today: today(),
    organization,
    view: standingView({ standing: organization.standing, standing_valid_until: organization.standingValidUntil }, today()),
    kinds,
    documents: current,
    missing,
    former: documents.length - current.length,
    mayChangeForm: hasLegalForm(organization.element) && c.membership.roles.some((role) => role === "chair"),
    adding: kinds.find((kind) => kind.code === c.url.searchParams.get("dokumen")) ?? null,
    maySubmit: c.membership.roles.some((role) => role === managingRole(c.membership.kind)),
  };
}

export type StandingData = Awaited<ReturnType<typeof loadStanding>>;

/** Adds one document, or with `aksi=kirim` submits them all. */
export async function changeStanding(c: C) {
  const form = await c.form();
  const page = `${workspaceOf(c.membership.kind)}/legalitas`;
  if (form.get("aksi") === "bentuk") return changeForm(c, form, page);
  if (form.get("aksi") === "kirim") {
    const outcome = await c.attempt(submitStanding, { organizationId: String(form.get("organizationId") ?? "") });
    throw await leadBack(c, outcome, { to: page, done: "standing_submitted", refusals: organizationsRefusals });
  }
  const submission = parseWithZod(form, { schema: documentSchema });
  if (submission.status !== "success") return misread(submission);
  const { kunci, ...said } = submission.value;
  const outcome = await c.attempt(submitStandingDocument, { ...said, key: kunci });
  if (!outcome.ok) return refused(submission, outcome.refusal, c.language, refusals);
  throw redirect(page, { status: 303, headers: await flash("document_saved") });
}

async function changeForm(c: C, form: FormData, page: string) {
  const submission = parseWithZod(form, { schema: legalFormSchema });
  if (submission.status !== "success") return misread(submission);
  const outcome = await c.attempt(changeLegalForm, submission.value);
  if (!outcome.ok) return refused(submission, outcome.refusal, c.language, refusals);
  throw redirect(page, { status: 303, headers: await flash("legal_form_changed") });
}

const refusals = {
  id: { ...filesRefusals.id, ...identifierRefusals.id, ...organizationsRefusals.id },
  en: { ...filesRefusals.en, ...identifierRefusals.en, ...organizationsRefusals.en },
};
