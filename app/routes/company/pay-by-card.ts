import { company, guardedAction } from "~/features/identity/guard.server";
import { goToCardPage } from "~/features/payments/card-offer.server";
import { findCompanyPledge } from "~/features/pledges/pledge-queries.server";
import { companyPowers } from "~/features/identity/powers";

/** `/ruang/perusahaan/komitmen/:id/kartu`: a member pays an instalment by card. */
export const action = guardedAction(company(...companyPowers.makes_payment_links), async (c) => {
  const pledge = await findCompanyPledge(c.db, c.membership.organizationId, c.params.id ?? "");
  if (!pledge) throw new Response(null, { status: 404 });
  const { proposalId, pledgeId } = pledge;
  const paymentId = String((await c.form()).get("tahap") ?? "");
  throw await goToCardPage(c, {
    proposalId,
    pledgeId,
    paymentId,
    back: `/ruang/perusahaan/komitmen/${pledgeId}`,
    actorId: c.actor.userId,
  });
});
