import { type TimelineItem, Timeline } from "~/components/timeline";
import { useLanguage, useMessages } from "~/components/language";
import { formatDay, formatDayShort } from "~/kernel/dates";
import type { ConcernOutcome, ConcernStatus } from "./concern";
import { concernMessages } from "./concern-messages";

type ConcernProgressProps = {
  status: ConcernStatus;
  outcome: ConcernOutcome | null;
  published: string | null;
  receivedAt: Date;
  answeredAt: Date | null;
  closedAt: Date | null;
  about: string;
};

/** Where a case stands: received, looked into, perhaps asked, decided. */
export function ConcernProgress({ status, outcome, published, receivedAt, answeredAt, closedAt, about }: ConcernProgressProps) {
  const words = useMessages(concernMessages);
  const t = words.steps;
  const language = useLanguage();
  const closed = status === "closed";
  const items: (TimelineItem | false)[] = [
    { key: "received", state: "done", title: t.received, side: formatDayShort(receivedAt, language), text: about },
    {
      key: "looking",
      state: answeredAt && (closed || status === "asked") ? "done" : status === "looking" ? "now" : "todo",
      title: t.looking,
      side: answeredAt ? formatDayShort(answeredAt, language) : undefined,
      text: t.lookingText,
    },
    status === "asked" && { key: "asked", state: "now", title: t.asked },
    {
      key: "decided",
      state: closed ? "done" : "todo",
      title: t.decided,
      side: closedAt ? formatDay(closedAt, language) : undefined,
      text: outcome ? (
        <>
          <b>{words.result(words.outcome[outcome])}</b> <span lang="id">{published}</span>
        </>
      ) : (
        t.decidedText
      ),
    },
  ];
  return <Timeline items={items.filter((item) => item !== false)} />;
}
