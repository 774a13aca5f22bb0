import { type MetaFunction, data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { refusalText } from "~/components/refusal-text";
import { filesRefusals } from "~/features/files/files-messages";
import { type Context, community, guardedAction, guardedLoader } from "~/features/identity/guard.server";
import { attachProposalFile } from "~/features/proposals/attach-proposal-file.server";
import { editorMessages } from "~/features/proposals/editor/editor-messages";
import { type EditorView, findEditorView } from "~/features/proposals/editor/editor-view.server";
import { ProposalEditor } from "~/features/proposals/editor/proposal-editor";
import { readStep } from "~/features/proposals/editor/read-step";
import { saveSection } from "~/features/proposals/editor/save-section.server";
import { conflictingView } from "~/features/proposals/editor/conflicting-view.server";
import { overlaid } from "~/features/proposals/editor/typed-view";
import { type Section, sectionOfPath, sectionPaths, sectionsOf, senderRoles, writerRoles } from "~/features/proposals/proposal";
import { proposalRefusals } from "~/features/proposals/proposal-messages";
import { newId } from "~/kernel/ids";
import { parseFingerprints, readAsked } from "~/kernel/three-way";
import { confirmKept } from "~/platform/kept.server";

export const meta: MetaFunction<typeof loader> = ({ data: given }) => [
  { title: `${given?.view.draft.title || editorMessages[given?.language ?? "id"].crumb} · Sinergi` },
];

const members = community();
const writers = community("chair", "editor");
type Where = Context<typeof members> | Context<typeof writers>;

const uploadRefusals = {
  id: { ...proposalRefusals.id, ...filesRefusals.id },
  en: { ...proposalRefusals.en, ...filesRefusals.en },
};

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
  const base = parseFingerprints(form.get("dasar"));
  const asked = readAsked(form);
  const saved = await c.attempt(saveSection, {
    proposalId,
    version,
    section,
    step,
    base,
    asked,
    form: { id: String(form.get("lembar") ?? ""), followsItself: true, seq: Number(form.get("urutan")) || 0 },
  });
  if (!saved.ok) {
    const refusal = refusalText(saved.refusal, c.language, proposalRefusals);
    const stored = await viewOf(c, section, "");
    const shown =
      base && saved.refusal.code === "stale_version"
        ? await conflictingView(c.db, { stored, base, mine: step, asked }, c.language)
        : { view: overlaid(stored, step), conflicts: [] };
    return data({ ...shown, refusal, uploadError: undefined }, 400);
  }
  const headers = confirmKept(form.get("lembar"));
  if (step.intent === "unggah") {
    const uploadError = await attach(c, proposalId, form);
    if (uploadError) return data({ ...(await storedView(c, section)), uploadError }, { status: 400, headers });
  }
  const searching = searchedFor(form, step.intent);
  if (searching) throw redirect(`${address(proposalId, section)}?cari=${encodeURIComponent(searching)}#areaCode`, { status: 303, headers });
  // What could not be read is kept and shown again with its reason; everything else is saved.
  if (Object.keys(step.unread).length > 0)
    return data({ ...(await storedView(c, section)), uploadError: undefined }, { status: 400, headers });
  throw redirect(nextAddress(proposalId, section, step.intent, c.membership.element), { status: 303, headers });
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
      conflicts={answer?.conflicts}
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

async function storedView(c: Where, section: Section) {
  return { view: await viewOf(c, section, ""), refusal: undefined, conflicts: [] };
}

async function attach(c: Context<typeof writers>, proposalId: string, form: FormData): Promise<string | undefined> {
  const file = form.get("upload");
  if (!(file instanceof File) || file.size === 0) return filesRefusals[c.language].file_missing({});
  const access = form.get("uploadAccess") === "parties" ? "parties" : "public";
  const attempt = await c.attempt(attachProposalFile, { proposalId, file, title: String(form.get("uploadTitle") ?? ""), access });
  return attempt.ok ? undefined : refusalText(attempt.refusal, c.language, uploadRefusals);
}

/** No village has a longer name, and the search goes into the address. */
const longestSearch = 100;

/** What was typed to find an area, unless an area was picked meanwhile: Enter in the search presses no button of its own. */
function searchedFor(form: FormData, intent: string): string | undefined {
  const q = String(form.get("areaCodeCari") ?? "")
    .trim()
    .slice(0, longestSearch);
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
