import { commonMessages } from "../common-messages";
import { Icon } from "../icon";
import { useLanguage, useMessages } from "../language";
import { shellMessages } from "./shell-messages";

/** The language switch: the chosen one as text, the other as a button that works without JavaScript. */
export function LanguageSwitch({ back, className = "lang" }: { back: string; className?: string }) {
  const language = useLanguage();
  const t = useMessages(commonMessages);
  const names = { id: "Bahasa Indonesia", en: "English" } as const;
  return (
    <form className={className} method="post" action="/bahasa" aria-label={t.language}>
      <input type="hidden" name="kembali" value={back} />
      {(["id", "en"] as const).map((one) =>
        one === language ? (
          <b aria-current="true" key={one}>
            {one.toUpperCase()}
          </b>
        ) : (
          <button
            type="submit"
            name="bahasa"
            value={one}
            lang={one}
            aria-label={`${one.toUpperCase()}, ${names[one]}`}
            title={names[one]}
            key={one}
          >
            {one.toUpperCase()}
          </button>
        ),
      )}
    </form>
  );
}

export type Theme = "light" | "dark" | "auto";

/** Light, dark, or as the device has it. */
export function ThemeSwitch({ theme, back }: { theme: Theme; back: string }) {
  const t = useMessages(shellMessages);
  return (
    <form className="themes" method="post" action="/tampilan" aria-label={t.theme}>
      <input type="hidden" name="kembali" value={back} />
      {(["light", "dark", "auto"] as const).map((one) => (
        <button type="submit" name="tema" value={one} aria-pressed={one === theme} key={one}>
          <Icon name={one === "light" ? "sun" : one === "dark" ? "moon" : "phone"} />
          {t[one]}
        </button>
      ))}
    </form>
  );
}
