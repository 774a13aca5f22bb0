import { leadBack } from "~/features/identity/lead-back.server";
import { concernDeskMessages } from "~/features/concerns/concern-desk-messages";
import { concernRefusals } from "~/features/concerns/concern-refusals";
import { takeConcern } from "~/features/concerns/handle-concern.server";
import { guardedAction, platform } from "~/features/identity/guard.server";

export const action = guardedAction(platform("administrator"), async (c) => {
  const concernId = c.params.id ?? "";
  const outcome = await c.attempt(takeConcern, { concernId });
  return leadBack(c, outcome, {
    to: `/admin/laporan-warga/${concernId}`,
    back: "/admin/laporan-warga",
    done: concernDeskMessages[c.language].done.taken,
    refusals: concernRefusals,
  });
});
