import { autosaveTask } from "~/features/assignments/task-page.server";
import { guardedAction, practitioner } from "~/features/identity/guard.server";

/** Keeps a task while one fills it in. */
export const action = guardedAction(practitioner(), autosaveTask);
