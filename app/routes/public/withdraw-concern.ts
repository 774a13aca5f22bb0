import { leadBack } from "~/features/identity/lead-back.server";
import { withdrawConcern } from "~/features/concerns/answer-by-code.server";
import { concernMessages } from "~/features/concerns/concern-messages";
import { concernRefusals } from "~/features/concerns/concern-refusals";
import { anyone, attempting, guardedAction } from "~/features/identity/guard.server";
import { placeOf } from "~/features/identity/place";

export const action = guardedAction(anyone, async (c) => {
  const code = c.params.kode ?? "";
  const outcome = await attempting(() => withdrawConcern(c.db, { code, place: placeOf(c.request) }));
  if (!outcome.ok && outcome.refusal.code === "code_unknown") throw new Response(null, { status: 404 });
  return leadBack(c, outcome, { to: `/lapor/${code}`, done: concernMessages[c.language].done.withdrawn, refusals: concernRefusals });
});
