/** The languages of the pages. Indonesian is the default; addresses don't depend on the language. */
export type Language = "id" | "en";

export const languages = ["id", "en"] as const satisfies readonly Language[];

export function isLanguage(value: unknown): value is Language {
  return value === "id" || value === "en";
}

type Message = string | ((...values: never[]) => string);
export type Messages = { readonly [key: string]: Message | Messages };

/** The same keys with the same kind of message: a text stays a text, a function keeps its values. */
type Translated<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...values: infer V) => string
      ? (...values: V) => string
      : Translated<T[K]>;
};

export type Catalogue<T> = { readonly [L in Language]: Translated<T> };

/** One noun's texts in both languages. A key that is missing or too many in English is a type error. */
export function defineMessages<T extends Messages>(texts: { id: T; en: Translated<T> }): Catalogue<T> {
  return texts as unknown as Catalogue<T>;
}

/** The best language for an Accept-Language header; Indonesian unless English is asked for first. */
export function preferredLanguage(acceptLanguage: string | null): Language {
  const ranked = (acceptLanguage ?? "")
    .split(",")
    .map((part, position) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const quality = parameters.map((p) => p.trim()).find((p) => p.startsWith("q="));
      return { tag: tag.split("-")[0], quality: quality ? Number(quality.slice(2)) || 0 : 1, position };
    })
    .filter((entry) => isLanguage(entry.tag) && entry.quality > 0)
    .sort((a, b) => b.quality - a.quality || a.position - b.position);
  const first = ranked[0]?.tag;
  return isLanguage(first) ? first : "id";
}
