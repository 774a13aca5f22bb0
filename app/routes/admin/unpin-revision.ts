import { redirect } from "@remix-run/node";
import { refusalText } from "~/components/refusal-text";
import { guardedAction, platform } from "~/features/identity/guard.server";
import { unpinRevision } from "~/features/verification/pin-revision.server";
import { verificationMessages } from "~/features/verification/verification-messages";
import { verificationRefusals } from "~/features/verification/verification-refusals";
import { flash } from "~/platform/flash.server";

export const action = guardedAction(platform("verifier", "administrator"), async (c) => {
  const proposalId = String(c.params.id);
  const form = await c.form();
  const attempt = await c.attempt(unpinRevision, { proposalId, requestId: String(form.get("permintaan") ?? "") });
  const text = attempt.ok
    ? verificationMessages[c.language].flash.unpinned
    : refusalText(attempt.refusal, c.language, verificationRefusals);
  const headers = await flash(text, attempt.ok ? "ok" : "bad");
  return redirect(`/admin/verifikasi/${proposalId}#permintaan`, { status: 303, headers });
});
