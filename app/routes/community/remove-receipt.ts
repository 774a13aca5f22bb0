import { community, guardedAction } from "~/features/identity/guard.server";
import { leadBack } from "~/features/identity/lead-back.server";
import { impactMessages, impactRefusals } from "~/features/impact/impact-messages";
import { ownReport } from "~/features/impact/own-report.server";
import { removeReceipt } from "~/features/impact/remove-receipt.server";
import { writerRoles } from "~/features/impact/report";

export const action = guardedAction(community(...writerRoles), async (c) => {
  const { program, address } = await ownReport(c);
  const outcome = await c.attempt(removeReceipt, { proposalId: program.id, receiptId: c.params.receiptId ?? "" });
  return leadBack(c, outcome, { to: `${address}#nota`, done: impactMessages[c.language].done.receiptRemoved, refusals: impactRefusals });
});
