import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { LevelMark } from "./level-mark";
import { Icon } from "./icon";

/** A fingerprint, its first twelve characters marked so that the eye can follow them; `short` shows only those. */
export function Hash({
  value,
  short,
  as: Tag = "span",
  className,
}: {
  value: string;
  short?: boolean;
  as?: "span" | "p";
  className?: string | undefined;
}) {
  return (
    <Tag className={classNames("hash", className)} title={short ? value : undefined}>
      {short ? (
        `${value.slice(0, 12)}…`
      ) : (
        <>
          <mark>{value.slice(0, 12)}</mark>
          {value.slice(12)}
        </>
      )}
    </Tag>
  );
}

export type ChainLink = { key: string; label: ReactNode; hash: string; level?: 0 | 1 | 2 | 3 | 4; input?: ReactNode; ok?: boolean };

/** Entries tied to each other: each fingerprint takes in the one before. */
export function HashChain({ links, makes }: { links: readonly ChainLink[]; makes?: string }) {
  return (
    <ol className="chain">
      {links.map((link) => (
        <li key={link.key}>
          <span className="nd">
            {link.ok === false ? (
              <Icon name="x" className="text-bad" />
            ) : link.level === undefined ? (
              <Icon name="check" />
            ) : (
              <LevelMark level={link.level} />
            )}
          </span>
          <div className="min-w-0">
            <b className="n">{link.label}</b>
            {link.input && <p className="hash">{link.input}</p>}
            {link.input && makes && <p className="xs muted [margin:.25rem_0]">{makes}</p>}
            <Hash value={link.hash} as="p" />
          </div>
        </li>
      ))}
    </ol>
  );
}
