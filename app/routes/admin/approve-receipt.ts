import { redirect } from "@remix-run/node";
import { refusalText } from "~/components/refusal-text";
import { guardedAction, platform } from "~/features/identity/guard.server";
import { localPath } from "~/features/identity/local-path";
import { approveReceipt } from "~/features/impact/approve-receipt.server";
import { impactDeskMessages, impactDeskRefusals } from "~/features/impact/desk-messages";
import { flash } from "~/platform/flash.server";

export const action = guardedAction(platform("verifier"), async (c) => {
  const form = await c.form();
  const receiptId = c.params.id ?? "";
  const outcome = await c.attempt(approveReceipt, {
    key: String(form.get("kunci")),
    proposalId: String(form.get("proposalId")),
    receiptId,
  });
  const headers = outcome.ok
    ? await flash(impactDeskMessages[c.language].done.approved)
    : await flash(refusalText(outcome.refusal, c.language, impactDeskRefusals), "bad");
  return redirect(localPath(form.get("kembali"), "/admin/laporan"), { status: 303, headers });
});
