import type { APIRequestContext, Page } from "@playwright/test";

type Control = { name: string; kind: string; value: string; choices: string[]; accept: string };
export type FoundForm = { action: string; multipart: boolean; controls: Control[] };
type Part = string | { name: string; mimeType: string; buffer: Buffer };
type Field = [name: string, value: Part];
/** `forged`: nobody can type it, so nothing of it is kept and it is enough that nothing breaks. */
export type Kind = { name: string; forged?: boolean; fields: (form: FoundForm) => Field[] | null };

const text = ["text", "textarea", "search"];
const typed = [...text, "email", "tel", "password", "number", "url", "date"];
const impossible = "bukan-pilihan";

function filled(form: FoundForm, change: (control: Control) => Part | null | undefined): Field[] {
  return form.controls.flatMap((control): Field[] => {
    const changed = change(control);
    return changed === null ? [] : [[control.name, changed ?? usual(control)]];
  });
}

/** What somebody would type who has read the label. */
function usual({ kind, value, choices, name }: Control): Part {
  if (kind === "file") return { name: "bukti.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n%%EOF") };
  if (value !== "") return value;
  if (kind === "date") return "2026-11-20";
  if (kind === "email") return "seseorang@sinergi.example";
  if (kind === "number") return "3";
  return choices[0] ?? (name === "kunci" ? "" : "Uraian yang masuk akal.");
}

function onlyIf(kinds: readonly string[], value: Part): (form: FoundForm) => Field[] | null {
  return (form) =>
    form.controls.some(({ kind }) => kinds.includes(kind)) ? filled(form, ({ kind }) => (kinds.includes(kind) ? value : undefined)) : null;
}

/** The kinds of bad input that every form gets; null where a form has no field for it. */
export const badInput: readonly Kind[] = [
  {
    name: "nothing filled in",
    fields: (form) => filled(form, ({ kind, value }) => (kind === "hidden" || kind === "button" ? value : kind === "file" ? null : "")),
  },
  {
    name: "fields missing",
    fields: (form) => form.controls.filter(({ kind }) => kind === "hidden" || kind === "button").map(({ name, value }) => [name, value]),
  },
  { name: "spaces", fields: onlyIf(typed, "   ") },
  { name: "a text of 100,000 letters", fields: onlyIf(typed, "x".repeat(100_000)) },
  { name: "bytes that no text has", fields: onlyIf(typed, "a\u0000b\u0007\ud800") },
  { name: "markup", fields: onlyIf(text, "\"><script>window.bad = 1</script>'; drop table users; --") },
  { name: "a negative number", fields: onlyIf([...text, "number"], "-5") },
  { name: "a number without end", fields: onlyIf([...text, "number"], "9".repeat(30)) },
  { name: "a day that does not exist", fields: onlyIf(["date"], "2026-02-31") },
  { name: "a choice that is not offered", fields: onlyIf(["select", "radio", "checkbox"], impossible) },
  {
    name: "ids that lead nowhere",
    forged: true,
    fields: (form) => filled(form, ({ kind, value }) => (kind === "hidden" && /^[0-9a-f-]{36}$/.test(value) ? "bukan-id" : undefined)),
  },
  {
    name: "everything twice",
    forged: true,
    fields: (form) => [
      ...filled(form, () => undefined),
      ...filled(form, ({ kind }) => (kind === "hidden" ? null : kind === "file" ? undefined : "lain")),
    ],
  },
  {
    name: "a program instead of a picture",
    fields: onlyIf(["file"], { name: "foto.jpg", mimeType: "image/jpeg", buffer: Buffer.from("MZ\u0090\u0000 not a picture") }),
  },
];

/** The forms of a page's HTML that send something a person fills in, one for each button that names itself. */
export function formsIn(page: Page, html: string): Promise<FoundForm[]> {
  return page.evaluate((source) => {
    const parsed = new DOMParser().parseFromString(source, "text/html");
    const read = (element: Element) => {
      const kind = element.tagName === "INPUT" ? (element.getAttribute("type") ?? "text") : element.tagName.toLowerCase();
      const options = [...element.querySelectorAll("option")].map((option) => option.getAttribute("value") ?? option.textContent ?? "");
      const value =
        kind === "textarea"
          ? (element.textContent ?? "")
          : (element.querySelector("option[selected]")?.getAttribute("value") ?? element.getAttribute("value") ?? "");
      return {
        name: element.getAttribute("name") ?? "",
        kind: kind === "submit" ? "button" : kind,
        value,
        choices: kind === "radio" || kind === "checkbox" ? [value] : options.filter((option) => option !== ""),
        accept: element.getAttribute("accept") ?? "",
      };
    };
    return [...parsed.querySelectorAll("form[method=post]")].flatMap((form) => {
      const inside = [
        ...form.querySelectorAll("input, select, textarea"),
        ...(form.id ? parsed.querySelectorAll(`[form="${form.id}"]:not(button)`) : []),
      ];
      const controls = inside.filter((one) => one.hasAttribute("name") && !one.hasAttribute("disabled")).map(read);
      if (controls.every(({ kind }) => kind === "hidden")) return [];
      const named = [...form.querySelectorAll("button[name]")].map(read);
      const one = { action: form.getAttribute("action") ?? "", multipart: form.getAttribute("enctype") === "multipart/form-data" };
      const buttons = named.length > 0 ? named : [null];
      return buttons.map((button) => ({ ...one, controls: button ? [...controls, { ...button, kind: "button" }] : controls }));
    });
  }, html);
}

export type Answer = { status: number; html: string };

export async function send(request: APIRequestContext, address: string, form: FoundForm, fields: readonly Field[]): Promise<Answer> {
  const url = new URL(form.action || address, address);
  const headers = { origin: url.origin, accept: "text/html" };
  const answer = form.multipart
    ? await request.post(url.href, { headers, multipart: asFormData(fields), maxRedirects: 0, maxRetries: 2 })
    : await request.post(url.href, {
        headers: { ...headers, "content-type": "application/x-www-form-urlencoded" },
        data: new URLSearchParams(fields.map(([name, value]) => [name, typeof value === "string" ? value : value.name])).toString(),
        maxRedirects: 0,
        maxRetries: 2,
      });
  return { status: answer.status(), html: await answer.text() };
}

function asFormData(fields: readonly Field[]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) {
    if (typeof value === "string") data.append(name, value);
    else data.append(name, new File([new Uint8Array(value.buffer)], value.name, { type: value.mimeType }));
  }
  return data;
}

/** What is never shown again: codes, the field that only programs fill in, and the number that another unit makes needless. */
const untold = ["code", "situs", "people"];

/** What is wrong with the answer to bad input: an error page, nothing said, a code instead of words, markup that came alive, or typed words lost. */
export async function wrongWithAnswer(page: Page, { status, html }: Answer, form: FoundForm, fields: readonly Field[]): Promise<string[]> {
  if (status >= 500) return [`answers ${status}`];
  if (status < 400 || status === 403 || status === 404 || status === 429) return [];
  const kept = fields.flatMap(([name, value]) => {
    const control = form.controls.find((one) => one.name === name);
    const keeps = control && [...text, "email", "tel", "number"].includes(control.kind) && typeof value === "string" && value.trim() !== "";
    return keeps &&
      value.length < 1000 &&
      !value.includes("\u0000") &&
      !untold.includes(name) &&
      fields.filter(([other]) => other === name).length === 1
      ? [{ name, value }]
      : [];
  });
  return page.evaluate(
    ({ source, names, kept }) => {
      const wrong: string[] = [];
      const parsed = new DOMParser().parseFromString(source, "text/html");
      if ([...parsed.scripts].some((script) => script.textContent?.startsWith("window.bad"))) wrong.push("markup comes alive");
      const beside = [...parsed.querySelectorAll("[aria-invalid=true]")];
      const said = [...parsed.querySelectorAll(".err, [role=alert]")]
        .map((one) => one.textContent?.trim() ?? "")
        .filter((one) => one !== "");
      // Somebody was quicker: the form is gone and the page says how things stand.
      const over = !names.every((name) => parsed.getElementsByName(name).length > 0) && parsed.querySelector("main h1");
      if (said.length === 0 && !over) wrong.push("says nothing");
      for (const one of said) if (/^[a-z]+(_[a-z]+)+$/.test(one)) wrong.push(`says “${one}”`);
      for (const field of beside) {
        const by = (field.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean);
        if (!by.some((id) => parsed.getElementById(id)?.textContent)) wrong.push(`${field.getAttribute("name")} is marked without a word`);
      }
      for (const { name, value } of kept) {
        const fields = [...parsed.querySelectorAll<HTMLInputElement>(`[name="${CSS.escape(name)}"]`)];
        const shown = fields.map((one) => (one.tagName === "TEXTAREA" ? one.textContent : one.getAttribute("value")));
        if (fields.length > 0 && !shown.includes(value)) wrong.push(`loses what was typed in ${name}: ${JSON.stringify(shown[0])}`);
      }
      return wrong;
    },
    { source: html, names: form.controls.filter(({ kind }) => kind !== "button").map(({ name }) => name), kept },
  );
}
