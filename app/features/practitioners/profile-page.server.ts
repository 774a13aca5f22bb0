import { data, redirect } from "@remix-run/node";
import { refusalText } from "~/components/refusal-text";
import { searchAreas } from "~/features/areas/area-queries.server";
import type { Context, practitioner } from "~/features/identity/guard.server";
import { loadProfile, saveProfile } from "~/features/organizations/profile-page.server";
import { flash } from "~/platform/flash.server";
import { addWorkArea } from "./add-work-area.server";
import { practitionerRefusals } from "./practitioner-messages";
import { areasOfWork } from "./practitioner-queries.server";
import { removeWorkArea } from "./remove-work-area.server";

type C = Context<ReturnType<typeof practitioner>>;
const page = "/ruang/petugas/profil";

export async function loadPractitionerProfile(c: C) {
  const [profile, areas] = await Promise.all([loadProfile(c), areasOfWork(c.db, c.membership.organizationId)]);
  return { ...profile, areas };
}

/** Saves the profile, or with `aksi` searches, adds or removes an area of work. */
export async function changePractitionerProfile(c: C) {
  const form = await c.form();
  const step = form.get("aksi");
  if (step === "cari-wilayah") {
    const q = String(form.get("areaCodeCari") ?? "");
    return data({ search: { q, results: await searchAreas(c.db, { q }) } }, 200);
  }
  if (step !== "tambah-wilayah" && step !== "keluarkan") return saveProfile(c);
  const input = { organizationId: String(form.get("organizationId") ?? ""), areaCode: String(form.get("areaCode") ?? "") };
  const outcome = await c.attempt(step === "keluarkan" ? removeWorkArea : addWorkArea, input);
  if (outcome.ok) throw redirect(page, { status: 303, headers: await flash("saved") });
  return data({ areaError: refusalText(outcome.refusal, c.language, practitionerRefusals) }, 422);
}
