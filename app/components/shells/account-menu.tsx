import { classNames } from "../class-names";
import { commonMessages } from "../common-messages";
import { Icon } from "../icon";
import { useMessages } from "../language";
import { Motif, type MotifName } from "../motif";
import { shellMessages } from "./shell-messages";

export type Who = {
  /** The organisation one works for here, or the person's own name. */
  name: string;
  detail: string;
  motif: MotifName;
  /** Codes of the roles held there. */
  roles: readonly string[];
  kinds: readonly ("community" | "company" | "practitioner" | "platform")[];
  organizations: number;
};

const places = {
  community: { href: "/ruang/lembaga", name: "workspaceCommunity" },
  company: { href: "/ruang/perusahaan", name: "workspaceCompany" },
  practitioner: { href: "/ruang/petugas", name: "workspacePractitioner" },
  platform: { href: "/admin", name: "workspacePlatform" },
} as const;

/** Who is signed in and for whom; opens the way to the workspaces, the account, and out. */
export function AccountMenu({ who, className }: { who: Who; className?: string }) {
  const t = useMessages(shellMessages);
  const common = useMessages(commonMessages);
  const kinds = [...new Set(who.kinds)];
  return (
    <details className={classNames("whom", className)} data-menu="">
      <summary className="who" aria-label={`${t.account}: ${who.name} ${who.detail}`}>
        {who.motif === "polos" ? (
          <span className="ini">
            <Icon name="user" />
          </span>
        ) : (
          <Motif of={who.motif} size="s" />
        )}
        <div>
          {who.name} <span>{who.detail}</span>
        </div>
        <Icon name="chev" />
      </summary>
      <ul className="pop">
        {kinds.map((kind) => (
          <li key={kind}>
            <a href={places[kind].href}>{t[places[kind].name]}</a>
          </li>
        ))}
        {(who.organizations > 1 || kinds.length === 0) && (
          <li>
            <a href="/ruang">{t.workspaces}</a>
          </li>
        )}
        <li>
          <a href="/akun">{t.yourAccount}</a>
        </li>
        <li>
          <form method="post" action="/keluar" data-once="">
            <button type="submit">{common.signOut}</button>
          </form>
        </li>
      </ul>
    </details>
  );
}
