import { classNames } from "./class-names";

/** Names of the symbols in public/icons.svg. */
export type IconName =
  | "arrow"
  | "back"
  | "bank"
  | "bell"
  | "book"
  | "box0"
  | "cam"
  | "card"
  | "chat"
  | "check"
  | "chev"
  | "clock"
  | "copy"
  | "dl"
  | "doc"
  | "eye"
  | "file"
  | "flag"
  | "heart"
  | "home"
  | "img"
  | "info"
  | "key"
  | "link"
  | "lock"
  | "mail"
  | "map"
  | "menu"
  | "merge"
  | "minus"
  | "moon"
  | "off"
  | "pen"
  | "people"
  | "phone"
  | "phone2"
  | "pin"
  | "plus"
  | "print"
  | "radar"
  | "search"
  | "shield"
  | "split"
  | "sun"
  | "swap"
  | "trash"
  | "undo"
  | "up"
  | "user"
  | "warn"
  | "wave"
  | "wifi"
  | "x";

/** A line icon in the colour of its text. Decorative unless it has a label: the word beside it says the same. */
export function Icon({ name, label, className }: { name: IconName; label?: string | undefined; className?: string | undefined }) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by aria-label or hidden
    <svg
      className={classNames("ic", className)}
      viewBox="0 0 24 24"
      {...(label ? { role: "img", "aria-label": label } : { "aria-hidden": true })}
    >
      <use href={`/icons.svg#${name}`} />
    </svg>
  );
}
