import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { commonMessages } from "./common-messages";
import { Icon, type IconName } from "./icon";
import { useMessages } from "./language";

export type Tone = "ok" | "warn" | "bad" | "info";

const toneIcons: { readonly [T in Tone]: IconName } = { ok: "check", warn: "warn", bad: "x", info: "clock" };

type BadgeProps = { tone?: Tone | undefined; icon?: IconName | false | undefined; className?: string | undefined; children: ReactNode };

export function Badge({ tone, icon, className, children }: BadgeProps) {
  return (
    <span className={classNames("badge", tone, !icon && "pl-2", className)}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  );
}

/** A state in words, with the icon of its tone: colour never speaks alone. */
export function StatusBadge({ tone, icon, className, children }: BadgeProps) {
  return (
    <Badge tone={tone} icon={icon ?? (tone ? toneIcons[tone] : false)} className={className}>
      {children}
    </Badge>
  );
}

/** How many wait, to 99; hot when someone here must act. */
export function Count({ value, hot }: { value: number; hot?: boolean }) {
  return <span className={classNames("cnt", hot && "hot")}>{value > 99 ? "99+" : value}</span>;
}

/** A chosen filter; its link takes the filter away. */
export function Chip({ href, label }: { href: string; label: ReactNode }) {
  const t = useMessages(commonMessages);
  return (
    <a className="chipx" href={href}>
      {label}
      <i aria-hidden="true">×</i>
      <span className="sr">{t.remove}</span>
    </a>
  );
}

/** Numbers of the development goals, in ink: the official colours and pictures are not ours to use. */
export function Goals({ numbers }: { numbers: readonly number[] }) {
  const t = useMessages(commonMessages);
  if (numbers.length === 0) return null;
  return (
    <span className="sdg">
      <span className="xs muted">{t.goals}</span>
      {numbers.map((number) => (
        <b key={number}>{number}</b>
      ))}
    </span>
  );
}

/** When an answer is due: calm, soon or late, always in words. */
export function Deadline({ tone = "calm", children }: { tone?: "calm" | "soon" | "late"; children: ReactNode }) {
  return (
    <span className={classNames("clk", tone !== "calm" && tone)}>
      <Icon name={tone === "late" ? "warn" : "clock"} />
      {children}
    </span>
  );
}

/** A step's mark beside its words: done, current, still to come. Decorative. */
export function Dot({ state }: { state: "done" | "now" | "todo" }) {
  return <i className={classNames("dot", state === "done" && "y", state === "now" && "c")} aria-hidden="true" />;
}

/** A round mark for complete, partly, refused or open. Decorative. */
export function Tick({ state, className }: { state: "on" | "part" | "no" | "off"; className?: string | undefined }) {
  return (
    <span className={classNames("cb", state !== "off" && state, className)} aria-hidden="true">
      {state === "on" && <Icon name="check" />}
      {state === "part" && <Icon name="minus" />}
      {state === "no" && <Icon name="x" />}
    </span>
  );
}
