import { commonMessages } from "../common-messages";
import { DayText } from "../day-text";
import { useMessages } from "../language";
import { mainNavigation } from "./navigation";
import { LanguageSwitch, type Theme, ThemeSwitch } from "./preferences";
import { shellMessages } from "./shell-messages";

const links = [
  { href: "/kebutuhan", name: "needsMap" },
  { href: "/tentang", name: "about" },
  { href: "/cara-kerja", name: "how" },
  { href: "/panduan", name: "guidance" },
  { href: "/aturan-verifikasi", name: "rules" },
  { href: "/privasi", name: "privacy" },
  { href: "/syarat", name: "terms" },
  { href: "/aksesibilitas", name: "accessibility" },
  { href: "/lapor", name: "concern" },
  { href: "/bantuan", name: "help" },
  { href: "/data", name: "data" },
] as const;

/** Where the menu of phones leads: the main navigation again, the content pages, language and appearance. */
export function SiteFooter({ back, theme, signedIn, asOf }: { back: string; theme: Theme; signedIn: boolean; asOf: Date | undefined }) {
  const t = useMessages(shellMessages);
  const common = useMessages(commonMessages);
  return (
    <footer className="foot" id="kaki" tabIndex={-1}>
      <div className="wrap">
        <nav className="row onphone" aria-label={common.menu}>
          {mainNavigation.map((item) => (
            <a href={item.href} key={item.href}>
              {t[item.name]}
            </a>
          ))}
          {!signedIn && <a href="/masuk">{common.signIn}</a>}
        </nav>
        <nav className="row" aria-label={t.foot}>
          {links.map((link) => (
            <a href={link.href} key={link.href}>
              {t[link.name]}
            </a>
          ))}
        </nav>
        {asOf && (
          <span className="stamp n">
            <AsOf instant={asOf} />
          </span>
        )}
        <div className="prefs">
          <LanguageSwitch back={back} className="lang foots" />
          <ThemeSwitch theme={theme} back={back} />
        </div>
      </div>
    </footer>
  );
}

function AsOf({ instant }: { instant: Date }) {
  const t = useMessages(shellMessages);
  const [before = "", after = ""] = t.stamp("\u0001").split("\u0001");
  return (
    <>
      {before}
      <DayText value={instant} form="instant" />
      {after}
    </>
  );
}
