import { parseWithZod } from "@conform-to/zod/v4";
import { redirect } from "@remix-run/node";
import { isPlatform } from "~/features/identity/actor";
import { openFreezes } from "~/features/freezes/freeze-queries.server";
import { identifiersOf, twinsOf } from "~/features/identifiers/identifier-queries.server";
import { mayReveal } from "~/features/identifiers/reveal-identifier.server";
import { alongside, misread, refused } from "~/features/identity/form-refusal";
import type { Context, platform } from "~/features/identity/guard.server";
import { type Day, addDays } from "~/kernel/dates";
import { isId } from "~/kernel/ids";
import { today } from "~/platform/clock.server";
import { flash } from "~/platform/flash.server";
import { approveStanding } from "./approve-standing.server";
import { checkStandingDocument } from "./check-standing-document.server";
import { listMembers } from "./member-queries.server";
import { findOrganization } from "./organization-queries.server";
import { documentCheckSchema, standingDecisionSchema } from "./organization.schema";
import { organizationsRefusals } from "./organizations-messages";
import { listPayeeAccounts, namesSharingAccount } from "./payee-account-queries.server";
import { rejectStanding } from "./reject-standing.server";
import { requestStandingRevision } from "./request-standing-revision.server";
import { earliestExpiry, mayBecome, standingView, unprovenKinds } from "./standing";
import { documentKinds, listStandingDocuments } from "./standing-queries.server";

type C = Context<ReturnType<typeof platform>>;

/** How long a standing holds when no document ends sooner. */
const usualDays = 3 * 365;

/** One organisation as the desk sees it: its documents, accounts, people, and what can be decided. */
export async function loadOrganization(c: C) {
  const id = c.params.id ?? "";
  const organization = isId(id) ? await findOrganization(c.db, id) : undefined;
  if (!organization || organization.kind === "platform") throw new Response(null, { status: 404 });
  const [kinds, documents, accounts, shared, members, identifiers, twins, freezes] = await Promise.all([
    documentKinds(c.db, organization.element, organization.legalForm),
    listStandingDocuments(c.db, id),
    listPayeeAccounts(c.db, id),
    namesSharingAccount(c.db, id),
    listMembers(c.db, id, organization.kind),
    identifiersOf(c.db, id),
    twinsOf(c.db, id),
    openFreezes(c.db, id),
  ]);
  const current = documents.filter((document) => document.supersededAt === null);
  const latest = earliestExpiry(current) ?? null;
  const usual = addDays(today(), usualDays);
  return {
    language: c.language,
    today: today(),
    organization,
    view: standingView({ standing: organization.standing, standing_valid_until: organization.standingValidUntil }, today()),
    kinds,
    documents: current,
    accounts: accounts.map((account) => ({ ...account, sharedWith: shared.get(account.id) ?? [] })),
    members,
    identifiers: identifiers.map((one) => ({ ...one, twins: twins.get(one.id) ?? [] })),
    freezes,
    mayReveal: mayReveal(c.actor, id),
    former: documents.length - current.length,
    latest,
    suggested: (latest && latest < usual ? latest : usual) satisfies Day,
    provable: unprovenKinds(kinds, current, today()).length === 0,
    mayCheck: isPlatform(c.actor, "administrator", "verifier"),
    mayDecide: isPlatform(c.actor, "administrator") && mayBecome(organization.standing, "rejected"),
  };
}

export type DirectoryData = Awaited<ReturnType<typeof loadOrganization>>;

/** Checks one document, or decides on the standing. */
export async function changeOrganization(c: C) {
  const form = await c.form();
  return form.get("aksi") === "dokumen" ? checkDocument(c, form) : decide(c, form);
}

async function checkDocument(c: C, form: FormData) {
  const submission = parseWithZod(form, { schema: documentCheckSchema });
  const documentId = String(form.get("documentId") ?? "");
  if (submission.status !== "success") return alongside(misread(submission), { documentId });
  const { decision, note } = submission.value;
  const outcome = await c.attempt(checkStandingDocument, { documentId, accepted: decision === "accept", note });
  if (!outcome.ok) return alongside(refused(submission, outcome.refusal, c.language, organizationsRefusals), { documentId });
  throw redirect(`/admin/anggota/${c.params.id}`, { status: 303, headers: await flash("document_checked") });
}

async function decide(c: C, form: FormData) {
  const submission = parseWithZod(form, { schema: standingDecisionSchema });
  if (submission.status !== "success") return alongside(misread(submission), { documentId: null });
  const { decision, note } = submission.value;
  const organizationId = c.params.id ?? "";
  const validUntil = submission.value.validUntil ?? "";
  const outcome =
    decision === "approve"
      ? await c.attempt(approveStanding, { organizationId, validUntil })
      : await c.attempt(decision === "revise" ? requestStandingRevision : rejectStanding, { organizationId, note });
  if (!outcome.ok) return alongside(refused(submission, outcome.refusal, c.language, organizationsRefusals), { documentId: null });
  throw redirect(`/admin/anggota/${c.params.id}`, { status: 303, headers: await flash("standing_decided") });
}
