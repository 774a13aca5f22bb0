import { redirect } from "@remix-run/node";
import { refusalText } from "~/components/refusal-text";
import { guardedAction, platform } from "~/features/identity/guard.server";
import { resumeProgram } from "~/features/verification/suspend-program.server";
import { verificationMessages } from "~/features/verification/verification-messages";
import { verificationRefusals } from "~/features/verification/verification-refusals";
import { flash } from "~/platform/flash.server";

export const action = guardedAction(platform("administrator"), async (c) => {
  const proposalId = String(c.params.id);
  const attempt = await c.attempt(resumeProgram, { proposalId });
  const text = attempt.ok ? verificationMessages[c.language].flash.resumed : refusalText(attempt.refusal, c.language, verificationRefusals);
  const headers = await flash(text, attempt.ok ? "ok" : "bad");
  return redirect(`/admin/verifikasi/${proposalId}`, { status: 303, headers });
});
