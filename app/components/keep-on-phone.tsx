import { PageScript, useDevice } from "./device";
import { Icon } from "./icon";
import { useLanguage, useMessages } from "./language";
import { offlineMessages } from "./offline-messages";

type KeepOnPhoneProps = {
  /** What this page says changes with the tag; a kept page with the same tag isn't fetched anew. */
  tag?: string;
  /** The pages to keep beside this one; with `below`, all that are to be kept under that address. */
  pages?: readonly { path: string; tag?: string }[];
  below?: string;
  /** The page has an outbox, which says already that there is no signal. */
  silent?: boolean;
};

/**
 * Lets the phone keep this page and others for its reader (worker.js says how, and when they go). The script does it once the page stands,
 * and only for pages that have this part; while developing nothing is kept.
 */
export function KeepOnPhone({ tag = "", pages = [], below, silent }: KeepOnPhoneProps) {
  const device = useDevice();
  const language = useLanguage();
  const t = useMessages(offlineMessages);
  if (!device?.release || !device.person) return null;
  return (
    <>
      <div
        className="net mb-4"
        role="status"
        hidden
        data-kept-words={JSON.stringify({ unsent: t.unsent, ...(silent ? {} : { kept: t.fromPhone }) })}
      >
        <Icon name="off" />
        <span />
      </div>
      <PageScript
        name="offline"
        data-keep={device.release}
        data-tag={tag}
        data-person={device.person}
        data-language={language}
        data-pages={JSON.stringify(pages)}
        data-below={below}
      />
    </>
  );
}
