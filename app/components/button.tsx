import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon, type IconName } from "./icon";

type Kind = "action" | "pledge" | "outline" | "quiet" | "danger" | "danger-quiet";

/** `pledge` is the one warm button of a view: it brings money in. `danger` only inside a dialog, `danger-quiet` before it. */
type Look = {
  kind?: Kind;
  size?: "large" | undefined;
  /** As wide as its column. */
  block?: boolean;
  icon?: IconName | undefined;
  /** The key that does the same on a desk, shown inside. */
  shortcut?: string | undefined;
  className?: string | undefined;
  children?: ReactNode;
};

const kinds: { readonly [K in Kind]: string | false } = {
  action: false,
  pledge: "btn-p",
  outline: "btn-o",
  quiet: "btn-q",
  danger: "btn-d",
  "danger-quiet": "btn-do",
};

export function buttonClass({ kind = "action", size, block, className }: Omit<Look, "children">): string | undefined {
  return classNames("btn", kinds[kind], size === "large" && "btn-lg", block && "btn-b", className);
}

type ButtonProps = Look & Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className" | "children">;

/** A verb and its object. One that moves or promises money repeats the amount. */
export function Button({ kind, size, block, icon, shortcut, className, children, type = "submit", ...rest }: ButtonProps) {
  return (
    <button type={type} className={buttonClass({ kind, size, block, className } as Look)} data-key={shortcutKey(shortcut)} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
      {shortcut && <kbd>{shortcut}</kbd>}
    </button>
  );
}

type ButtonLinkProps = Look & { to: string } & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "className" | "children" | "href">;

/** A link that looks like a button: goes somewhere, changes nothing. */
export function ButtonLink({ kind = "outline", size, block, icon, shortcut, className, children, to, ...rest }: ButtonLinkProps) {
  return (
    <a href={to} className={buttonClass({ kind, size, block, className } as Look)} data-key={shortcutKey(shortcut)} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
      {shortcut && <kbd>{shortcut}</kbd>}
    </a>
  );
}

type IconButtonProps = { icon: IconName; label: string; className?: string | undefined } & Omit<
  ButtonHTMLAttributes<HTMLButtonElement>,
  "className"
>;

export function IconButton({ icon, label, className, type = "button", ...rest }: IconButtonProps) {
  return (
    <button type={type} className={classNames("icb", className)} aria-label={label} title={label} {...rest}>
      <Icon name={icon} />
    </button>
  );
}

function shortcutKey(shortcut: string | undefined): string | undefined {
  return shortcut === "↵" ? "enter" : shortcut?.toLowerCase();
}
