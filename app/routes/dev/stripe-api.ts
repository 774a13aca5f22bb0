import { anyone, guardedAction, guardedLoader } from "~/features/identity/guard.server";
import { requireStandIn } from "~/features/payments/stand-in-page.server";
import { answerStripe } from "~/platform/stripe-stand-in/api.server";

/** `/v1/*`: the stand-in answers what the `stripe` package asks; it wants this installation's own key. */
export const loader = guardedLoader(anyone, (c) => {
  requireStandIn();
  return answerStripe(c.db, c.request);
});

export const action = guardedAction(anyone, (c) => {
  requireStandIn();
  return answerStripe(c.db, c.request);
});
