import { company, guardedAction } from "~/features/identity/guard.server";
import { goToCardPage } from "~/features/payments/card-offer.server";
import { payerRoles } from "~/features/pledges/pledge";
import { findCompanyPledge } from "~/features/pledges/pledge-queries.server";

/** `/ruang/perusahaan/komitmen/:id/kartu`: a member pays an instalment by card. */
export const action = guardedAction(company(...payerRoles, "admin"), async (c) => {
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
