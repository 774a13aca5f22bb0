import { createContext, useContext, type ReactNode } from "react";
import type { Catalogue, Language } from "~/kernel/messages";
import { type FormState, formState } from "./form-state";

const LanguageContext = createContext<Language>("id");

export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  return <LanguageContext.Provider value={language}>{children}</LanguageContext.Provider>;
}

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** One noun's texts in the reader's language. */
export function useMessages<T>(catalogue: Catalogue<T>): Catalogue<T>[Language] {
  return catalogue[useLanguage()];
}

/** The form's values and errors in the reader's language; see `formState`. */
export function useFormState(
  result: Parameters<typeof formState>[0],
  options: { defaults?: object | undefined; texts?: { readonly [code: string]: unknown } | undefined } = {},
): FormState {
  return formState(result, { ...options, language: useLanguage() });
}
