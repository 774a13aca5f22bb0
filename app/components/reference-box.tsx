import type { ReactNode } from "react";
import { commonMessages } from "./common-messages";
import { Icon } from "./icon";
import { useMessages } from "./language";

/** Copies a text; appears only where copying works (enhance.js shows it). */
export function CopyButton({ text, label }: { text: string; label?: string }) {
  const t = useMessages(commonMessages);
  return (
    <button type="button" className="btn btn-q -ml-2" data-copy={text} data-copied={t.copied} hidden>
      <Icon name="copy" />
      <span>{label ?? t.copy}</span>
    </button>
  );
}

export type ReferenceItem = { label: ReactNode; value: ReactNode; copy?: string | undefined; note?: ReactNode };

/** What a person copies into the bank's form: reference, account, exact amount. */
export function ReferenceBox({ items, note }: { items: readonly ReferenceItem[]; note?: ReactNode }) {
  return (
    <div className="refbox">
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list
        <div key={index}>
          <p className="xs muted">{item.label}</p>
          <p className="ref n">{item.value}</p>
          {item.note && <p className="small">{item.note}</p>}
          {item.copy && <CopyButton text={item.copy} />}
        </div>
      ))}
      {note && <div className="col-span-full small muted">{note}</div>}
    </div>
  );
}
