/*
 * Pages on this phone: asks the service worker to keep them, opens a kept one with what was typed last, and names on the offline page
 * what can be opened. Without a service worker, or without this script, pages need a signal.
 */
(() => {
  const root = document.documentElement;
  const script = document.currentScript.dataset;
  const english = root.lang === "en";
  const clock = new Intl.DateTimeFormat(english ? "en-GB" : "id-ID", { dateStyle: "medium", timeStyle: "short", timeZone: "Asia/Jakarta" });
  const time = (at) => clock.format(at).replace(/ /g, "\u00a0");
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const store = (work) => {
    try {
      return work(localStorage);
    } catch {
      return null;
    }
  };

  const keptAt = Number(root.dataset.kept);
  /* A sentence above the page. */
  const above = document.querySelector("[data-kept-words]");
  function tellAbove(name) {
    const words = above && JSON.parse(above.dataset.keptWords)[name];
    if (!words) return;
    above.querySelector("span").textContent = fill(words, { at: keptAt ? time(keptAt) : "" });
    above.hidden = false;
  }

  // A page from the phone: what was just done is long done, its form is another sending, and what was typed since it came goes on.
  const form = document.querySelector("form[data-autosave]");
  if (keptAt) {
    document.querySelector("[data-flash]")?.remove();
    for (const key of document.querySelectorAll("input[name=kunci]")) key.value = crypto.randomUUID();
    tellAbove("kept");
    const typed = document.querySelector("[data-kept-fields]")?.textContent;
    const name = form && `sinergi:${form.dataset.autosave}`;
    if (typed && name) store((s) => s.getItem(name) === null && s.setItem(name, typed));
  }

  // Forms that wait for nothing stay on the page instead of leaving it for the browser's error page; signing out goes through.
  document.addEventListener("submit", (event) => {
    const sent = event.target;
    const waits = sent.dataset.autosave || sent.dataset.offline || sent.getAttribute("action") === "/keluar";
    if (!above || navigator.onLine || sent.method !== "post" || waits) return;
    event.preventDefault();
    tellAbove("unsent");
    above.scrollIntoView({ block: "center" });
  });

  const { serviceWorker } = navigator;
  if (script.keep && serviceWorker) keep();
  const list = document.querySelector("[data-on-phone]");
  if (list && window.caches) listPages();

  function keep() {
    const tell = (message) => serviceWorker.controller?.postMessage(message);
    if (form) {
      let touched = false;
      form.addEventListener("input", () => (touched = true));
      document.addEventListener("visibilitychange", () => {
        if (document.visibilityState !== "hidden" || !touched) return;
        const fields = [...new FormData(form)].filter(([name, value]) => typeof value === "string" && name !== "kunci");
        tell({ fields: { person: script.person, path: location.pathname, fields } });
      });
    }
    // Once the page stands, so that nothing of it waits for this.
    const begin = async () => {
      await serviceWorker.register("/sw.js", { updateViaCache: "none" }).catch(() => undefined);
      const { active } = await serviceWorker.ready;
      const pages = [{ path: location.pathname, tag: script.tag }, ...JSON.parse(script.pages).map((page) => ({ tag: "", ...page }))];
      active.postMessage({ keep: { person: script.person, language: script.language, all: script.below, pages } });
    };
    serviceWorker.addEventListener("message", ({ data }) => data.kept && say(data.kept, JSON.parse(script.pages)));
    if (document.readyState === "complete") begin();
    else window.addEventListener("load", begin);
  }

  /* How many of the pages named here are on the phone, in words. */
  function say(kept, pages) {
    const line = document.querySelector("[data-kept-count]");
    if (!line) return;
    const there = pages.filter(({ path }) => kept[path]?.at);
    if (there.length === 0) return;
    const size = `${Math.ceil(there.reduce((sum, { path }) => sum + kept[path].bytes, 0) / 1024)}\u00a0KB`;
    const words = JSON.parse(line.dataset.keptCount);
    line.textContent = fill(there.length === pages.length ? words.all : words.some, { n: there.length, size });
    line.hidden = false;
  }

  /* The offline page. */
  async function listPages() {
    const name = (await caches.keys()).find((one) => one.startsWith("halaman-"));
    const record = name && (await (await (await caches.open(name)).match("/~orang"))?.json());
    if (!record) return;
    const words = JSON.parse(list.dataset.onPhone);
    const last = document.querySelector("[data-last-seen]");
    last.querySelector("span").textContent = fill(words.last, { at: time(record.at) });
    last.hidden = false;
    const plain = (text) => new DOMParser().parseFromString(text, "text/html").body.textContent;
    const row = document.querySelector("[data-on-phone-row]").content.firstElementChild;
    for (const [path, page] of Object.entries(record.pages)) {
      if (!page.at) continue;
      const made = row.cloneNode(true);
      const waits = store((s) => s.getItem(`sinergi:${path}/simpan`)) !== null;
      made.querySelector("a").href = path;
      made.querySelector("b").textContent = plain(page.title);
      made.querySelector("small").textContent = fill(words.kept, { at: time(page.at) });
      made.querySelector(waits ? "[data-complete]" : "[data-waits]").remove();
      list.append(made);
    }
    list.hidden = list.childElementCount === 0;
    document.querySelector("[data-nothing-kept]").hidden = !list.hidden;
  }
})();
