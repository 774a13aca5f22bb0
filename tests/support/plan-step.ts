import type { Page } from "@playwright/test";
import { addDays, dayOf } from "~/kernel/dates";
import { monthOf } from "~/kernel/months";

/** Fills the step "Jadwal dan risiko" with one activity and one risk, and goes on. */
export async function fillPlanStep(page: Page): Promise<void> {
  const press = (name: string) => page.locator("main").getByRole("button", { name }).first().click();
  const today = dayOf(new Date());
  await press("Tambah kegiatan");
  await page.locator("[name^='activities.'][name$='.name']").fill("Membangun bersama");
  await page.locator("[name^='activities.'][name$='.from']").fill(monthOf(addDays(today, 35)));
  await page.locator("[name^='activities.'][name$='.to']").fill(monthOf(addDays(today, 150)));
  await press("Tambah risiko");
  await page.locator("[name^='risks.'][name$='.risk']").fill("Hujan lebat");
  await page.locator("[name^='risks.'][name$='.likelihood']").selectOption("medium");
  await page.locator("[name^='risks.'][name$='.mitigation']").fill("Pekerjaan luar diselesaikan lebih dulu.");
  await press("Simpan dan lanjut");
}
