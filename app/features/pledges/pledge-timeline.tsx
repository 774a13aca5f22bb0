import { useLanguage, useMessages } from "~/components/language";
import { Timeline, type TimelineItem } from "~/components/timeline";
import { formatInstant } from "~/kernel/dates";
import type { Language } from "~/kernel/messages";
import { formatRupiah } from "~/kernel/money";
import type { PledgeEvent } from "./pledge-queries.server";
import { workspaceMessages } from "./workspace-messages";

/** What has happened to a pledge, oldest first, with who did it and when. */
export function PledgeTimeline({ events }: { events: readonly PledgeEvent[] }) {
  const language = useLanguage();
  const t = useMessages(workspaceMessages).events;
  const items = events.flatMap((event): TimelineItem[] => {
    const title = titleOf(event, language);
    if (!title) return [];
    return [{ key: event.id, state: "done", title, text: `${event.actor ?? t.system}, ${formatInstant(event.at, language)}` }];
  });
  return <Timeline items={items} />;
}

function titleOf({ action, details }: PledgeEvent, language: Language): string | undefined {
  const t = workspaceMessages[language].events;
  const rupiah = (value: unknown) => formatRupiah(BigInt(typeof value === "string" ? value : 0), language);
  const n = Number(details.payment ?? 0);
  switch (action) {
    case "pledge.submitted":
      return t.submitted;
    case "pledge.approved":
      return details.soleMember === true ? t.approvedAlone : t.approved;
    case "pledge.refused":
      return t.refused;
    case "pledge.cancelled":
      return t.cancelled(rupiah(details.released));
    case "pledge.lapsed":
      return t.lapsed(rupiah(details.released));
    case "pledge.link_made":
      return t.linkMade;
    case "pledge.link_revoked":
      return t.linkRevoked;
    case "payment.received":
      return t.received(rupiah(details.amount), n);
    case "payment.undone":
      return t.undone(rupiah(details.amount), n);
    default:
      return undefined;
  }
}
