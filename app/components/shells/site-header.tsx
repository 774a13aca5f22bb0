import { Count } from "../badge";
import { commonMessages } from "../common-messages";
import { Icon } from "../icon";
import { useMessages } from "../language";
import { Brand } from "../mark";
import { AccountMenu, type Who } from "./account-menu";
import { type Area, currentItem, mainNavigation, sectionsOf } from "./navigation";
import { LanguageSwitch } from "./preferences";
import { shellMessages } from "./shell-messages";

type SiteHeaderProps = {
  area: Area;
  pathname: string;
  /** Where the switches lead back to: path and query. */
  back: string;
  who: Who | null;
  /** How many pieces of news nobody has opened. */
  unread: number;
  /** How many wait behind a tab, by its address. */
  counts: { readonly [href: string]: number };
};

/** Mark, main navigation, language and account; below, the tabs of a workspace. */
export function SiteHeader({ area, pathname, back, who, unread, counts }: SiteHeaderProps) {
  const t = useMessages(shellMessages);
  const common = useMessages(commonMessages);
  const context = area === "public" ? undefined : t[area];
  const here = currentItem(mainNavigation, pathname);
  return (
    <>
      <header className="top">
        <div className="wrap">
          <Brand context={context} />
          <nav className="nav" aria-label={t.main}>
            {mainNavigation.map((item) => (
              <a href={item.href} aria-current={item === here ? "page" : undefined} key={item.href}>
                {t[item.name]}
              </a>
            ))}
          </nav>
          <div className="end">
            <LanguageSwitch back={back} />
            {who ? (
              <>
                <NewsBell unread={unread} here={pathname === "/kabar"} />
                <AccountMenu who={who} />
              </>
            ) : (
              <a className="btn btn-o" href="/masuk">
                {common.signIn}
              </a>
            )}
            <a className="menu" href="#kaki">
              <Icon name="menu" />
              {common.menu}
            </a>
          </div>
        </div>
      </header>
      <SectionTabs area={area} pathname={pathname} counts={counts} who={who} />
    </>
  );
}

/** The way to the news, with how much of it is new. */
function NewsBell({ unread, here }: { unread: number; here: boolean }) {
  const t = useMessages(shellMessages);
  return (
    <a className="bell" href="/kabar" aria-label={t.news(unread)} title={t.news(unread)} aria-current={here ? "page" : undefined}>
      <Icon name="bell" />
      {unread > 0 && <Count value={unread} hot />}
    </a>
  );
}

function SectionTabs({ area, pathname, counts, who }: Pick<SiteHeaderProps, "area" | "pathname" | "counts" | "who">) {
  const t = useMessages(shellMessages);
  const items = sectionsOf(area, who?.roles);
  if (items.length === 0) return null;
  const here = currentItem(items, pathname);
  return (
    <nav className="sub" aria-label={t.parts}>
      <div className="wrap">
        {items.map((item) => {
          const count = counts[item.href] ?? 0;
          return (
            <a href={item.href} aria-current={item === here ? "page" : undefined} key={item.href}>
              {t[item.name]}
              {count > 0 && <Count value={count} hot={item === here} />}
            </a>
          );
        })}
      </div>
    </nav>
  );
}
