import type { Language } from "~/kernel/messages";
import type { Email } from "./define";

const emergency: { readonly [L in Language]: string } = { id: "Darurat", en: "Emergency" };

/** An email's subject. News of a program that answers an emergency says so first: the subject is all that a list of messages shows. */
export function subjectOf<Props>(email: Email<Props>, props: Props, language: Language): string {
  const subject = email.subject[language](props);
  const { urgent } = props as { urgent?: unknown };
  return urgent === true ? `${emergency[language]}: ${subject}` : subject;
}
