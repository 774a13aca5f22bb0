import { holds, type Membership } from "~/features/identity/actor";
import { approverRoles, drafterRoles, type PledgeStatus, payerRoles } from "./pledge";

export type Rights = { decide: boolean; cancel: boolean; link: boolean };

/** What a member may do with a pledge now: what its page offers. The operations decide for themselves. */
export function rightsOver(pledge: { status: PledgeStatus; drafter: { userId: string } }, membership: Membership, userId: string): Rights {
  const waiting = pledge.status === "awaiting_approval";
  const committed = pledge.status === "committed";
  return {
    decide: waiting && holds(membership, approverRoles) && pledge.drafter.userId !== userId,
    cancel:
      (waiting && holds(membership, [...drafterRoles, ...approverRoles])) || (committed && holds(membership, [...approverRoles, "admin"])),
    link: committed && holds(membership, [...payerRoles, "admin"]),
  };
}
