import { anyone, guardedAction } from "~/features/identity/guard.server";
import { goToCardPage } from "~/features/payments/card-offer.server";
import { findPaymentPage } from "~/features/payments/payment-page-queries.server";

/** `/bayar/:token/kartu`: whoever holds the secret link pays an instalment by card. */
export const action = guardedAction(anyone, async (c) => {
  const token = c.params.token ?? "";
  const page = await findPaymentPage(c.db, token);
  if (!page) throw new Response(null, { status: 410 });
  const paymentId = String((await c.form()).get("tahap") ?? "");
  const { proposalId, pledgeId } = page;
  throw await goToCardPage(c, { proposalId, pledgeId, paymentId, back: `/bayar/${token}`, actorId: null });
});
