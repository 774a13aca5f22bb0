import { useLanguage, useMessages } from "~/components/language";
import { formatInstant } from "~/kernel/dates";
import { deadlineOf, minutesLeft } from "./appeal";
import { appealMessages } from "./appeal-messages";
import { HourTrack } from "./hour-track";

/** Time left or overrun, in words: "21 jam 10 menit", "Terlambat 5 menit". */
export function timeLeft(
  raisedAt: Date,
  now: Date,
  t: { left: (hours: number, minutes: number) => string; late: (hours: number, minutes: number) => string },
): { text: string; late: boolean } {
  const left = minutesLeft(raisedAt, now);
  const [hours, minutes] = [Math.floor(Math.abs(left) / 60), Math.abs(left) % 60];
  return { text: left < 0 ? t.late(hours, minutes) : t.left(hours, minutes), late: left < 0 };
}

/** The time left to check an appeal as everybody sees it; it counts on the server's clock. */
export function AppealClock({ raisedAt, now }: { raisedAt: Date; now: Date }) {
  const t = useMessages(appealMessages).clock;
  const language = useLanguage();
  const left = timeLeft(raisedAt, now, t);
  return (
    <div>
      <div className="row justify-between items-baseline">
        <p className="big">{left.text}</p>
        <p className="small">{left.late ? t.lateText : t.until(formatInstant(deadlineOf(raisedAt), language))}</p>
      </div>
      <div className="mt-3.5">
        <HourTrack raisedAt={raisedAt} now={now} />
      </div>
    </div>
  );
}
