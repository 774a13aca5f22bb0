import { Fragment, type ReactNode } from "react";
import { classNames } from "./class-names";

export type Description = { term: ReactNode; value: ReactNode };

/** Names and their values. `kv` sets values to the right in narrow panels, `wide` under their names, `facts` large in two columns. */
export function DescriptionList({
  items,
  look = "kv",
  className,
}: {
  items: readonly (Description | false | null | undefined)[];
  look?: "kv" | "wide" | "facts";
  className?: string | undefined;
}) {
  const shown = items.filter((item) => !!item);
  const name = look === "kv" ? "kv" : look === "wide" ? "lg4" : "facts";
  return (
    <dl className={classNames(name, className)}>
      {shown.map((item, index) => {
        const pair = (
          <>
            <dt>{item.term}</dt>
            <dd>{item.value}</dd>
          </>
        );
        // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list of names
        return look === "kv" ? <Fragment key={index}>{pair}</Fragment> : <div key={index}>{pair}</div>;
      })}
    </dl>
  );
}
