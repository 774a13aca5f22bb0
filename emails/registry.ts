import { accountErasure } from "./account-erasure";
import { alreadyRegistered } from "./already-registered";
import { amendmentForFunder } from "./amendment-for-funder";
import { amendmentProgress } from "./amendment-progress";
import { amendmentSubmitted } from "./amendment-submitted";
import { appealDecided } from "./appeal-decided";
import { appealWaiting } from "./appeal-waiting";
import { assignmentAnswered } from "./assignment-answered";
import { assignmentOffered } from "./assignment-offered";
import { confirmEmail } from "./confirm-email";
import { concernReceived } from "./concern-received";
import { dailyDigest } from "./daily-digest";
import { disbursementAcknowledged } from "./disbursement-acknowledged";
import { disbursementExecuted } from "./disbursement-executed";
import { disbursementRejected } from "./disbursement-rejected";
import { disbursementRequested } from "./disbursement-requested";
import { disbursementReturned } from "./disbursement-returned";
import { factorResetWaiting } from "./factor-reset-waiting";
import { guidanceFollow } from "./guidance-follow";
import { guidancePublished } from "./guidance-published";
import { receiptRejected } from "./receipt-rejected";
import { reportPublished } from "./report-published";
import { reportRevisionRequested } from "./report-revision-requested";
import { reportSubmitted } from "./report-submitted";
import { memberInvited } from "./member-invited";
import { organizationSubmitted } from "./organization-submitted";
import { organizationFrozen } from "./organization-frozen";
import { passwordChanged } from "./password-changed";
import { payeeAccountChanged } from "./payee-account-changed";
import { payeeAccountVerified } from "./payee-account-verified";
import { paymentDue } from "./payment-due";
import { paymentReceived } from "./payment-received";
import { pledgeApproved } from "./pledge-approved";
import { pledgeAwaitingApproval } from "./pledge-awaiting-approval";
import { pledgeCancelled } from "./pledge-cancelled";
import { pledgeReceived } from "./pledge-received";
import { pledgeRefused } from "./pledge-refused";
import { mentoring } from "./mentoring";
import { programLeader } from "./program-leader";
import { proposalConsent } from "./proposal-consent";
import { proposalPublished } from "./proposal-published";
import { proposalRejected } from "./proposal-rejected";
import { proposalSubmitted } from "./proposal-submitted";
import { referral } from "./referral";
import { residentsDoubt } from "./residents-doubt";
import { resetPassword } from "./reset-password";
import { revisionRequested } from "./revision-requested";
import { sponsorship } from "./sponsorship";
import { factorReset } from "./factor-reset";
import { secondFactorChanged } from "./second-factor-changed";
import { standingApproved } from "./standing-approved";
import { standingExpiring } from "./standing-expiring";
import { standingRejected } from "./standing-rejected";
import { standingRevisionRequested } from "./standing-revision-requested";

/** Every email by its name, as it is queued. */
export const emails = {
  // Accounts
  "confirm-email": confirmEmail,
  "already-registered": alreadyRegistered,
  "reset-password": resetPassword,
  "password-changed": passwordChanged,
  "second-factor-changed": secondFactorChanged,
  "factor-reset": factorReset,
  "factor-reset-waiting": factorResetWaiting,
  "account-erasure": accountErasure,
  "daily-digest": dailyDigest,
  // Organisations
  "member-invited": memberInvited,
  "organization-submitted": organizationSubmitted,
  "standing-approved": standingApproved,
  "standing-revision-requested": standingRevisionRequested,
  "standing-rejected": standingRejected,
  "standing-expiring": standingExpiring,
  "organization-frozen": organizationFrozen,
  "payee-account-verified": payeeAccountVerified,
  "payee-account-changed": payeeAccountChanged,
  sponsorship,
  mentoring,
  referral,
  // Proposals and verification
  "appeal-waiting": appealWaiting,
  "appeal-decided": appealDecided,
  "assignment-offered": assignmentOffered,
  "amendment-submitted": amendmentSubmitted,
  "amendment-progress": amendmentProgress,
  "amendment-for-funder": amendmentForFunder,
  "assignment-answered": assignmentAnswered,
  "proposal-consent": proposalConsent,
  "program-leader": programLeader,
  "proposal-submitted": proposalSubmitted,
  "revision-requested": revisionRequested,
  "proposal-rejected": proposalRejected,
  "proposal-published": proposalPublished,
  // Pledges and payments
  "pledge-awaiting-approval": pledgeAwaitingApproval,
  "pledge-approved": pledgeApproved,
  "pledge-received": pledgeReceived,
  "pledge-refused": pledgeRefused,
  "pledge-cancelled": pledgeCancelled,
  "payment-due": paymentDue,
  "payment-received": paymentReceived,
  // Disbursements and reports
  "disbursement-acknowledged": disbursementAcknowledged,
  "disbursement-executed": disbursementExecuted,
  "disbursement-rejected": disbursementRejected,
  "disbursement-requested": disbursementRequested,
  "disbursement-returned": disbursementReturned,
  "receipt-rejected": receiptRejected,
  "report-published": reportPublished,
  "report-revision-requested": reportRevisionRequested,
  "report-submitted": reportSubmitted,
  // What the public says and is told
  "guidance-follow": guidanceFollow,
  "guidance-published": guidancePublished,
  "concern-received": concernReceived,
  "residents-doubt": residentsDoubt,
};

export type EmailName = keyof typeof emails;
export type EmailProps<Name extends EmailName> = (typeof emails)[Name]["example"];
