import { useLanguage, useMessages } from "~/components/language";
import { formatInstant } from "~/kernel/dates";
import { deadlineOf, minutesLeft } from "./appeal";
import { appealMessages } from "./appeal-messages";

/** The time left to check an appeal as everybody sees it; it counts on the server's clock. */
export function AppealClock({ raisedAt, now }: { raisedAt: Date; now: Date }) {
  const t = useMessages(appealMessages).clock;
  const language = useLanguage();
  const left = minutesLeft(raisedAt, now);
  const [hours, minutes] = [Math.floor(Math.abs(left) / 60), Math.abs(left) % 60];
  return (
    <div>
      <p className="kpi n">{left < 0 ? t.late(hours, minutes) : t.left(hours, minutes)}</p>
      <p className="small muted">{left < 0 ? t.lateText : t.until(formatInstant(deadlineOf(raisedAt), language))}</p>
    </div>
  );
}
