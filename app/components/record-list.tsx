import type { ReactNode } from "react";
import { type Day, formatDayShort } from "~/kernel/dates";
import { ButtonLink } from "./button";
import { DayText } from "./day-text";
import { Icon, type IconName } from "./icon";
import { useLanguage } from "./language";
import { Motif, type MotifName } from "./motif";

export type RecordItem = {
  key: string;
  to?: string | undefined;
  title: ReactNode;
  meta?: ReactNode;
  note?: ReactNode;
  side?: ReactNode;
  icon?: IconName;
  motif?: MotifName;
};

/** A list of records: what it is, a quiet line, and its state or amount at the right. */
export function RecordList({ items, empty }: { items: readonly RecordItem[]; empty?: ReactNode }) {
  if (items.length === 0) return <>{empty}</>;
  return (
    <ul className="recs">
      {items.map((item) => (
        <li key={item.key} className={item.motif || item.icon ? "pic" : undefined}>
          {item.motif && <Motif of={item.motif} size="s" />}
          {item.icon && !item.motif && (
            <span className="ini">
              <Icon name={item.icon} />
            </span>
          )}
          <div className="min-w-0">
            <h3>{item.to ? <a href={item.to}>{item.title}</a> : item.title}</h3>
            {item.meta && <p className="small muted">{item.meta}</p>}
            {item.note && <p className="small mt-1">{item.note}</p>}
          </div>
          {item.side && <div className="side">{item.side}</div>}
        </li>
      ))}
    </ul>
  );
}

export type QueueItem = {
  key: string;
  href: string;
  title: ReactNode;
  amount?: ReactNode;
  sub?: ReactNode;
  note?: ReactNode;
  badge?: ReactNode;
  current?: boolean;
};
type QueueGroup = { group: { key: string; title: ReactNode; aside?: ReactNode } };

/** The queue of a desk: one line for each thing to decide. J and K move, Enter opens. */
export function QueueList({ items, label }: { items: readonly (QueueItem | QueueGroup)[]; label?: string }) {
  return (
    <ul className="lines" data-keys="" aria-label={label}>
      {items.map((item) =>
        "group" in item ? (
          <li className="qgrp" key={item.group.key}>
            <span>{item.group.title}</span>
            {item.group.aside && <span className="n">{item.group.aside}</span>}
          </li>
        ) : (
          <li className={item.current ? "on" : undefined} key={item.key}>
            <a className="ln" href={item.href} aria-current={item.current ? true : undefined}>
              <b className="[font-weight:680]">{item.title}</b>
              {item.amount !== undefined ? <span className="n">{item.amount}</span> : <span />}
              {item.sub && <span className="muted xs col-span-full">{item.sub}</span>}
              {(item.note || item.badge) && <span className="xs muted">{item.note}</span>}
              {item.badge}
            </a>
          </li>
        ),
      )}
    </ul>
  );
}

export type TodoItem = {
  key: string;
  day: Day;
  title: ReactNode;
  note?: ReactNode;
  to?: string | undefined;
  action?: string;
  side?: ReactNode;
};

/** What waits for you, by date: the fact, its consequence, one action. */
export function TodoList({ items, empty }: { items: readonly TodoItem[]; empty?: ReactNode }) {
  if (items.length === 0) return <>{empty}</>;
  return (
    <ul className="todo">
      {items.map((item) => (
        <li key={item.key}>
          <div className="dt">
            <DateBlock day={item.day} />
          </div>
          <div>
            <b>{item.title}</b>
            {item.note && <p className="muted">{item.note}</p>}
          </div>
          {item.to && item.action ? <ButtonLink to={item.to}>{item.action}</ButtonLink> : item.side}
        </li>
      ))}
    </ul>
  );
}

function DateBlock({ day }: { day: Day }) {
  const month = formatDayShort(day, useLanguage()).split("\u00a0")[1];
  return (
    <>
      <b aria-hidden="true">{Number(day.slice(8))}</b>
      <span aria-hidden="true">{month}</span>
      <span className="sr">
        <DayText value={day} />
      </span>
    </>
  );
}
