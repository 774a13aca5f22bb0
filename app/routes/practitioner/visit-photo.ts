import { receivePhoto } from "~/features/assignments/task-page.server";
import { guardedAction, practitioner } from "~/features/identity/guard.server";

/** Takes one photo of a visit, as the phone sends it when there is a signal. */
export const action = guardedAction(practitioner(), receivePhoto);
