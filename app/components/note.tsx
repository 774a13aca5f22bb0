import type { ReactNode } from "react";
import type { Tone } from "./badge";
import { classNames } from "./class-names";
import { Icon, type IconName } from "./icon";

const toneIcons: { readonly [T in Tone]: IconName } = { ok: "check", warn: "warn", bad: "warn", info: "info" };

type NoteProps = {
  tone?: Tone;
  title?: ReactNode;
  icon?: IconName;
  actions?: ReactNode;
  role?: "status" | "alert";
  id?: string;
  className?: string | undefined;
  children?: ReactNode;
};

/** One idea: the fact, what is safe, what to do. */
export function Note({ tone = "info", title, icon, actions, role, id, className, children }: NoteProps) {
  return (
    <div className={classNames("note", tone !== "info" && tone, className)} role={role} id={id}>
      <Icon name={icon ?? toneIcons[tone]} />
      <div>
        {title && (
          <p>
            <b>{title}</b>
          </p>
        )}
        {typeof children === "string" ? <p>{children}</p> : children}
        {actions && <div className="acts mt-3">{actions}</div>}
      </div>
    </div>
  );
}

const reasonIcons = { y: "check", m: "warn", x: "x" } as const;

/** Sentences instead of a score: for (y), to mind (m), against (x). */
export function Reasons({
  items,
  className,
}: {
  items: readonly { tone: "y" | "m" | "x"; text: ReactNode }[];
  className?: string | undefined;
}) {
  return (
    <ul className={classNames("reasons", className)}>
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list of sentences
        <li className={item.tone} key={index}>
          <Icon name={reasonIcons[item.tone]} />
          <span>{item.text}</span>
        </li>
      ))}
    </ul>
  );
}
