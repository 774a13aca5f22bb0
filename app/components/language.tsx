import { createContext, useContext, type ReactNode } from "react";
import type { Catalogue, Language } from "~/kernel/messages";

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
