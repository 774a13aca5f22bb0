import type { ReactNode } from "react";
import type { Rupiah } from "~/kernel/money";
import { Dot } from "./badge";
import { classNames } from "./class-names";
import { commonMessages } from "./common-messages";
import { Icon } from "./icon";
import { useMessages } from "./language";
import { LevelMark } from "./level-mark";
import { Money } from "./money";

export type TimelineItem = { key: string; state: "done" | "now" | "todo"; title: ReactNode; side?: ReactNode; text?: ReactNode };

/** What happened, what is happening, what comes. */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  return (
    <ol className="term ap">
      {items.map((item) => (
        <li className={item.state === "todo" ? "todo" : undefined} key={item.key}>
          <Dot state={item.state} />
          <h3>{item.title}</h3>
          {item.side ? typeof item.side === "string" ? <span className="small muted n">{item.side}</span> : item.side : <span />}
          {item.text && <p>{item.text}</p>}
        </li>
      ))}
    </ol>
  );
}

export type TerminItem = {
  key: string;
  level: 0 | 1 | 2 | 3 | 4;
  title: ReactNode;
  amount: Rupiah;
  /** Says what happened, or what opens this termin. */
  text?: ReactNode;
  todo?: boolean;
  actions?: ReactNode;
};

/** Money in parts, each with its level of proof. */
export function TerminList({ items }: { items: readonly TerminItem[] }) {
  const t = useMessages(commonMessages);
  const names = [t.level0, t.level1, t.level2, t.level3, t.level4] as const;
  return (
    <ol className="term">
      {items.map((item) => (
        <li className={item.todo ? "todo" : undefined} key={item.key}>
          <LevelMark level={item.level} label={names[item.level]} />
          <h3>{item.title}</h3>
          <Money amount={item.amount} />
          {item.text && <p>{item.text}</p>}
          {item.actions && <div className="row col-[2/-1] mt-2">{item.actions}</div>}
        </li>
      ))}
    </ol>
  );
}

export type Signature = { key: string; action: ReactNode; who: ReactNode; when?: ReactNode; note?: ReactNode; waiting?: boolean };

/** Who signed what and when; a waiting box says why this person may sign. */
export function SignatureBoxes({ items }: { items: readonly Signature[] }) {
  return (
    <div className="sigs">
      {items.map((item) => (
        <div className={classNames("sigb", item.waiting && "wait")} key={item.key}>
          <div className="ln0">
            {!item.waiting && <Icon name="check" />}
            {item.action}
          </div>
          <b>{item.who}</b>
          {(item.when || item.note) && (
            <span className="muted xs">
              {item.when}
              {item.when && item.note ? ". " : ""}
              {item.note}
            </span>
          )}
        </div>
      ))}
    </div>
  );
}

export type Verification = { key: string; title: ReactNode; text?: ReactNode; done: boolean };

/** What was checked, by which role, when; what is missing stands there as well. */
export function Verifications({ items }: { items: readonly Verification[] }) {
  const t = useMessages(commonMessages);
  return (
    <ul className="ver">
      {items.map((item) => (
        <li key={item.key}>
          {item.done ? (
            <Icon name="shield" label={t.verified} />
          ) : (
            <>
              <span className="cb" aria-hidden="true" />
              <span className="sr">{t.notVerified}</span>
            </>
          )}
          <div>
            <b>{item.title}</b>
            {item.text && <p className="muted">{item.text}</p>}
          </div>
        </li>
      ))}
    </ul>
  );
}
