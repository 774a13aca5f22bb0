import type { ReactElement } from "react";
import type { Language } from "~/kernel/messages";

/** What an email is told. It is kept as JSON: amounts are text of whole rupiah, days "2026-11-24", instants ISO text. */
export type EmailValue = string | number | boolean | null | readonly EmailValue[] | { readonly [key: string]: EmailValue };

export type Email<Props> = {
  subject: { readonly [L in Language]: (props: Props) => string };
  Body: (given: { props: Props; language: Language }) => ReactElement;
  /** Props as they could be, for previews and for the test that renders every email. */
  example: Props;
};

/** One message: its subject and body in both languages, pure, from props alone. */
export function defineEmail<Props extends { readonly [key: string]: EmailValue }>(email: Email<Props>): Email<Props> {
  return email;
}
