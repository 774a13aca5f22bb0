/* Small comforts for pages that work without them. No dependency, no state; each part reads data-… attributes. */
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const english = document.documentElement.lang === "en";
  const say = english
    ? { saving: "Saving…", saved: (t) => `Saved at ${t}`, kept: "No connection. What you typed is kept on this device.", restored: "Restored from this device.", offer: "Show what this device kept", failed: "Not saved yet. Please check the fields.", big: "This file is too large.", cancel: "Cancel" }
    : { saving: "Menyimpan…", saved: (t) => `Tersimpan pukul ${t}`, kept: "Tanpa sambungan. Isian tersimpan di perangkat ini.", restored: "Dipulihkan dari perangkat ini.", offer: "Lihat isian yang disimpan perangkat ini", failed: "Belum tersimpan. Periksa isian.", big: "Berkas ini terlalu besar.", cancel: "Batal" };
  const clock = () => new Date().toTimeString().slice(0, 5).replace(":", english ? ":" : ".");

  const drafts = new WeakMap();

  // Buttons of a form that is on its way rest until the page comes back.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post") return;
    if (form.dataset.sent) return event.preventDefault();
    if (form.dataset.confirm && !form.dataset.agreed) return ask(event, form);
    // What can't arrive stays on the page and on the device, instead of leaving both for the browser's error page.
    if (form.dataset.autosave && navigator.onLine === false) {
      event.preventDefault();
      return drafts.get(form)?.hold();
    }
    form.dataset.sent = "1";
    drafts.get(form)?.number();
    setTimeout(() => {
      for (const button of all("button:not([type=button])", form)) {
        button.setAttribute("aria-disabled", "true");
        if (button === event.submitter && form.dataset.sending) {
          button.dataset.label = button.innerHTML;
          button.setAttribute("aria-busy", "true");
          button.innerHTML = '<span class="spin" aria-hidden="true"></span>';
          button.append(form.dataset.sending);
        }
      }
    });
  });
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    for (const form of all("form[data-sent]")) {
      delete form.dataset.sent;
      for (const button of all("[aria-disabled=true]", form)) {
        button.removeAttribute("aria-disabled");
        button.removeAttribute("aria-busy");
        if (button.dataset.label) button.innerHTML = button.dataset.label;
      }
    }
  });

  function element(name, properties, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }
  function ask(event, form) {
    event.preventDefault();
    const words = JSON.parse(form.dataset.confirm);
    const { submitter } = event;
    const no = element("button", { type: "button", className: "btn btn-o", textContent: words.cancel || say.cancel, onclick: () => dialog.close() });
    const yes = element("button", { type: "button", className: words.danger ? "btn btn-d" : "btn", textContent: words.button });
    const title = element("h3", { id: "tanya", textContent: words.title });
    const dialog = element("dialog", { className: "dlg" }, title, element("p", { className: "small", textContent: words.text || "" }), element("div", { className: "row" }, no, yes));
    dialog.setAttribute("aria-labelledby", "tanya");
    yes.onclick = () => {
      form.dataset.agreed = "1";
      dialog.close();
      form.requestSubmit(submitter && submitter.form === form ? submitter : undefined);
    };
    dialog.onclose = () => dialog.remove();
    document.body.append(dialog);
    dialog.showModal();
    no.focus();
  }

  // Copying, where the browser can.
  for (const button of all("[data-copy]")) {
    if (!navigator.clipboard) continue;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const label = button.querySelector("span") || button;
      const before = label.textContent;
      await navigator.clipboard.writeText(button.dataset.copy);
      label.textContent = button.dataset.copied;
      label.setAttribute("role", "status");
      setTimeout(() => (label.textContent = before), 2500);
    });
  }

  // Rupiah: digits in groups of three, the amount in words.
  const ones = " satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas".split(" ");
  const words = (n) => {
    if (n < 12) return ones[n];
    if (n < 20) return `${ones[n - 10]} belas`;
    if (n < 100) return `${ones[Math.floor(n / 10)]} puluh ${words(n % 10)}`;
    if (n < 200) return `seratus ${words(n - 100)}`;
    if (n < 1000) return `${ones[Math.floor(n / 100)]} ratus ${words(n % 100)}`;
    if (n < 2000) return `seribu ${words(n - 1000)}`;
    const [scale, name] = [[1e12, "triliun"], [1e9, "miliar"], [1e6, "juta"], [1e3, "ribu"]].find(([size]) => n >= size);
    return `${words(Math.floor(n / scale))} ${name} ${words(n % scale)}`;
  };
  document.addEventListener("input", ({ target }) => {
    if (!target.matches("[data-rupiah]")) return;
    if (/^[\d.]+$/.test(target.value)) {
      const rest = target.value.slice(target.selectionEnd).replace(/\D/g, "").length;
      const digits = target.value.replace(/\D/g, "").replace(/^0+(?=\d)/, "").slice(0, 15);
      target.value = digits.replace(/\B(?=(\d{3})+$)/g, ".");
      let place = target.value.length;
      for (let left = rest; left > 0 && place > 0; place -= 1) if (/\d/.test(target.value[place - 1])) left -= 1;
      target.setSelectionRange(place, place);
    }
    const echo = document.querySelector(`[data-words="${target.id}"]`);
    const amount = Number(target.value.replace(/\./g, ""));
    if (echo) echo.textContent = amount > 0 && amount < 1e15 ? `${words(amount)} rupiah`.replace(/ +/g, " ") : "";
  });

  // Files that the server would refuse are named before they are sent.
  document.addEventListener("change", ({ target }) => {
    if (!target.dataset.maxBytes) return;
    const heavy = [...target.files].some((file) => file.size > Number(target.dataset.maxBytes));
    target.setCustomValidity(heavy ? say.big : "");
    if (heavy) target.reportValidity();
  });

  // Forms that are kept while one types; what can't be sent stays on the device until it can.
  // The server says by a cookie which page's form has arrived; a copy goes only then, or when an automatic save was answered.
  const nameOf = (form) => `sinergi:${form.dataset.autosave}`;
  const forget = (form) => store((s) => s.removeItem(nameOf(form)));
  const arrived = /(?:^|; )tersimpan=([0-9a-f-]{36})/.exec(document.cookie)?.[1];
  if (arrived) {
    document.cookie = "tersimpan=; Path=/; Max-Age=0; SameSite=Lax";
    store((s) => {
      for (const name of Object.keys(s)) if (name.startsWith("sinergi:") && (s.getItem(name) || "").includes(`["lembar","${arrived}"]`)) s.removeItem(name);
    });
  }
  function store(work) {
    try {
      return work(localStorage);
    } catch {
      return null;
    }
  }
  const textsOf = (form) => [...new FormData(form)].filter(([, value]) => typeof value === "string");
  for (const form of all("form[data-autosave]")) {
    let timer;
    let running = false;
    let again = false;
    const status = (text, off) => {
      const bar = document.querySelector("[data-autosave-status]");
      if (!bar) return;
      bar.classList.toggle("off", off);
      (bar.querySelector("[data-autosave-text]") || bar).textContent = text;
    };
    const fields = () => textsOf(form);
    const keep = () => store((s) => s.setItem(nameOf(form), JSON.stringify(fields().filter(([name]) => name !== "kunci" && !/sandi|password/i.test(name)))));
    const hidden = (name) => form.querySelector(`input[type=hidden][name="${name}"]`);
    // Saves of one page are numbered, so that one that arrives late is known.
    const number = () => {
      const field = hidden("urutan");
      if (field) field.value = Number(field.value) + 1;
    };
    const hold = () => {
      keep();
      status(say.kept, true);
    };
    drafts.set(form, { hold, number });
    const save = async () => {
      // Once a button has sent the page, a save of its own would arrive later and undo what the button did.
      if (form.dataset.sent) return;
      if (running) return (again = true);
      running = true;
      again = false;
      number();
      if (store((s) => s.getItem(nameOf(form)))) keep();
      status(say.saving, false);
      try {
        const answer = await fetch(form.dataset.autosave, { method: "POST", body: new URLSearchParams(fields()), headers: { "X-Autosave": "1", Accept: "application/json" }, redirect: "manual" });
        const told = await answer.json().catch(() => ({}));
        if (answer.ok) {
          if (!again) forget(form);
          // Every form of the page goes on from what was kept, also the one that sends.
          for (const [name, value] of Object.entries(told.values || {})) for (const one of all(`input[type=hidden][name="${name}"]`)) one.value = value;
          status(told.text || say.saved(told.saved || clock()), false);
        } else status(told.text || say.failed, true);
      } catch {
        hold();
        clearTimeout(timer);
        timer = setTimeout(save, 10_000);
      }
      running = false;
      if (again) save();
    };
    const later = () => {
      keep();
      clearTimeout(timer);
      timer = setTimeout(save, 1200);
    };
    form.addEventListener("input", later);
    window.addEventListener("online", () => store((s) => s.getItem(nameOf(form))) && save());
    const kept = JSON.parse(store((s) => s.getItem(nameOf(form))) || "null");
    if (kept) {
      const used = {};
      const of = (name) => kept.find(([one]) => one === name)?.[1];
      let changed = false;
      let lost = false;
      for (const box of all("input[type=checkbox]", form)) {
        if (!box.checked || kept.some(([name, value]) => name === box.name && value === box.value)) continue;
        box.checked = false;
        changed = true;
      }
      for (const [name, value] of kept) {
        const same = [...form.elements].filter((one) => one.name === name && one.type !== "hidden");
        const choice = same.find((one) => /radio|checkbox/.test(one.type) && one.value === value);
        const field = choice || same[(used[name] = (used[name] ?? -1) + 1)];
        if (!field) lost ||= value.trim() !== "" && ![...form.elements].some((one) => one.name === name);
        if (!field || (choice ? choice.checked : field.value === value)) continue;
        if (choice) choice.checked = true;
        else if (!/radio|checkbox|file/.test(field.type)) field.value = value;
        changed = true;
      }
      if (changed) {
        // The copy goes on from what its own page was opened with: what others saved since then is never written over.
        for (const name of ["versi", "lembar", "urutan", "dasar"]) if (hidden(name) && of(name) !== undefined) hidden(name).value = of(name);
        status(say.restored, true);
        later();
      } else if (!lost) forget(form);
      if (lost) offer(form, kept);
    }
  }
  // A copy with rows that the page no longer has goes to the server as it is, which shows both versions.
  function offer(form, kept) {
    const inputs = kept.map(([name, value]) => element("input", { type: "hidden", name, value }));
    const send = element("form", { method: "post", action: form.action, className: "contents" }, ...inputs, element("button", { className: "btn btn-o", textContent: say.offer }));
    document.querySelector("[data-autosave-status]")?.append(send);
  }

  // A choice of something sensitive hides what is not to be asked for with it, and never sends it.
  for (const choice of all("[data-sensitive-choice]")) {
    const { form } = choice;
    const apply = () => {
      const sensitive = choice.selectedOptions[0]?.hasAttribute("data-sensitive") ?? false;
      const set = (part, on) => {
        part.hidden = !on;
        if (part.matches("optgroup")) part.disabled = !on;
        for (const field of all("input, select, textarea", part)) field.disabled = !on;
      };
      for (const part of all("[data-sensitive-only]", form)) set(part, sensitive);
      for (const part of all("[data-sensitive-never]", form)) set(part, !sensitive);
      for (const select of all("select", form)) {
        const only = select.querySelector("[data-sensitive-only] option");
        const chosen = select.selectedOptions[0]?.parentElement;
        if (only && (sensitive ? chosen !== only.parentElement : chosen === only.parentElement)) select.value = sensitive ? only.value : "";
      }
    };
    form.addEventListener("change", apply);
    apply();
  }

  // Numbers of people by one more or less, beside typing them.
  for (const box of all("[data-stepper]")) {
    const input = box.querySelector("input");
    const label = box.querySelector("label").textContent;
    const step = (by, sign) =>
      element("button", {
        type: "button",
        className: "btn btn-o",
        textContent: sign,
        ariaLabel: `${label} ${sign}1`,
        onclick: () => {
          input.value = Math.max(0, (Number(input.value.replace(/\./g, "")) || 0) + by);
          input.dispatchEvent(new Event("input", { bubbles: true }));
        },
      });
    const frame = element("div", { className: "step-in" });
    input.replaceWith(frame);
    frame.append(step(-1, "\u2212"), input, step(1, "+"));
  }

  // Rows that can be added and taken away.
  document.addEventListener("click", ({ target }) => {
    const add = target.closest("[data-add-row]");
    const remove = target.closest("[data-remove-row]");
    const rows = (add || remove)?.closest("[data-rows]");
    if (!rows) return;
    if (remove) remove.closest("[data-row]")?.remove();
    else {
      const template = rows.querySelector("template");
      const next = Number(rows.dataset.next ?? all("[data-row]", rows).length);
      rows.dataset.next = next + 1;
      template.insertAdjacentHTML("beforebegin", template.innerHTML.replaceAll("__i__", next));
      template.previousElementSibling?.querySelector("input:not([type=hidden]), select, textarea")?.focus();
    }
    rows.dispatchEvent(new Event("input", { bubbles: true }));
  });
  for (const button of all("[data-add-row]")) button.hidden = false;

  // Menus close when one goes elsewhere.
  const shut = (keep) => all("details[data-menu][open]").forEach((menu) => menu !== keep && menu.removeAttribute("open"));
  document.addEventListener("click", ({ target }) => shut(target.closest("details[data-menu]")));

  // Areas: the list fills while one types.
  for (const box of all("[data-area-search]")) {
    const input = box.querySelector("input[type=search]");
    const list = box.querySelector("[data-area-results]");
    let timer;
    input?.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(async () => {
        const query = new URLSearchParams({ q: input.value });
        if (box.dataset.areaLevel) query.set("tingkat", box.dataset.areaLevel);
        if (box.dataset.areaWithin) query.set("dalam", box.dataset.areaWithin);
        if (input.value.trim().length < 2) return;
        const answer = await fetch(`${box.dataset.areaSearch}?${query}`).catch(() => null);
        if (!answer?.ok) return;
        const { areas } = await answer.json();
        const chosen = list.querySelector("input:checked")?.closest("label");
        const options = areas
          .filter((area) => area.code !== chosen?.querySelector("input").value)
          .map((area) => element("label", { className: "opt" }, element("input", { type: "radio", name: box.dataset.areaName, value: area.code }), element("span", { textContent: area.label })));
        list.replaceChildren(...(chosen ? [chosen] : []), ...options);
      }, 250);
    });
    input?.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      list.querySelector("input")?.focus();
    });
  }

  // Budgets and termin plans: sums while one types. The server computes them again.
  const amountIn = (field) => {
    const [, digits, scale] = /^(?:rp)?\s*([\d.]+)(?:,00?)?\s*(rb|jt)?$/i.exec(field?.value.trim() || "") || [];
    const times = { rb: 1e3, jt: 1e6 }[(scale || "").toLowerCase()] || 1;
    return digits ? Number(digits.replace(/\./g, "")) * times : 0;
  };
  const grouped = (amount) => String(amount).replace(/\B(?=(\d{3})+$)/g, english ? "," : ".");
  const rupiah = (amount) => `${amount < 0 ? "\u2212" : ""}Rp\u00a0${grouped(Math.abs(amount))}`;
  // The tax that comes on top of a price, rounded down: on the price itself, or so that the price is what is left of the whole.
  const addedTax = (row, price) => {
    const { rate, base } = row.querySelector("[name$='.tax'] option:checked")?.dataset || {};
    if (!rate || row.querySelector("[name$='.taxMode']").value !== "added") return 0;
    return Number((BigInt(price) * BigInt(rate)) / BigInt(base === "net" ? 10000 : 10000 - Number(rate)));
  };
  for (const budget of all("[data-budget]")) {
    budget.addEventListener("input", () => {
      let total = 0;
      for (const row of all("[data-budget-row]", budget)) {
        const volume = Number((row.querySelector("[name$='.volume']").value || "").replace(/\./g, "").replace(",", "."));
        const amount = volume * amountIn(row.querySelector("[name$='.unitPrice']"));
        const whole = amount > 0 && Number.isSafeInteger(amount);
        const due = whole ? amount + addedTax(row, amount) : 0;
        row.querySelector("[data-budget-amount]").textContent = whole ? grouped(due) : "\u2013";
        total += due;
      }
      document.querySelector("[data-budget-total]").textContent = rupiah(total);
    });
  }
  for (const box of all("[data-tranche-sum]")) {
    box.closest("form").addEventListener("input", () => {
      const planned = all("[name^='tranches.'][name$='.amount']").reduce((sum, field) => sum + amountIn(field), 0);
      const difference = Number(box.dataset.trancheSum) - planned;
      const [, sum, rest] = all(".eqbar .n", box);
      sum.textContent = rupiah(planned);
      rest.textContent = rupiah(difference);
      box.querySelector(".eqbar").className = `eqbar ${difference === 0 && planned > 0 ? "ok" : "bad"}`;
    });
  }

  // Keys of the desk.
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return shut();
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea, dialog, [contenteditable]")) return;
    const key = event.key.toLowerCase();
    const lines = all("[data-keys] a.ln");
    if (lines.length > 0 && (key === "j" || key === "k")) {
      const at = lines.indexOf(document.activeElement);
      const from = at < 0 ? lines.findIndex((line) => line.hasAttribute("aria-current")) : at;
      lines[Math.min(lines.length - 1, Math.max(0, from + (key === "j" ? 1 : -1)))].focus();
      return event.preventDefault();
    }
    if (key === "enter" && event.target.closest("a, button, summary")) return;
    const wanted = all(`[data-key="${CSS.escape(key)}"]`).find((one) => one.offsetParent);
    if (!wanted) return;
    event.preventDefault();
    if (wanted.matches("input, select, textarea")) wanted.focus();
    else wanted.click();
  });

  document.querySelector("[data-focus]")?.focus();
})();
