import type { ReactNode } from "react";
import { commonMessages } from "./common-messages";
import type { FormError, FormState } from "./form-state";
import { useMessages } from "./language";

type ErrorSummaryProps = {
  form?: Pick<FormState, "errors"> | undefined;
  errors?: readonly FormError[];
  title?: ReactNode;
  /** `miss` for what is still lacking before sending; `bad` for mistakes. */
  tone?: "bad" | "miss";
};

/** The first thing after a failed form: how many fields, each a link to its field. It takes the focus. */
export function ErrorSummary({ form, errors = form?.errors ?? [], title, tone = "bad" }: ErrorSummaryProps) {
  const t = useMessages(commonMessages);
  if (errors.length === 0) return null;
  const inFields = errors.filter((error) => error.field).length;
  const heading = title ?? (inFields === 0 ? undefined : inFields === 1 ? t.fixOne : t.fixMany(inFields));
  return (
    <div className={tone === "miss" ? "errs miss" : "errs"} role="alert" tabIndex={-1} data-focus="">
      {heading && <h3>{heading}</h3>}
      <ul>
        {errors.map((error) => (
          <li key={`${error.field}${error.text}`}>{error.field ? <a href={`#${error.field}`}>{error.text}</a> : error.text}</li>
        ))}
      </ul>
    </div>
  );
}
