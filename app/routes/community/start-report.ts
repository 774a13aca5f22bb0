import { community, guardedAction } from "~/features/identity/guard.server";
import { leadBack } from "~/features/identity/lead-back.server";
import { impactMessages, impactRefusals } from "~/features/impact/impact-messages";
import { ownReport } from "~/features/impact/own-report.server";
import { writerRoles } from "~/features/impact/report";
import { startReport } from "~/features/impact/start-report.server";

export const action = guardedAction(community(...writerRoles), async (c) => {
  const { program, termin, address } = await ownReport(c);
  const outcome = await c.attempt(startReport, { proposalId: program.id, trancheN: termin.n });
  return leadBack(c, outcome, { to: address, done: impactMessages[c.language].done.started, refusals: impactRefusals });
});
