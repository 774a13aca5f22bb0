const cookie = "tersimpan";

/** Tells the page's scripts that a form has arrived, so that the copy kept on the device may go: a form that never arrived is never forgotten. */
export function confirmKept(sheet: FormDataEntryValue | null): { "Set-Cookie": string } | undefined {
  if (typeof sheet !== "string" || !/^[0-9a-f-]{36}$/.test(sheet)) return undefined;
  return { "Set-Cookie": `${cookie}=${sheet}; Path=/; Max-Age=120; SameSite=Lax` };
}
