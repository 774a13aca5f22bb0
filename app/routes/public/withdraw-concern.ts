import { redirect } from "@remix-run/node";
import { refusalText } from "~/components/refusal-text";
import { withdrawConcern } from "~/features/concerns/answer-by-code.server";
import { concernMessages } from "~/features/concerns/concern-messages";
import { concernRefusals } from "~/features/concerns/concern-refusals";
import { anyone, attempting, guardedAction } from "~/features/identity/guard.server";
import { placeOf } from "~/features/identity/place";
import { flash } from "~/platform/flash.server";

export const action = guardedAction(anyone, async (c) => {
  const code = c.params.kode ?? "";
  const outcome = await attempting(() => withdrawConcern(c.db, { code, place: placeOf(c.request) }));
  if (!outcome.ok && outcome.refusal.code === "code_unknown") throw new Response(null, { status: 404 });
  const text = outcome.ok ? concernMessages[c.language].done.withdrawn : refusalText(outcome.refusal, c.language, concernRefusals);
  return redirect(`/lapor/${code}`, { status: 303, headers: await flash(text, outcome.ok ? "ok" : "bad") });
});
