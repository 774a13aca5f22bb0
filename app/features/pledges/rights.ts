import { holds, type Membership } from "~/features/identity/actor";
import { approverRoles, drafterRoles, type PledgeStatus } from "./pledge";
import { companyPowers } from "~/features/identity/powers";

export type Rights = { decide: boolean; cancel: boolean; link: boolean };

/** What a member may do with a pledge now: what its page offers. The operations decide for themselves. */
export function rightsOver(pledge: { status: PledgeStatus; drafter: { userId: string } }, membership: Membership, userId: string): Rights {
  const waiting = pledge.status === "awaiting_approval";
  const committed = pledge.status === "committed";
  return {
    decide: waiting && holds(membership, approverRoles) && pledge.drafter.userId !== userId,
    cancel:
      (waiting && holds(membership, [...drafterRoles, ...approverRoles])) || (committed && holds(membership, companyPowers.ends_pledges)),
    link: committed && holds(membership, companyPowers.makes_payment_links),
  };
}
