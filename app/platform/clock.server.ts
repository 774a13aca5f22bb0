import { AsyncLocalStorage } from "node:async_hooks";
import { type Day, dayOf } from "~/kernel/dates";

const travelled = new AsyncLocalStorage<{ at: Date }>();

/** The present moment, or the one that `atTime` has set for this piece of work. */
export function now(): Date {
  const set = travelled.getStore();
  return set ? new Date(set.at) : new Date();
}

/** Today's calendar day in WIB. */
export function today(): Day {
  return dayOf(now());
}

/** Does a piece of work as if it happened at another moment: tests, and the demo's history. */
export function atTime<T>(at: Date, work: () => T): T {
  return travelled.run({ at }, work);
}
