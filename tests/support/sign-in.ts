import type { Page } from "@playwright/test";
import { demoEmail, demoPassword } from "#db/seed/demo/organizations";

/** Signs a person of the demo in, by the key that the demo's data names them. */
export async function signIn(page: Page, person: string): Promise<void> {
  await page.goto("/masuk");
  await page.fill("[name=email]", demoEmail(person));
  await page.fill("[name=password]", demoPassword);
  await page
    .locator("main")
    .getByRole("button", { name: /^(Masuk|Sign in)$/ })
    .click();
  await page.waitForURL((url) => url.pathname !== "/masuk");
}
