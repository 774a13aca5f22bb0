import { parseWithZod } from "@conform-to/zod/v4";
import { type MetaFunction, data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useFormState, useMessages } from "~/components/language";
import { refusalText } from "~/components/refusal-text";
import { type ContentPart, amendable, isContentPart, partOfPath, partOfSection, parts } from "~/features/amendments/amendment";
import { AmendmentEditor, addressOf } from "~/features/amendments/amendment-editor";
import { amendmentMessages } from "~/features/amendments/amendment-messages";
import { AmendmentReview } from "~/features/amendments/amendment-review";
import { amendmentReasonSchema } from "~/features/amendments/amendment.schema";
import { attachEvidence } from "~/features/amendments/attach-evidence.server";
import { amendmentRefusals } from "~/features/amendments/desk-messages";
import { type AmendmentEditorView, findAmendmentEditor } from "~/features/amendments/editor-view.server";
import { patchedContent } from "~/features/amendments/program-content";
import { removeEvidence } from "~/features/amendments/remove-evidence.server";
import { saveAmendment } from "~/features/amendments/save-amendment.server";
import { filesRefusals } from "~/features/files/files-messages";
import { holds } from "~/features/identity/actor";
import { alongside, misread, refused } from "~/features/identity/form-refusal";
import { type Context, community, guardedAction, guardedLoader } from "~/features/identity/guard.server";
import { readStep } from "~/features/proposals/editor/read-step";
import { communityPowers } from "~/features/identity/powers";
import { DomainError } from "~/kernel/domain-error";
import { isId, newId } from "~/kernel/ids";
import type { Attempt } from "~/kernel/result";

export const meta: MetaFunction<typeof loader> = ({ data: given }) => [
  {
    title: `${amendmentMessages[given?.language ?? "id"].name(given?.view.amendment.n ?? 1)}: ${given?.view.program.title ?? ""} · Sinergi`,
  },
];

const members = community();
const writers = community(...communityPowers.writes_amendments);
const reasonRefusals = {
  id: { ...amendmentRefusals.id, ...filesRefusals.id },
  en: { ...amendmentRefusals.en, ...filesRefusals.en },
};
type Where = Context<typeof members> | Context<typeof writers>;

/** `/ruang/lembaga/program/:slug/adendum/:n/:bagian`: one part of an amendment, or the whole of it to check and send. */
export const loader = guardedLoader(members, async (c) => {
  const view = await viewOf(c);
  const writes = view.amendment.status === "draft" && holds(c.membership, communityPowers.writes_amendments);
  // What was sent, or may not be written, is read as a whole.
  if (view.part !== "review" && !writes) throw redirect(addressOf({ ...view, part: "review" }));
  const maySend = holds(c.membership, communityPowers.submits_amendments);
  return { view, language: c.language, maySend, mayWithdraw: maySend || writes, kunci: newId() };
});

export const action = guardedAction(writers, async (c) => {
  const view = await viewOf(c);
  if (view.part === "reason") return saveReason(c, view);
  if (!isContentPart(view.part)) throw new Response(null, { status: 405 });
  return saveContent(c, view, view.part);
});

export default function AmendmentPart() {
  const { view, maySend, mayWithdraw, kunci } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const shown = answer?.view ?? view;
  const texts = useMessages(amendmentRefusals);
  const form = useFormState(answer?.result, { texts, defaults: shown.amendment });
  if (shown.part === "review") return <AmendmentReview view={shown} maySend={maySend} mayWithdraw={mayWithdraw} kunci={kunci} />;
  return <AmendmentEditor view={shown} refusal={answer?.refusal} form={form} again={answer?.again} />;
}

async function viewOf(c: Where): Promise<AmendmentEditorView> {
  const part = partOfPath(c.params.bagian);
  const { slug = "", n = "" } = c.params;
  const view = part && (await findAmendmentEditor(c.db, { organizationId: c.membership.organizationId, slug, n, part }));
  if (!view) throw new Response(null, { status: 404 });
  return view;
}

/** Saves the reason, then takes or removes a file: a chosen one also when another button than its own was pressed. */
async function saveReason(c: Context<typeof writers>, view: AmendmentEditorView) {
  const form = await c.form();
  const submission = parseWithZod(form, { schema: amendmentReasonSchema });
  const upload = uploadIn(form);
  const shown = { view, refusal: undefined, again: upload?.file !== undefined };
  if (submission.status !== "success") return alongside(misread(submission), shown);
  const write = { part: "reason" as const, ...submission.value };
  const saved = await c.attempt(saveAmendment, { ...idOf(view), revision: Number(form.get("revisi")), write });
  if (!saved.ok) return alongside(refused(submission, saved.refusal, c.language, reasonRefusals), shown);
  const [intent, fileId = ""] = String(form.get("aksi")).split(":");
  const removed = intent === "hapus-lampiran" && isId(fileId) ? await c.attempt(removeEvidence, { ...idOf(view), fileId }) : undefined;
  const changed = upload && removed?.ok !== false ? await attach(c, view, upload) : removed;
  if (changed && !changed.ok) {
    const answer = refused(submission, changed.refusal, c.language, reasonRefusals);
    return alongside(answer, { ...shown, view: await viewOf(c) });
  }
  const next = intent === "lanjut" ? addressOf({ ...view, part: "budget" }) : `${addressOf(view)}${changed ? "#lampiran" : ""}`;
  throw redirect(next, { status: 303 });
}

type Upload = { file: File | undefined; title: string; forPublic: boolean };

/** The file that was chosen, or the wish for one: a caption alone is not dropped in silence. */
function uploadIn(form: FormData): Upload | undefined {
  const chosen = form.get("file");
  const file = chosen instanceof File && chosen.size > 0 ? chosen : undefined;
  const title = String(form.get("uploadTitle") ?? "");
  if (!file && form.get("aksi") !== "unggah" && title.trim() === "") return undefined;
  return { file, title, forPublic: form.get("uploadAccess") === "public" };
}

async function attach(c: Context<typeof writers>, view: AmendmentEditorView, { file, ...rest }: Upload): Promise<Attempt<unknown>> {
  if (!file) return { ok: false, refusal: new DomainError("file_missing", { field: "file" }) };
  return c.attempt(attachEvidence, { ...idOf(view), file, ...rest });
}

async function saveContent(c: Context<typeof writers>, view: AmendmentEditorView, part: ContentPart) {
  const form = await c.form();
  const { section, fields } = amendable[part];
  const step = readStep(section, form);
  const patch = Object.fromEntries(Object.entries(step.patch).filter(([field]) => fields.some((one) => one === field)));
  // A step may read more than this part shows.
  const unread = Object.fromEntries(
    Object.entries(step.unread).filter(([field]) => part === "budget" || fields.some((one) => one === field.split(".")[0])),
  );
  const write = { part, patch, unread };
  const saved = await c.attempt(saveAmendment, { ...idOf(view), revision: Number(form.get("revisi")), write });
  if (!saved.ok) {
    const typed = { ...view, after: patchedContent(view.after, patch), unread: { ...view.unread, [section]: unread } };
    return data(
      { view: typed, refusal: refusalText(saved.refusal, c.language, amendmentRefusals), result: undefined, again: undefined },
      400,
    );
  }
  const stored = await viewOf(c);
  const wrong = stored.problems.some((issue) => partOfSection(issue.section) === part);
  // What could not be read is kept and shown again with its reason; everything else is saved.
  if (Object.keys(unread).length > 0) return data({ view: stored, refusal: undefined, result: undefined, again: undefined }, 400);
  const next = step.intent === "lanjut" && !wrong ? (parts[parts.indexOf(part) + 1] ?? part) : part;
  throw redirect(`${addressOf({ ...stored, part: next })}${anchorOf(step.intent, section)}`, { status: 303 });
}

function idOf({ program, amendment }: AmendmentEditorView): { proposalId: string; n: number } {
  return { proposalId: program.id, n: amendment.n };
}

function anchorOf(intent: string, section: string): string {
  return intent.startsWith("tambah-") ? `#${section === "budget" ? "lines" : section}` : "";
}
