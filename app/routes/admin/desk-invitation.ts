import { guardedAction, platform } from "~/features/identity/guard.server";
import { changeInvitation } from "~/features/organizations/team-page.server";

/** An open invitation: sent again, or cancelled. */
export const action = guardedAction(platform("administrator"), changeInvitation);
