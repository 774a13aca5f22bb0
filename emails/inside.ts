import { Children, type ReactElement, type ReactNode, isValidElement } from "react";
import { type Day, isDay } from "~/kernel/dates";
import { type Language, languages } from "~/kernel/messages";
import type { Email } from "./define";
import { EmailButton, EmailLayout, EmailQuote } from "./layout";
import { type EmailName, type EmailProps, emails } from "./registry";
import { subjectOf } from "./subject";

/** One line of news inside the product. `sentence` is empty where the title has said it. */
export type NoticeWords = { title: string; sentence: string; button: string };
type Notice = { words: { readonly [L in Language]: NoticeWords }; address: string; asks: boolean; dueOn: Day | null };

const longest = { title: 180, sentence: 280, button: 60, address: 300 };

/** Addresses that let whoever has them in, or show what only they may see: no line may hold one. A constraint of the table says the same. */
const letsIn = /^\/(konfirmasi|gabung|bayar|berhenti|lapor|sandi\/baru|panduan\/ikuti|panduan\/berhenti|akun\/dua-langkah\/hentikan)\//;

/**
 * An email as a line inside the product: its subject, its first sentence and its button in both languages, and where the button leads.
 * Null for an email that has no place inside: one that is a secret itself, or whose button leads nowhere that the line could lead to.
 */
export function noticeOf<Name extends EmailName>(name: Name, props: EmailProps<Name>): Notice | null {
  const email = emails[name] as unknown as Email<EmailProps<Name>>;
  if (email.inside === "never") return null;
  const lines = languages.map((language) => [language, lineOf(email, props, language)] as const);
  const address = addressWithin(lines[0]?.[1].href ?? "");
  if (!address) return null;
  const dueOn = email.inside?.until?.(props) ?? "";
  const words = Object.fromEntries(lines.map(([language, { href: _, ...line }]) => [language, line]));
  const asks = email.inside?.asks?.(props) ?? false;
  return { words: words as Notice["words"], address, asks, dueOn: asks && isDay(dueOn) ? dueOn : null };
}

function lineOf<Props>(email: Email<Props>, props: Props, language: Language): NoticeWords & { href: string } {
  const elements = elementsOf(email.Body({ props, language }));
  const title = shortened(subjectOf(email, props, language), longest.title);
  const preview = String(propsOf(elements, EmailLayout)?.preview ?? "").trim();
  // "… for this reason:" goes on with the words that the email quotes.
  const quote = preview.endsWith(":") ? propsOf(elements, EmailQuote)?.children : undefined;
  const sentence = shortened(quote ? `${preview} ${quote}` : preview, longest.sentence);
  const { children, href } = propsOf(elements, EmailButton) ?? {};
  const button = email.inside !== "never" ? email.inside?.button?.(language) : undefined;
  return {
    title,
    sentence: sentence === title ? "" : sentence,
    button: shortened(button?.label ?? String(children ?? ""), longest.button),
    href: button?.href ?? String(href ?? ""),
  };
}

/** Every element of an email, the outermost first. */
function elementsOf(node: ReactNode): ReactElement[] {
  if (!isValidElement<{ children?: ReactNode }>(node)) return [];
  return [node, ...Children.toArray(node.props.children).flatMap(elementsOf)];
}

/** What the first element of a kind was given. */
function propsOf<Props>(elements: readonly ReactElement[], kind: (props: Props) => ReactNode): Props | undefined {
  return elements.find((element) => element.type === kind)?.props as Props | undefined;
}

/** The path of a page of ours, without a query; undefined where the address lets somebody in. */
function addressWithin(href: string): string | undefined {
  const base = "http://sinergi.invalid";
  const url = href && URL.canParse(href, base) ? new URL(href, base) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || !/^\/(?![/\\])/.test(url.pathname)) return undefined;
  const address = url.pathname + url.hash;
  return address.length <= longest.address && !letsIn.test(`${url.pathname}/`) ? address : undefined;
}

function shortened(text: string, most: number): string {
  const letters = [...text.replaceAll(/[\r\n\t ]+/g, " ").trim()];
  const kept =
    letters.length > most
      ? `${letters
          .slice(0, most - 1)
          .join("")
          .trimEnd()}…`
      : letters.join("");
  // The database takes no half letter; a subject that was cut may end in one.
  return kept.replaceAll(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "");
}
