/*
 * One part of a long form at a time, on phones. Parts are elements with the same data-step number; the rest of the form stays. The back
 * button of the browser goes a part back, and an error leads to the part that has it.
 */
document.addEventListener("DOMContentLoaded", () => {
  const bar = document.querySelector("[data-step-bar]");
  const form = bar?.closest("form");
  if (!form) return;
  const all = (selector, root = form) => [...root.querySelectorAll(selector)];
  const words = JSON.parse(bar.dataset.stepBar);
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const title = bar.querySelector("h2");
  const [back, dots] = [bar.querySelector("[data-step-back]"), bar.querySelector(".dots")];
  const actions = form.querySelector("[data-step-next]");
  const next = actions.querySelector("button");
  const pieces = all("[data-step]");
  const numberOf = (piece) => Number(piece.dataset.step);
  const last = Math.max(...pieces.map(numberOf));
  const phone = matchMedia("(max-width: 40rem)");
  const memory = `sinergi:langkah:${location.pathname}`;
  let at = 1;

  const piecesOf = (n) => pieces.filter((piece) => numberOf(piece) === n);
  const fieldsOf = (n) => piecesOf(n).flatMap((piece) => all("input[type=radio], textarea", piece));
  // A part is done when it is answered, or, without anything to choose, when something is written.
  function isDone(n) {
    const fields = fieldsOf(n);
    const choices = fields.filter((field) => field.type === "radio");
    return choices.length > 0 ? choices.some((choice) => choice.checked) : fields.some((field) => field.value.trim() !== "");
  }
  const open = () => Array.from({ length: last }, (_, i) => i + 1).filter((n) => !isDone(n));

  function draw() {
    const on = phone.matches;
    bar.hidden = !on;
    actions.hidden = !on || at === last;
    for (const piece of pieces) piece.hidden = on && numberOf(piece) !== at;
    for (const group of all("[data-steps]")) {
      const own = all("[data-step]", group);
      const first = own[0] && numberOf(own[0]) === at;
      group.hidden = own.every((piece) => piece.hidden);
      group.querySelector("legend").classList.toggle("sr", on && !first);
      for (const intro of all("[data-steps-intro]", group)) intro.hidden = on && !first;
    }
    if (!on) return;
    title.children[0].textContent = piecesOf(at)[0].dataset.stepTitle;
    title.children[1].textContent = fill(words.of, { n: at, all: last });
    back.hidden = at === 1;
    mark();
  }
  /* What changes while one answers. */
  function mark() {
    const undone = open();
    const left = undone.filter((n) => n !== at).length;
    next.textContent = left > 0 ? fill(words.left, { n: left }) : words.next;
    dots.replaceChildren(
      ...Array.from({ length: last }, (_, i) => Object.assign(document.createElement("i"), { className: i + 1 === at ? "c" : undone.includes(i + 1) ? "" : "y" })),
    );
  }
  function go(n, remember) {
    at = Math.min(last, Math.max(1, n));
    draw();
    if (remember === "push") history.pushState({ step: at, pushed: true }, "", `#langkah-${at}`);
    if (remember === "replace") history.replaceState({ step: at }, "", `#langkah-${at}`);
  }
  function show(n, remember) {
    go(n, remember);
    bar.scrollIntoView({ block: "start" });
    title.focus({ preventScroll: true });
  }
  /* The part in which something on the page is; for a group, its first part without an answer. */
  function partOf(target) {
    const piece = target?.closest("[data-step]");
    if (piece) return numberOf(piece);
    const own = target?.closest("[data-steps]") ? all("[data-step]", target.closest("[data-steps]")).map(numberOf) : [];
    return own.find((n) => !isDone(n)) ?? own[0];
  }
  const inAddress = () => Number(/^#langkah-(\d+)$/.exec(location.hash)?.[1]) || undefined;

  next.addEventListener("click", () => show(at + 1, "push"));
  back.addEventListener("click", () => (history.state?.pushed ? history.back() : show(at - 1, "replace")));
  window.addEventListener("popstate", ({ state }) => {
    const n = state?.step ?? inAddress();
    if (n && phone.matches && n !== at) show(n);
  });
  phone.addEventListener("change", draw);
  form.addEventListener("input", mark);
  // Enter in a field leads on, instead of pressing a button that can't be seen.
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !phone.matches || at === last || !event.target.matches("input:not([type=file])")) return;
    event.preventDefault();
    show(at + 1, "push");
  });
  // A link to a field, as the list of errors has them, opens its part first.
  document.addEventListener("click", ({ target }) => {
    const id = phone.matches && target.closest("a[href^='#']")?.getAttribute("href").slice(1);
    const n = id && partOf(document.getElementById(id));
    if (n) go(n, "replace");
  });
  // The page that comes back after saving opens where one was, any other at the first part that is not done.
  const session = (work) => {
    try {
      return work(sessionStorage);
    } catch {
      return null;
    }
  };
  window.addEventListener("submit", (event) => event.target === form && !event.defaultPrevented && session((s) => s.setItem(memory, at)));
  const before = Number(session((s) => s.getItem(memory)));
  session((s) => s.removeItem(memory));
  const wrong = partOf(form.querySelector("[id$='-galat']"));
  at = Math.min(last, wrong ?? inAddress() ?? (before || open()[0] || last));
  history.replaceState({ ...history.state, step: at }, "");
  draw();
});
