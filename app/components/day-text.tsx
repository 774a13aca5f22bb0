import {
  type Day as CalendarDay,
  dayOf,
  formatDay,
  formatDayLong,
  formatDayShort,
  formatInstant,
  formatSeconds,
  formatTime,
} from "~/kernel/dates";
import { classNames } from "./class-names";
import { useLanguage } from "./language";

type Form = "day" | "short" | "long" | "instant" | "seconds" | "time";
type DayTextProps = { value: CalendarDay | Date; form?: Form; className?: string | undefined };

/** A date or an instant in WIB, with its machine-readable form: "24 Nov 2026", "24 Nov 2026, 09.30 WIB". */
export function DayText({ value, form = "day", className }: DayTextProps) {
  const language = useLanguage();
  return (
    <time className={classNames("n", className)} dateTime={typeof value === "string" ? value : value.toISOString()}>
      {text()}
    </time>
  );

  function text(): string {
    const instant = typeof value === "string" ? undefined : value;
    if (form === "instant" && instant) return formatInstant(instant, language);
    if (form === "seconds" && instant) return formatSeconds(instant, language);
    if (form === "time" && instant) return formatTime(instant);
    if (form === "short") return formatDayShort(value, language);
    if (form === "long") return formatDayLong(instant ? dayOf(instant) : value, language);
    return formatDay(value, language);
  }
}

export const Day = DayText;
