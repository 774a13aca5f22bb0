import { alreadyRegistered } from "./already-registered";
import { confirmEmail } from "./confirm-email";
import { memberInvited } from "./member-invited";
import { organizationSubmitted } from "./organization-submitted";
import { passwordChanged } from "./password-changed";
import { payeeAccountVerified } from "./payee-account-verified";
import { resetPassword } from "./reset-password";
import { standingApproved } from "./standing-approved";
import { standingRejected } from "./standing-rejected";
import { standingRevisionRequested } from "./standing-revision-requested";

/** Every email by its name, as it is queued. */
export const emails = {
  // Accounts
  "confirm-email": confirmEmail,
  "already-registered": alreadyRegistered,
  "reset-password": resetPassword,
  "password-changed": passwordChanged,
  // Organisations
  "member-invited": memberInvited,
  "organization-submitted": organizationSubmitted,
  "standing-approved": standingApproved,
  "standing-revision-requested": standingRevisionRequested,
  "standing-rejected": standingRejected,
  "payee-account-verified": payeeAccountVerified,
  // Proposals and verification
  // Pledges and payments
  // Disbursements and reports
};

export type EmailName = keyof typeof emails;
export type EmailProps<Name extends EmailName> = (typeof emails)[Name]["example"];
