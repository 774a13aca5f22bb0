import { type Day, addDays, dayOf, startOfDay } from "~/kernel/dates";
import { atTime } from "~/platform/clock.server";

const lastHour = 60 * 60_000;
const wholeDay = 24 * lastHour;

type Event = { at: Date; order: number; what: string; run: () => Promise<unknown> };

/** Collects what happened, then lets it happen in order, each at its own moment. Days count back from the day of seeding. */
export class Timeline {
  private readonly events: Event[] = [];

  constructor(private readonly present: Date) {}

  /** The calendar day `days` from the day of seeding; negative is before it. */
  day(days: number): Day {
    return addDays(dayOf(this.present), days);
  }

  /** Plans an event. `clock` is WIB, as "09.30"; what happens today is pressed into the last hour. */
  on(days: number, clock: string, what: string, run: () => Promise<unknown>): void {
    const [hours = 0, minutes = 0] = clock.split(".").map(Number);
    const sinceMidnight = (hours * 60 + minutes) * 60_000;
    const planned = new Date(startOfDay(this.day(days)).getTime() + sinceMidnight);
    const at = days < 0 ? planned : new Date(this.present.getTime() - lastHour + (sinceMidnight / wholeDay) * lastHour);
    this.events.push({ at, order: this.events.length, what, run });
  }

  async play(): Promise<void> {
    this.events.sort((a, b) => a.at.getTime() - b.at.getTime() || a.order - b.order);
    for (const { at, what, run } of this.events) {
      try {
        await atTime(at, run);
      } catch (error) {
        throw new Error(`The demo's history stopped at ${at.toISOString()}: ${what}`, { cause: error });
      }
    }
  }
}
