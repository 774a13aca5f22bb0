import { PageScript } from "./device";
import { Icon } from "./icon";

export type OutboxWords = {
  off: string;
  kept: string;
  sent: string;
  refused: string;
  waiting: string;
  ended: string;
  full: string;
  [photos: string]: string;
};

type OutboxBarProps = {
  /** What waits is kept under this name, and shown wherever a bar has it. */
  queue: string;
  /** Where whole forms go. */
  to?: string;
  words: OutboxWords;
};

/** Says on phones what waits for a signal; outbox.js keeps and sends it. Without JavaScript it isn't there, and forms go straight to the server. */
export function OutboxBar({ queue, to, words }: OutboxBarProps) {
  return (
    <>
      <div className="net mb-4" role="status" hidden data-outbox={queue} data-to={to} data-words={JSON.stringify(words)}>
        <Icon name="off" />
        <span />
      </div>
      <PageScript name="outbox" />
    </>
  );
}
