import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

/** Papers to open or download: name, then kind and size. */
export function DocumentList({ items }: { items: readonly { href: string; name: ReactNode; meta?: ReactNode; icon?: IconName }[] }) {
  return (
    <ul className="docs">
      {items.map((item) => (
        <li key={item.href}>
          <a href={item.href}>
            <Icon name={item.icon ?? "doc"} />
            <span>{item.name}</span>
            <span className="muted xs n">{item.meta}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

export type UploadedFile = {
  name: ReactNode;
  href?: string | undefined;
  note?: ReactNode;
  icon?: IconName;
  badge?: ReactNode;
  actions?: ReactNode;
};

/** Files that the server keeps, each with what it is and whether it has been checked. */
export function UploadList({ items }: { items: readonly UploadedFile[] }) {
  return (
    <ul className="upl">
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: files have no order of their own
        <li key={index}>
          <Icon name={item.icon ?? "doc"} />
          <div>
            {item.href ? <a href={item.href}>{item.name}</a> : <b>{item.name}</b>}
            {item.note && <small>{item.note}</small>}
          </div>
          <div className="end">
            {item.badge}
            {item.actions}
          </div>
        </li>
      ))}
    </ul>
  );
}
