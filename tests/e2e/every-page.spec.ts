import { type Browser, expect, type Page, test } from "@playwright/test";
import { missingAddress } from "../support/accessibility";
import { signIn } from "../support/sign-in";
import { moduleOf, pageModules, walk } from "../support/walk";

test.use({ baseURL: process.env.SINERGI_E2E_URL });
test.setTimeout(900_000);

/** One of everybody who meets other pages; "" is a visitor. */
const people = [
  "",
  "ketua.tunas",
  "penulis.tunas",
  "bendahara.tunas",
  "ketua.rukun",
  "ketua.pelita",
  "ketua.harapan",
  "ketua.posko",
  "petugas.kawung",
  "penyetuju.kawung",
  "penyetuju.rimba",
  "penyetuju.gamping",
  "keuangan.kawung",
  "peksos",
  "psm.jati",
  "penyuluh",
  "tokoh",
  "pemimpin",
  "administrator",
  "verifikator",
  "rekonsiliator",
  "penyalur",
  "penyetuju",
  "auditor",
];

/** Public pages lead to both kinds of workspace; whoever has only the other one is told so. */
const doors = ["/ruang/lembaga", "/ruang/lembaga/usulan", "/ruang/perusahaan"];

/** Pages behind the secret links of emails. */
const emailed = ["routes/account/unsubscribe.tsx", "routes/public/payment-status.tsx", "routes/public/stop-follow.tsx"];

/** Pages that no link leads to while the demo is as it was seeded, each with the reason. */
const unlinked: Record<string, string> = {
  "routes/account/lost-factor.tsx": "opens between the two steps of signing in",
  "routes/account/stop-factor-reset.tsx": "nobody asked for a way back in",
  "routes/admin/amendment.tsx": "no amendment waits at the desk",
  "routes/admin/amendments.tsx": "no amendment waits at the desk",
  "routes/admin/refuse-amendment.tsx": "no amendment waits at the desk",
  "routes/admin/return-amendment.tsx": "no amendment waits at the desk",
  "routes/admin/factor-resets.tsx": "nobody asked for a way back in",
  "routes/account/join.tsx": "no invitation waits",
  "routes/admin/reverse-allocation.tsx": "its lines are further down than this walk goes",
  "routes/admin/standing-history.tsx": "no organisation near the top has replaced a document",
  "routes/community/standing-history.tsx": "no organisation of those who walk here has replaced a document",
  "routes/company/standing-history.tsx": "no company has replaced a document",
  "routes/practitioner/standing-history.tsx": "no practitioner of those who walk here has replaced a document",
  "routes/public/concern-case.tsx": "opens by a code that only its reporter has",
  "routes/public/offline.tsx": "phones show it in place of a page that can't be reached",
  "routes/public/confirm-follow.tsx": "no follower waits to confirm",
  "routes/account/confirm-email.tsx": "confirms as it opens",
  "routes/account/reset-password.tsx": "its link is made by a question of its own",
  "routes/account/second-step.tsx": "passed when signing in",
  "routes/account/sign-out.tsx": "signs out",
  "routes/account/workspaces.tsx": "leads on to the only workspace of a person",
  "routes/admin/execute-disbursement.tsx": "no transfer is on its way",
  "routes/admin/return-disbursement.tsx": "no transfer is on its way",
  "routes/admin/offer-assignment.tsx": "answers a form of another page",
  "routes/admin/statement-preview.tsx": "shows a file that was just uploaded",
  "routes/community/acknowledge-disbursement.tsx": "no transfer waits to be acknowledged",
  "routes/community/sponsored-proposal.tsx": "no signature is asked for",
  "routes/community/request-disbursement.tsx": "no termin waits to be asked for by those who walk here",
  "routes/company/cancel-pledge.tsx": "answers a form of another page",
  "routes/company/payment-link.tsx": "answers a form of another page",
  "routes/dev/stripe-checkout.tsx": "no card payment is open",
};

test("every page that links lead to fits a phone of 320 px and works without JavaScript", async ({ browser }) => {
  const findings: string[] = [];
  const visited = new Set<string>();
  const waiting = [...people];
  await Promise.all(
    [1, 2].map(async () => {
      for (let person = waiting.shift(); person !== undefined; person = waiting.shift())
        findings.push(...(await lookThrough(browser, person, visited)));
    }),
  );
  const missed = pageModules.filter((file) => !visited.has(file) && !(file in unlinked));
  expect([...findings, ...missed.map((file) => `${file}: no link leads to it`)].join("\n")).toBe("");
});

async function lookThrough(browser: Browser, person: string, visited: Set<string>): Promise<string[]> {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 700 }, locale: "id-ID" });
  const page = await context.newPage();
  const findings = new Set<string>();
  if (person) await signIn(page, person);
  const starts = person
    ? [new URL(page.url()).pathname, "/ruang", "/akun", "/akun/dua-langkah/pasang", "/daftar/lembaga", "/daftar/perusahaan?peran=bumn"]
    : ["/", "/masuk", "/daftar", "/daftar/periksa-surel", "/galeri", "/dev/mailbox", missingAddress, ...(await emailedLinks(page))];
  await walk(starts, async (address) => {
    // A visitor has seen the public pages; a company sees more on them.
    if (person && person !== "petugas.kawung" && moduleOf(address).startsWith("routes/public/") && visited.has(moduleOf(address)))
      return [];
    const answer = await page.goto(address);
    const status = answer?.status() ?? 0;
    if (status === 403 && doors.includes(address)) return [];
    // The link of an email may have been replaced by a newer one meanwhile; its page says so.
    const over = status === 410 && emailed.includes(moduleOf(address));
    if (status >= 400 && address !== missingAddress && !over) findings.add(`${person} ${address}: answers ${status}`);
    visited.add(moduleOf(page.url()));
    for (const wrong of await wrongWith(page)) findings.add(`${person} ${address}: ${wrong}`);
    return linksOf(page);
  });
  await context.close();
  return [...findings];
}

function linksOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>("a[href]")]
      .filter((link) => link.origin === location.origin && !link.hasAttribute("download"))
      .map((link) => link.pathname + link.search),
  );
}

/** Addresses that only emails lead to, one for each page, from the kept emails. */
async function emailedLinks(page: Page): Promise<string[]> {
  await page.goto("/dev/mailbox");
  const found = new Map<string, string>();
  for (const address of new Set((await linksOf(page)).filter((link) => link.startsWith("/dev/mailbox/")))) {
    const html = await (await page.request.get(`${address}/html`)).text();
    for (const [, link = ""] of html.matchAll(/href="https?:\/\/[^/"]+(\/[^"]*)"/g))
      if (!found.has(moduleOf(link))) found.set(moduleOf(link), link);
  }
  return [...found].filter(([module]) => emailed.includes(module)).map(([, link]) => link);
}

/** What hinders somebody with a small phone and no scripts. */
function wrongWith(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wrong: string[] = [];
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth > clientWidth) wrong.push(`is ${scrollWidth - clientWidth} px too wide`);
    if (document.querySelectorAll("h1").length !== 1) wrong.push(`has ${document.querySelectorAll("h1").length} first headings`);
    for (const form of document.querySelectorAll("form")) {
      if (form.getClientRects().length === 0) continue;
      // Not form.elements: a field of that name takes its place.
      const buttons = [...document.querySelectorAll("button")].filter((button) => button.form === form);
      const sends = buttons.some((button) => button.type === "submit" && button.getClientRects().length > 0);
      if (!sends) wrong.push(`its form to ${form.getAttribute("action") ?? "itself"} has no button`);
    }
    for (const button of document.querySelectorAll("button")) {
      if (button.type === "button" && !button.disabled && location.pathname !== "/galeri" && button.getClientRects().length > 0)
        wrong.push(`its button “${button.textContent}” does nothing without JavaScript`);
    }
    return wrong;
  });
}
