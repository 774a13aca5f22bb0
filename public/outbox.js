/*
 * What waits on this device for a signal, and goes one by one when it returns: whole forms (data-offline) and photos (data-photo-to). Each
 * carries a key, so that one that did arrive isn't counted twice. Without this script forms and photos go straight to the server.
 */
(() => {
  const bar = document.querySelector("[data-outbox]");
  if (!bar || !window.indexedDB) return;
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const queue = bar.dataset.outbox;
  const tell = JSON.parse(bar.dataset.words);
  const form = document.querySelector("form[data-offline]");
  const retryAfter = 10_000;

  function element(name, properties, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }
  const newKey = () =>
    Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte, i) => ((i === 6 ? (byte & 15) | 64 : i === 8 ? (byte & 63) | 128 : byte) + 256).toString(16).slice(1))
      .join("")
      .replace(/(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");

  // The records themselves; IndexedDB keeps pictures too.
  const opened = new Promise((resolve, reject) => {
    const request = indexedDB.open("sinergi", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("antrean", { keyPath: "id" });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  async function inStore(mode, work) {
    const transaction = (await opened).transaction("antrean", mode);
    const request = work(transaction.objectStore("antrean"));
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
    });
  }
  const put = (record) => inStore("readwrite", (store) => store.put(record));
  const drop = (id) => inStore("readwrite", (store) => store.delete(id));
  const records = async () => (await inStore("readonly", (store) => store.getAll())).filter((one) => one.queue === queue).sort((a, b) => a.at - b.at);

  const show = (text, on) => {
    bar.hidden = false;
    bar.classList.toggle("on", on);
    bar.querySelector("use").setAttribute("href", `/icons.svg#${on ? "wifi" : "off"}`);
    bar.querySelector("span").textContent = text;
  };
  let held = [];
  let ended = false;
  async function look() {
    held = await records();
    const waiting = held.filter((one) => !one.refused).length;
    if (held.some((one) => one.refused)) show(tell.refused, false);
    else if (waiting && ended) show(tell.ended, false);
    else if (waiting) show(navigator.onLine ? `${waiting} ${tell.waiting}` : tell.kept, false);
    else if (!navigator.onLine) show(tell.off, false);
    else if (!bar.hidden) show(tell.sent, true);
    showPhotos();
    mend();
  }

  let sending = false;
  let timer;
  async function send() {
    clearTimeout(timer);
    if (sending || !navigator.onLine) return look();
    sending = true;
    ended = false;
    let sent = 0;
    for (const record of (await records()).filter((one) => !one.refused)) {
      const body = new FormData();
      for (const [name, value] of record.fields) body.append(name, value);
      const answer = await fetch(record.to, { method: "POST", body, headers: { Accept: "application/json" }, redirect: "manual" }).catch(() => null);
      ended = answer?.status === 401;
      // No signal, a server at rest or too busy, or a session that has ended: it stays where it is.
      if (!answer || ended || answer.status === 429 || answer.status >= 500) {
        timer = setTimeout(send, retryAfter);
        break;
      }
      if (answer.ok || answer.type === "opaqueredirect") {
        await drop(record.id);
        sent += 1;
      } else await put({ ...record, refused: (await answer.json().catch(() => ({}))).text || tell.refused });
    }
    sending = false;
    if (sent) await refresh();
    await look();
    if (sent && !form && all("[data-photos]").length === 0) location.reload();
  }
  async function keep(record) {
    await put({ ...record, id: newKey(), queue, at: Date.now() });
    await look();
  }

  // Whole forms: sent by the browser while there is a signal, else kept, and the form is ready for the next one.
  const draft = `sinergi:antrean:${queue}:isian`;
  const storage = (work) => {
    try {
      return work(localStorage);
    } catch {
      return null;
    }
  };
  const textsOf = (one) => [...new FormData(one)].filter(([name, value]) => typeof value === "string" && name !== "kunci");
  function fill(fields) {
    const used = {};
    let changed = false;
    for (const [name, value] of fields) {
      if (typeof value !== "string") continue;
      const same = [...form.elements].filter((one) => one.name === name && one.type !== "hidden");
      const choice = same.find((one) => /radio|checkbox/.test(one.type) && one.value === value);
      const field = choice || same[(used[name] = (used[name] ?? -1) + 1)];
      if (!field || (choice ? choice.checked : field.value === value)) continue;
      if (choice) choice.checked = true;
      else if (!/radio|checkbox|file/.test(field.type)) field.value = value;
      changed = true;
    }
    return changed;
  }
  // A form that the server refused comes back, to be put right.
  function mend() {
    const refused = form?.dataset.fresh && held.find((one) => one.refused);
    if (!refused) return;
    delete form.dataset.fresh;
    drop(refused.id);
    fill(refused.fields);
    form.dispatchEvent(new Event("change", { bubbles: true }));
  }
  if (form) {
    form.addEventListener("input", () => storage((s) => s.setItem(draft, JSON.stringify(textsOf(form)))));
    form.addEventListener("submit", async (event) => {
      storage((s) => s.removeItem(draft));
      if (navigator.onLine) return;
      event.preventDefault();
      const fields = [...new FormData(form)];
      form.reset();
      form.elements.kunci.value = newKey();
      form.dispatchEvent(new Event("change", { bubbles: true }));
      await keep({ to: bar.dataset.to, fields });
      bar.scrollIntoView({ block: "center" });
    });
    if (form.dataset.fresh && fill(JSON.parse(storage((s) => s.getItem(draft)) || "[]"))) delete form.dataset.fresh;
  }

  // Photos: made smaller on the phone, kept, and sent each by itself, so that a short signal is enough for one.
  for (const input of all("input[type=file][data-photo-to]")) {
    input.addEventListener("change", async () => {
      const files = [...input.files];
      if (files.length === 0) return;
      input.value = "";
      for (const file of files) {
        const photo = await smaller(file);
        const fields = [["kunci", newKey()], ["item", input.dataset.photoOf], ["foto", photo]];
        await keep({ to: input.dataset.photoTo, item: input.dataset.photoOf, fields }).catch(() => {
          // No room on the device: the photo goes with the form after all.
          const back = new DataTransfer();
          back.items.add(file);
          input.files = back.files;
          show(tell.full, false);
        });
      }
      send();
    });
  }
  function showPhotos() {
    for (const row of all("[data-photo-waits]")) {
      URL.revokeObjectURL(row.querySelector("img").src);
      row.remove();
    }
    for (const record of held) {
      const list = document.querySelector(`[data-photos="${record.item}"]`);
      if (!list) continue;
      const file = record.fields.find(([name]) => name === "foto")[1];
      const state = record.refused || (navigator.onLine && !ended ? tell.sending : tell.keptPhoto);
      const discard = element("button", { type: "button", className: "btn btn-q", textContent: tell.discard, onclick: () => drop(record.id).then(look) });
      const row = element(
        "li",
        {},
        element("img", { src: URL.createObjectURL(file), alt: "", width: 56, height: 56 }),
        element("div", {}, element("b", { textContent: tell.photo }), element("small", { textContent: state })),
        element("div", { className: "end" }, discard),
      );
      row.dataset.photoWaits = "";
      list.append(row);
    }
  }
  /* What the server says about the photos that arrived takes the place of the lists; nothing else of the page changes. */
  async function refresh() {
    const lists = all("[data-photos]");
    if (lists.length === 0) return;
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } }).catch(() => null);
    if (!answer?.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const list of lists) {
      const now = page.querySelector(`[data-photos="${list.dataset.photos}"]`);
      if (now) list.replaceChildren(...now.children);
    }
  }
  for (const button of all("button[data-after-outbox]")) {
    button.form.addEventListener("submit", (event) => {
      if (event.submitter !== button || held.length === 0) return;
      event.preventDefault();
      show(tell.first, false);
      bar.scrollIntoView({ block: "center" });
    });
  }

  const longestSide = 1600;
  async function smaller(file) {
    try {
      const picture = await createImageBitmap(file);
      const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
      if (scale === 1 && file.size < 600_000) return file;
      const canvas = element("canvas", { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) });
      canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
      const made = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.82));
      if (!made || made.size >= file.size) return file;
      const bytes = new Uint8Array(await made.arrayBuffer());
      const evidence = exifOf(new Uint8Array(await file.slice(0, 262_144).arrayBuffer()));
      const parts = evidence ? [bytes.slice(0, 2), evidence, bytes.slice(2)] : [bytes];
      return new File(parts, file.name.replace(/\.\w+$/, ".jpg"), { type: "image/jpeg" });
    } catch {
      return file;
    }
  }
  /* The part of a JPEG in which the phone wrote when and where it was taken; null where there is none. */
  function exifOf(bytes) {
    const view = new DataView(bytes.buffer);
    if (view.getUint16(0) !== 0xffd8) return null;
    for (let at = 2; at + 8 < view.byteLength && view.getUint8(at) === 0xff && view.getUint8(at + 1) !== 0xda; ) {
      const size = view.getUint16(at + 2);
      if (view.getUint8(at + 1) === 0xe1 && view.getUint32(at + 4) === 0x45786966) return upright(bytes.slice(at, at + 2 + size));
      at += 2 + size;
    }
    return null;
  }
  /* The smaller picture is turned upright already, so its note must not turn it once more. */
  function upright(part) {
    const view = new DataView(part.buffer);
    const start = 10;
    const little = view.getUint16(start) === 0x4949;
    const entries = start + view.getUint32(start + 4, little);
    for (let entry = 0; entry < view.getUint16(entries, little); entry += 1) {
      const at = entries + 2 + entry * 12;
      if (view.getUint16(at, little) === 0x0112) view.setUint16(at + 8, 1, little);
    }
    return part;
  }

  window.addEventListener("online", send);
  window.addEventListener("offline", look);
  opened.then(send, () => undefined);
})();
