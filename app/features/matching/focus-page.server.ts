import { parseWithZod } from "@conform-to/zod/v4";
import { data, redirect } from "@remix-run/node";
import { refusalText } from "~/components/refusal-text";
import { searchAreas } from "~/features/areas/area-queries.server";
import { holds } from "~/features/identity/actor";
import { misread, refused } from "~/features/identity/form-refusal";
import type { Context, company } from "~/features/identity/guard.server";
import { flash } from "~/platform/flash.server";
import { addFocusArea, removeFocusArea } from "./change-focus-area.server";
import { focusEditors } from "./focus";
import { focusOf } from "./focus-queries.server";
import { focusSchema } from "./focus.schema";
import { focusRefusals, matchingMessages } from "./matching-messages";
import { saveFocus } from "./save-focus.server";

type C = Context<ReturnType<typeof company>>;
const page = "/ruang/perusahaan/mencari";

export async function loadFocus(c: C) {
  const { organizationId, slug } = c.membership;
  const { version, focus } = await focusOf(c.db, organizationId);
  return { language: c.language, organizationId, slug, version, focus, mayEdit: holds(c.membership, focusEditors) };
}

export type FocusData = Awaited<ReturnType<typeof loadFocus>>;

/** Saves what a company looks for, or with `aksi` searches, adds or removes an area. */
export async function changeFocus(c: C) {
  const form = await c.form();
  const step = form.get("aksi");
  if (step === "cari-wilayah") {
    const q = String(form.get("areaCodeCari") ?? "");
    return data({ search: { q, results: await searchAreas(c.db, { q }) } }, 200);
  }
  if (step !== "tambah-wilayah" && step !== "keluarkan") return saveFromForm(c, form);
  const input = { organizationId: String(form.get("organizationId") ?? ""), areaCode: String(form.get("areaCode") ?? "") };
  const outcome = await c.attempt(step === "keluarkan" ? removeFocusArea : addFocusArea, input);
  if (outcome.ok) throw redirect(page, { status: 303, headers: await flash("saved") });
  return data({ areaError: refusalText(outcome.refusal, c.language, focusRefusals) }, 400);
}

async function saveFromForm(c: C, form: FormData) {
  const submission = parseWithZod(form, { schema: focusSchema });
  if (submission.status !== "success") return misread(submission);
  const said = submission.value;
  const outcome = await c.attempt(saveFocus, {
    organizationId: said.organizationId,
    version: said.version,
    pillars: said.pillars,
    goals: said.goals,
    ticket: { min: said.ticketMin, max: said.ticketMax },
    plan:
      said.planYear === null
        ? null
        : { year: said.planYear, amount: said.planAmount, readsFrom: said.planReadsFrom, readsUntil: said.planReadsUntil },
    shown: {
      areas: said.areasShown,
      pillars: said.pillarsShown,
      goals: said.goalsShown,
      ticket: said.ticketShown,
      plan: said.planShown,
    },
  });
  if (!outcome.ok) return refused(submission, outcome.refusal, c.language, focusRefusals);
  throw redirect(page, { status: 303, headers: await flash(matchingMessages[c.language].saved) });
}
