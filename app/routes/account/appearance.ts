import { redirect } from "@remix-run/node";
import { anyone, guardedAction, guardedLoader } from "~/features/identity/guard.server";
import { localPath } from "~/features/identity/local-path";
import { isTheme, themeCookie } from "~/features/identity/preferences.server";

export const loader = guardedLoader(anyone, () => redirect("/"));

/** `/tampilan`: light, dark, or as the device has it. */
export const action = guardedAction(anyone, async (c) => {
  const form = await c.form();
  const theme = form.get("tema");
  const back = localPath(form.get("kembali"), "/");
  if (!isTheme(theme)) throw redirect(back, 303);
  throw redirect(back, { status: 303, headers: { "Set-Cookie": await themeCookie.serialize(theme) } });
});
