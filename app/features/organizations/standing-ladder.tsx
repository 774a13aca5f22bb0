import { Icon } from "~/components/icon";
import { useLanguage, useMessages } from "~/components/language";
import { registrationMessages } from "./registration-messages";
import type { DocumentKindView } from "./standing-queries.server";

/** The documents with which an element proves its standing, as a list to prepare. */
export function StandingLadder({ kinds }: { kinds: readonly DocumentKindView[] }) {
  const language = useLanguage();
  const t = useMessages(registrationMessages).form;
  return (
    <ul className="chk mt-2">
      {kinds.map((kind) => (
        <li key={kind.code}>
          <span className="cb">
            <Icon name={kind.code.includes("identity") ? "user" : "doc"} />
          </span>
          <div>
            <b>{language === "id" ? kind.nameId : kind.nameEn}</b>
            {!kind.required && <span className="muted"> ({t.optional})</span>}
            <p className="muted">{language === "id" ? kind.hintId : kind.hintEn}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
