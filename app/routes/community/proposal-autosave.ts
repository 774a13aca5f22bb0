import { refusalText } from "~/components/refusal-text";
import { community, guardedAction } from "~/features/identity/guard.server";
import { readStep } from "~/features/proposals/editor/read-step";
import { saveSection } from "~/features/proposals/editor/save-section.server";
import { sectionOfPath, sectionsOf } from "~/features/proposals/proposal";
import { proposalRefusals } from "~/features/proposals/proposal-messages";
import { formatTime } from "~/kernel/dates";
import { parseFingerprints } from "~/kernel/three-way";
import { now } from "~/platform/clock.server";
import { communityPowers } from "~/features/identity/powers";

/** Keeps a step while one types. Answers with the version to go on from, which the page puts back into its form. */
export const action = guardedAction(community(...communityPowers.writes_proposals), async (c) => {
  const section = sectionOfPath(c.params.bagian);
  if (!section || section === "review" || !sectionsOf(c.membership.element).includes(section)) throw new Response(null, { status: 404 });
  const form = await c.form();
  form.delete("aksi");
  const saved = await c.attempt(saveSection, {
    proposalId: String(c.params.id),
    version: Number(form.get("versi")),
    section,
    step: readStep(section, form),
    base: parseFingerprints(form.get("dasar")),
    form: { id: String(form.get("lembar") ?? ""), followsItself: false, seq: Number(form.get("urutan")) || 0 },
  });
  if (!saved.ok) return Response.json({ text: refusalText(saved.refusal, c.language, proposalRefusals) }, { status: 409 });
  return Response.json({ saved: formatTime(now()), values: { versi: String(saved.value.version), dasar: saved.value.base } });
});
