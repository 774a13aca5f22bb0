import { toPlainText } from "@react-email/components";
import { renderToStaticMarkup } from "react-dom/server";
import type { Language } from "~/kernel/messages";
import type { Email } from "./define";

export type RenderedEmail = { subject: string; html: string; text: string };

const doctype = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">';
const asTable = { format: "dataTable", options: { colSpacing: 2, uppercaseHeaderCells: false } };

/**
 * The subject, the html and the plain text of one email. Rendered in one go: the streams of React 18 can leave NUL characters where a
 * piece ends inside a letter of several bytes, and PostgreSQL takes none.
 */
export async function renderEmail<Props>(email: Email<Props>, props: Props, language: Language): Promise<RenderedEmail> {
  const html = doctype + renderToStaticMarkup(<email.Body props={props} language={language} />);
  const text = toPlainText(html, {
    wordwrap: 78,
    selectors: [
      { selector: "table.facts", ...asTable },
      { selector: "[data-skip-in-text]", format: "skip" },
      { selector: "h1", options: { uppercase: false } },
      { selector: "a", options: { hideLinkHrefIfSameAsText: true, linkBrackets: ["(", ")"] } },
    ],
  });
  return { subject: email.subject[language](props), html, text };
}
