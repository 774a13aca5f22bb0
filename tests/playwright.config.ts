import { defineConfig } from "@playwright/test";
import { findBrowser } from "./support/chromium";

const browser = await findBrowser();

export default defineConfig({
  testDir: "./e2e",
  outputDir: "../test-results",
  globalSetup: "./support/demo-server.ts",
  workers: 2,
  fullyParallel: true,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"], ["json", { outputFile: "../test-results/playwright.json" }]],
  // Bad input that is taken changes the demo, so it comes when nobody else walks there.
  projects: [
    { name: "pages", testIgnore: "**/bad-input.spec.ts" },
    { name: "bad input", testMatch: "**/bad-input.spec.ts", dependencies: ["pages"] },
  ],
  use: {
    locale: "id-ID",
    timezoneId: "Asia/Jakarta",
    screenshot: "only-on-failure",
    viewport: { width: 1280, height: 900 },
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    launchOptions: {
      ...browser,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
