import { type Membership, type Role, holds } from "../actor";

/** Roles that ask for, approve or move money: whoever holds one signs in with a second factor. */
export const moneyRoles = [
  "chair",
  "treasurer",
  "approver",
  "finance",
  "reconciler",
  "disburser",
  "disbursement_approver",
  "administrator",
] as const satisfies readonly Role[];

export function holdsMoney(membership: Pick<Membership, "roles">): boolean {
  return holds(membership as Membership, moneyRoles);
}
