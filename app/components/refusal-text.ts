import type { RefusalDetails } from "~/kernel/domain-error";
import type { Language } from "~/kernel/messages";
import { commonRefusals } from "./common-messages";

type RefusalTexts = { readonly [code: string]: (details: never) => string };

/** The sentence for a refusal: the noun's own text, else the shared one, else the general one. */
export function refusalText(
  refusal: { code: string; details: RefusalDetails },
  language: Language,
  texts: { readonly [L in Language]: RefusalTexts },
): string {
  const text =
    texts[language][refusal.code] ?? (commonRefusals[language] as RefusalTexts)[refusal.code] ?? commonRefusals[language].unexpected;
  return (text as (details: RefusalDetails) => string)(refusal.details);
}
