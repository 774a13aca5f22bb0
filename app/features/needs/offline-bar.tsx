import { Icon } from "~/components/icon";
import { useMessages } from "~/components/language";
import { needMessages } from "./need-messages";

/** Says on phones what waits for a signal; enhance.js keeps and sends it. Without JavaScript it isn't there, and forms go straight to the server. */
export function OfflineBar({ queue }: { queue: string }) {
  const t = useMessages(needMessages);
  const words = { off: t.offline.off, kept: t.offline.kept, sent: t.offline.sent, refused: t.offline.refused, waiting: t.offline.waiting };
  return (
    <div
      className="net mb-4"
      role="status"
      hidden
      data-offline-queue={queue}
      data-offline-to="/ruang/petugas/kebutuhan/baru"
      data-words={JSON.stringify(words)}
    >
      <Icon name="off" />
      <span />
    </div>
  );
}
