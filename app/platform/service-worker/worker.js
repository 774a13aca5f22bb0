/* global release, files */
/*
 * Pages without a signal. Of each release it keeps the files that pages need and the offline page; of one person, who asked for it by
 * opening a list of tasks, the pages in `record.pages`. Every page comes from the network first. Forms are never touched.
 *
 * Whose pages are kept stands beside them. Each page that the server sends names its reader (`Sinergi-Person`, "-" for nobody): as soon
 * as that is somebody else, and when the form that signs out is sent, all kept pages go.
 */
const filesName = `berkas-${release}`;
const pagesName = `halaman-${release}`;
const recordKey = "/~orang";
const longestAway = 7 * 86_400_000;
const freshFor = 12 * 3_600_000;
const patience = 12_000;
const languages = ["id", "en"];
const offlineKey = (language) => `/tanpa-sinyal?bahasa=${language}`;
const fieldsKey = (path) => `${path}?isian`;

// What is kept changes step by step, so that nothing is written after it was dropped.
let turn = Promise.resolve();
function inTurn(work) {
  const done = turn.then(work);
  turn = done.catch(() => undefined);
  return done;
}

async function readRecord(name = pagesName) {
  if (!(await caches.has(name))) return undefined;
  return (await (await caches.open(name)).match(recordKey))?.json();
}
const writeRecord = async (record) => (await caches.open(pagesName)).put(recordKey, new Response(JSON.stringify(record)));
const pageCaches = async () => (await caches.keys()).filter((name) => name.startsWith("halaman-"));
const drop = async () => Promise.all((await pageCaches()).map((name) => caches.delete(name)));

/** Somebody's page has come: kept pages of anybody else go. An answer without the name says nothing about who is signed in. */
async function notice(person) {
  const record = await readRecord();
  if (!record || person === null) return;
  if (record.person !== person) await drop();
  else await writeRecord({ ...record, at: Date.now() });
}

/** Begins to keep pages for whoever opened the page that asks. */
async function beginFor({ person, language, pages, all }) {
  const before = await readRecord();
  if (before?.person !== person) await drop();
  const record = before?.person === person ? before : { person, at: Date.now(), pages: {} };
  const cache = await caches.open(pagesName);
  // A list names all that is to be kept below it; what is no longer there is over.
  for (const path of Object.keys(record.pages)) {
    if (!all || !path.startsWith(all) || pages.some((page) => page.path === path)) continue;
    delete record.pages[path];
    await Promise.all([cache.delete(path), cache.delete(fieldsKey(path))]);
  }
  for (const { path } of pages) record.pages[path] ??= {};
  await writeRecord({ ...record, language });
}

/** What of an answer is kept: the page as it came, marked so that it knows itself, with the policy that its scripts fit. */
function marked(html, headers) {
  const kept = new Headers({ "Content-Type": "text/html; charset=utf-8" });
  const policy = headers.get("Content-Security-Policy");
  if (policy) kept.set("Content-Security-Policy", policy);
  return new Response(html.replace("<html", `<html data-kept="${Date.now()}"`), { headers: kept });
}
const mayBeKept = (html) => html.includes(`data-keep="${release}"`);
const found = (pattern, html) => pattern.exec(html)?.[1] ?? "";

/**
 * Learns from an answer of the network: who is signed in, and what a page to be kept says now. As it holds all that was filled in, the
 * copy of its fields goes. A page that is no longer to be kept goes too, but not because the server is at rest or of another release.
 */
async function learn(path, answer) {
  if (answer.type === "opaqueredirect") return;
  const person = answer.headers.get("Sinergi-Person");
  const wanted = Boolean((await readRecord())?.pages[path]) && answer.status < 500;
  const html = wanted ? await answer.text() : void answer.body?.cancel();
  await inTurn(async () => {
    await notice(person);
    const record = await readRecord();
    if (html === undefined || !record?.pages[path] || record.person !== person) return;
    if (html.includes("data-keep=") && !mayBeKept(html)) return;
    const cache = await caches.open(pagesName);
    await cache.delete(fieldsKey(path));
    if (answer.ok && !answer.redirected && mayBeKept(html)) {
      await cache.put(path, marked(html, answer.headers));
      const title = found(/<title>([^<]*)/, html).split(" · ")[0];
      record.pages[path] = { title, tag: found(/data-tag="([^"]*)"/, html), at: Date.now(), bytes: new Blob([html]).size };
    } else {
      await cache.delete(path);
      delete record.pages[path];
    }
    await writeRecord(record);
  });
}

const read = (path) => fetch(path, { headers: { Accept: "text/html" }, priority: "low" });

/** Keeps the pages that an open page names, where they are not kept yet, have changed or are old; then tells it what is there. */
async function keepAll(asked, client) {
  await inTurn(() => beginFor(asked));
  for (const { path, tag } of asked.pages) {
    const known = (await readRecord())?.pages[path];
    if (known?.at && known.tag === tag && Date.now() - known.at < freshFor) continue;
    const answer = await read(path).catch(() => undefined);
    if (!answer) break;
    await learn(path, answer);
  }
  const record = await readRecord();
  client?.postMessage({ kept: record?.person === asked.person ? record.pages : {} });
}

/** What was typed into a kept page since it came, so that the page opens with it. */
async function keepFields({ person, path, fields }) {
  const record = await readRecord();
  if (record?.person !== person || !record.pages[path]?.at) return;
  await (await caches.open(pagesName)).put(fieldsKey(path), new Response(JSON.stringify(fields)));
}

async function fromPhone(path) {
  const record = await readRecord();
  if (!record) return undefined;
  if (Date.now() - record.at > longestAway) {
    await inTurn(drop);
    return undefined;
  }
  const cache = await caches.open(pagesName);
  const kept = await cache.match(path);
  const fields = kept && (await cache.match(fieldsKey(path)));
  if (!fields) return kept;
  const data = (await fields.text()).replaceAll("<", "\\u003c");
  const html = await kept.text();
  const block = `<script type="application/json" data-kept-fields>${data}</script></body>`;
  return new Response(
    html.replace("</body>", () => block),
    { headers: kept.headers },
  );
}

const fileAt = (request) => caches.match(request, { cacheName: filesName, ignoreVary: true });

async function offlinePage() {
  const chosen = (await readRecord())?.language ?? navigator.language.slice(0, 2);
  return fileAt(offlineKey(languages.includes(chosen) ? chosen : "id"));
}

/** A page: from the network, from the phone where that fails or a kept page doesn't come for long, else the offline page. */
async function page(path, network) {
  const kept = fromPhone(path).catch(() => undefined);
  const tired = kept.then((one) => new Promise((resolve) => one && setTimeout(resolve, patience)));
  try {
    return (await Promise.race([network, tired])) ?? (await kept);
  } catch {
    return (await kept) ?? (await offlinePage()) ?? Response.error();
  }
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname, search } = new URL(request.url);
  if (origin !== location.origin) return;
  if (request.method !== "GET") {
    if (pathname === "/keluar") event.waitUntil(inTurn(drop));
    return;
  }
  const path = pathname + search;
  const opened = request.mode === "navigate";
  if (opened || request.headers.get("Accept") === "text/html") {
    const network = Promise.resolve(event.preloadResponse).then((answer) => answer ?? fetch(request));
    event.waitUntil(network.then((answer) => learn(path, answer.clone())).catch(() => undefined));
    event.respondWith(opened ? page(path, network) : network);
  } else if (files.includes(path)) {
    event.respondWith(fileAt(request).then((file) => file ?? fetch(request)));
  }
});

self.addEventListener("message", (event) => {
  const { keep, fields } = event.data;
  if (keep) event.waitUntil(keepAll(keep, event.source));
  if (fields) event.waitUntil(inTurn(() => keepFields(fields)));
});

/** The offline page is kept as nobody sees it, in both languages. */
async function keepOfflinePage(cache, language) {
  const answer = await fetch("/tanpa-sinyal", { credentials: "omit", headers: { "Accept-Language": language } });
  if (!answer.ok) throw new Error(`the offline page answers ${answer.status}`);
  await cache.put(offlineKey(language), answer);
}

/** Brings the pages of the release before along, read anew: their addresses of files are those of this one. */
async function bringPages() {
  const before = (await pageCaches()).find((name) => name !== pagesName);
  const record = before && (await readRecord(before));
  if (!record) return;
  await inTurn(() => writeRecord(record));
  for (const path of Object.keys(record.pages)) await learn(path, await read(path));
  // Whoever signed out meanwhile has taken the pages of the release before away.
  if (!(await caches.has(before))) await inTurn(drop);
}

// A release moves in whole or not at all: without a signal half-way the one before stays, with its own files.
self.addEventListener("install", (event) => {
  event.waitUntil(
    (async () => {
      const cache = await caches.open(filesName);
      // All but the icons name their content or the release, so the browser has them from the page that asked.
      await cache.addAll(files.map((file) => new Request(file, { cache: file === "/icons.svg" ? "no-cache" : "default" })));
      await Promise.all(languages.map((language) => keepOfflinePage(cache, language)));
      await bringPages();
      await self.skipWaiting();
    })(),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      const old = (await caches.keys()).filter((name) => /^(berkas|halaman)-/.test(name) && name !== filesName && name !== pagesName);
      await Promise.all(old.map((name) => caches.delete(name)));
      await self.registration.navigationPreload?.enable();
      await self.clients.claim();
    })(),
  );
});
