import { redirect } from "@remix-run/node";
import { chooseLanguage } from "~/features/identity/edit-account.server";
import { anyone, guardedAction, guardedLoader } from "~/features/identity/guard.server";
import { localPath } from "~/features/identity/local-path";
import { languageCookie } from "~/features/identity/preferences.server";
import { isLanguage } from "~/kernel/messages";

export const loader = guardedLoader(anyone, () => redirect("/"));

/** `/bahasa`: shows pages in another language from now on; the emails of who is signed in follow. */
export const action = guardedAction(anyone, async (c) => {
  const form = await c.form();
  const language = form.get("bahasa");
  const back = localPath(form.get("kembali"), "/");
  if (!isLanguage(language)) throw redirect(back, 303);
  if (c.actor) await c.run(chooseLanguage, { language });
  throw redirect(back, { status: 303, headers: { "Set-Cookie": await languageCookie.serialize(language) } });
});
