import { toPlainText } from "@react-email/components";
import { renderToStaticMarkup } from "react-dom/server";
import type { Language } from "~/kernel/messages";
import type { Email } from "./define";
import { UnsubscribeAddress } from "./layout";
import { subjectOf } from "./subject";

export type RenderedEmail = { subject: string; html: string; text: string };

const doctype = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">';
const asTable = { format: "dataTable", options: { colSpacing: 2, uppercaseHeaderCells: false } };

/**
 * The subject, the html and the plain text of one email. Rendered in one go: the streams of React 18 can leave NUL characters where a
 * piece ends inside a letter of several bytes, and PostgreSQL takes none.
 */
export async function renderEmail<Props>(
  email: Email<Props>,
  props: Props,
  language: Language,
  unsubscribeUrl: string | null = null,
): Promise<RenderedEmail> {
  const body = (
    <UnsubscribeAddress.Provider value={unsubscribeUrl}>
      <email.Body props={props} language={language} />
    </UnsubscribeAddress.Provider>
  );
  const html = doctype + renderToStaticMarkup(body);
  const text = toPlainText(html, {
    wordwrap: 78,
    selectors: [
      { selector: "table.facts", ...asTable },
      { selector: "[data-skip-in-text]", format: "skip" },
      { selector: "h1", options: { uppercase: false } },
      { selector: "a", options: { hideLinkHrefIfSameAsText: true, linkBrackets: ["(", ")"] } },
    ],
  });
  return { subject: subjectOf(email, props, language), html, text };
}
