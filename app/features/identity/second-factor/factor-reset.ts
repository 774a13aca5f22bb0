/** Hours between the check of who somebody is and the end of the lost factor: the owner's time to stop it. */
export const waitingHours = 24;

export type FactorReset = { checkedAt: Date | null; dueAt: Date | null; doneAt: Date | null; stoppedAt: Date | null };

export type ResetState = "requested" | "waiting" | "ready" | "done" | "stopped";

/** Where a way back in stands: who it is has to be checked, the owner may still stop it, or it may be done. */
export function resetState(reset: FactorReset, at: Date): ResetState {
  if (reset.stoppedAt) return "stopped";
  if (reset.doneAt) return "done";
  if (!reset.dueAt) return "requested";
  return at < reset.dueAt ? "waiting" : "ready";
}
