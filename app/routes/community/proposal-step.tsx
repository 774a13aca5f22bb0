import { type MetaFunction, data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { refusalText } from "~/components/refusal-text";
import { filesRefusals } from "~/features/files/files-messages";
import { type Context, community, guardedAction, guardedLoader } from "~/features/identity/guard.server";
import { attachProposalFile } from "~/features/proposals/attach-proposal-file.server";
import { editorMessages } from "~/features/proposals/editor/editor-messages";
import { type EditorView, findEditorView } from "~/features/proposals/editor/editor-view.server";
import { ProposalEditor } from "~/features/proposals/editor/proposal-editor";
import { readStep, saveSection } from "~/features/proposals/editor/save-section.server";
import { overlaid } from "~/features/proposals/editor/typed-view";
import { type Section, sectionOfPath, sectionPaths, sectionsOf, senderRoles, writerRoles } from "~/features/proposals/proposal";
import { proposalRefusals } from "~/features/proposals/proposal-messages";
import type { SectionForm } from "~/features/proposals/section-form";
import { newId } from "~/kernel/ids";

export const meta: MetaFunction<typeof loader> = ({ data: given }) => [
  { title: `${given?.view.draft.title || editorMessages[given?.language ?? "id"].crumb} · Sinergi` },
];

const members = community();
const writers = community("chair", "editor");
type Where = Context<typeof members> | Context<typeof writers>;

export const loader = guardedLoader(members, async (c) => {
  const view = await viewOf(c, sectionOf(c), c.url.searchParams.get("cari") ?? "");
  const maySend = senderRoles.some((role) => c.membership.roles.includes(role));
  return { view, sheet: newId(), maySend, checked: c.url.searchParams.has("periksa"), language: c.language };
});

export const action = guardedAction(writers, async (c) => {
  const section = sectionOf(c);
  const proposalId = String(c.params.id);
  const form = await c.form();
  const step = readStep(section, form);
  const version = Number(form.get("versi"));
  const saved = await c.attempt(saveSection, {
    proposalId,
    version,
    section,
    step,
    form: { id: String(form.get("lembar") ?? ""), followsItself: true },
  });
  if (!saved.ok) {
    const text = refusalText(saved.refusal, c.language, proposalRefusals);
    return data({ ...(await typedView(c, section, step)), refusal: text, uploadError: undefined }, 400);
  }
  if (step.intent === "unggah") {
    const uploadError = await attach(c, proposalId, form);
    if (uploadError) return data({ view: await viewOf(c, section, ""), refusal: undefined, uploadError }, 400);
  }
  const searching = searchedFor(form, step.intent);
  if (searching) throw redirect(`${address(proposalId, section)}?cari=${encodeURIComponent(searching)}#areaCode`, 303);
  // What could not be read is kept and shown again with its reason; everything else is saved.
  if (Object.keys(step.unread).length > 0)
    return data({ view: await viewOf(c, section, ""), refusal: undefined, uploadError: undefined }, 400);
  throw redirect(nextAddress(proposalId, section, step.intent, c.membership.element), 303);
});

export default function ProposalStep() {
  const { view, sheet, maySend, checked } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <ProposalEditor
      view={answer?.view ?? view}
      sheet={sheet}
      maySend={maySend}
      checked={checked}
      refusal={answer?.refusal}
      uploadError={answer?.uploadError}
    />
  );
}

function sectionOf(c: Where): Section {
  const section = sectionOfPath(c.params.bagian);
  if (!section || !sectionsOf(c.membership.element).includes(section)) throw new Response(null, { status: 404 });
  return section;
}

async function viewOf(c: Where, section: Section, q: string): Promise<EditorView> {
  const { organizationId, roles } = c.membership;
  const mayWrite = writerRoles.some((role) => roles.includes(role));
  const view = await findEditorView(c.db, { proposalId: String(c.params.id), organizationId, section, q, mayWrite });
  if (!view) throw new Response(null, { status: 404 });
  return view;
}

/** The step with what was typed instead of what is stored, so that a refused save loses nothing. */
async function typedView(c: Where, section: Section, step: SectionForm): Promise<{ view: EditorView }> {
  return { view: overlaid(await viewOf(c, section, ""), step) };
}

async function attach(c: Context<typeof writers>, proposalId: string, form: FormData): Promise<string | undefined> {
  const file = form.get("upload");
  if (!(file instanceof File) || file.size === 0) return filesRefusals[c.language].file_missing({});
  const access = form.get("uploadAccess") === "parties" ? "parties" : "public";
  const attempt = await c.attempt(attachProposalFile, { proposalId, file, title: String(form.get("uploadTitle") ?? ""), access });
  return attempt.ok ? undefined : refusalText(attempt.refusal, c.language, filesRefusals);
}

/** What was typed to find an area, unless an area was picked meanwhile: Enter in the search presses no button of its own. */
function searchedFor(form: FormData, intent: string): string | undefined {
  const q = String(form.get("areaCodeCari") ?? "").trim();
  const picked = String(form.get("areaCode") ?? "") !== String(form.get("areaCodeSemula") ?? "");
  return q && (intent === "cari-wilayah" || (intent === "simpan" && !picked) || !form.get("areaCode")) ? q : undefined;
}

function address(proposalId: string, section: Section): string {
  return `/ruang/lembaga/usulan/${proposalId}/${sectionPaths[section]}`;
}

function nextAddress(proposalId: string, section: Section, intent: string, element: string | null): string {
  const steps = sectionsOf(element);
  if (intent === "lanjut") return address(proposalId, steps[steps.indexOf(section) + 1] ?? section);
  if (intent.startsWith("tambah-")) return `${address(proposalId, section)}#${section === "budget" ? "lines" : section}`;
  if (intent === "unggah") return `${address(proposalId, section)}#files`;
  return address(proposalId, section);
}
