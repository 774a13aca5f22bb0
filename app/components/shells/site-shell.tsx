import type { ReactNode } from "react";
import { Flash, type FlashContent } from "../flash";
import type { Who } from "./account-menu";
import { openAreaOf } from "./navigation";
import type { Theme } from "./preferences";
import { SiteFooter } from "./site-footer";
import { SiteHeader } from "./site-header";

type SiteShellProps = {
  pathname: string;
  search: string;
  who: Who | null;
  /** How many pieces of news nobody has opened. */
  unread: number;
  theme: Theme;
  asOf: Date | undefined;
  counts?: { readonly [href: string]: number };
  flash?: FlashContent | null;
  /** A page that fills the window: no header, no footer. */
  bare?: boolean;
  children: ReactNode;
};

/** Header, what was just done, the page, footer. */
export function SiteShell({ pathname, search, who, unread, theme, asOf, counts = {}, flash, bare, children }: SiteShellProps) {
  const back = pathname + search;
  const main = (
    <main id="isi" tabIndex={-1}>
      {flash && <Flash flash={flash} />}
      {children}
    </main>
  );
  if (bare) return main;
  return (
    <>
      <SiteHeader area={openAreaOf(pathname, who?.kinds ?? [])} pathname={pathname} back={back} who={who} unread={unread} counts={counts} />
      {main}
      <SiteFooter back={back} theme={theme} signedIn={who !== null} asOf={asOf} />
    </>
  );
}
