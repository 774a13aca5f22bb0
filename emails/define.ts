import type { ReactElement } from "react";
import type { Language } from "~/kernel/messages";

/** What an email is told. It is kept as JSON: amounts are text of whole rupiah, days "2026-11-24", instants ISO text. */
export type EmailValue = string | number | boolean | null | readonly EmailValue[] | { readonly [key: string]: EmailValue };

/** How the same news stands in the list inside the product; its words are the email's own. */
type InsideRule<Props> = {
  /** Whether the reader has something to do. */
  asks?: (props: Props) => boolean;
  /** The last day to do it; empty where there is none. */
  until?: (props: Props) => string | null | undefined;
  /** The button, where the email's own lets somebody in. */
  button?: (language: Language) => { label: string; href: string };
};

export type Email<Props> = {
  subject: { readonly [L in Language]: (props: Props) => string };
  Body: (given: { props: Props; language: Language }) => ReactElement;
  /** `never` for what is a secret, or nobody's news inside; without it the email is told inside and asks for nothing. */
  inside?: InsideRule<Props> | "never";
  /** Props as they could be, for previews and for the test that renders every email. */
  example: Props;
};

/** One message: its subject and body in both languages, pure, from props alone. */
export function defineEmail<Props extends { readonly [key: string]: EmailValue }>(email: Email<Props>): Email<Props> {
  return email;
}
