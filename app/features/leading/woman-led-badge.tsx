import { Badge, StatusBadge } from "~/components/badge";
import { useMessages } from "~/components/language";
import type { WomanLed } from "./lead";
import { leadMessages } from "./lead-messages";

/** That a woman leads a program, and on whose word: colour and shield only for a leader who agreed and whose standing holds. */
export function WomanLedBadge({ led }: { led: WomanLed }) {
  const text = useWomanLedText(led);
  if (led === null) return null;
  if (led.by === "stated") return <Badge icon="user">{text}</Badge>;
  return (
    <StatusBadge tone="ok" icon="shield">
      {text}
    </StatusBadge>
  );
}

export function useWomanLedText(led: WomanLed): string {
  const t = useMessages(leadMessages);
  if (led === null) return "";
  return led.by === "verified" ? t.verified(led.leader) : t.stated;
}
