import { render } from "@react-email/components";
import type { Language } from "~/kernel/messages";
import type { Email } from "./define";

export type RenderedEmail = { subject: string; html: string; text: string };

const asTable = { format: "dataTable", options: { colSpacing: 2, uppercaseHeaderCells: false } };

/** The subject, the html and the plain text of one email. */
export async function renderEmail<Props>(email: Email<Props>, props: Props, language: Language): Promise<RenderedEmail> {
  const body = <email.Body props={props} language={language} />;
  return {
    subject: email.subject[language](props),
    html: await render(body),
    text: await render(body, {
      plainText: true,
      htmlToTextOptions: {
        wordwrap: 78,
        selectors: [
          { selector: "table.facts", ...asTable },
          { selector: "[data-skip-in-text]", format: "skip" },
          { selector: "h1", options: { uppercase: false } },
          { selector: "a", options: { hideLinkHrefIfSameAsText: true, linkBrackets: ["(", ")"] } },
        ],
      },
    }),
  };
}
