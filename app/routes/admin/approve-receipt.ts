import { leadBack } from "~/features/identity/lead-back.server";
import { guardedAction, platform } from "~/features/identity/guard.server";
import { localPath } from "~/features/identity/local-path";
import { approveReceipt } from "~/features/impact/approve-receipt.server";
import { impactDeskMessages, impactDeskRefusals } from "~/features/impact/desk-messages";

export const action = guardedAction(platform("verifier"), async (c) => {
  const form = await c.form();
  const receiptId = c.params.id ?? "";
  const outcome = await c.attempt(approveReceipt, {
    key: String(form.get("kunci")),
    proposalId: String(form.get("proposalId")),
    receiptId,
  });
  return leadBack(c, outcome, {
    to: localPath(form.get("kembali"), "/admin/laporan"),
    done: impactDeskMessages[c.language].done.approved,
    refusals: impactDeskRefusals,
  });
});
