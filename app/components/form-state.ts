import type { SubmissionResult } from "@conform-to/react";
import type { Language } from "~/kernel/messages";
import { commonMessages } from "./common-messages";

export type FieldState = { id: string; name: string; defaultValue: string | undefined; error: string | undefined };
export type FormError = { field?: string | undefined; text: string };
export type FormState = {
  /** What a Field needs of one name; nested names as in "items[0].amount". */
  field: (name: string) => FieldState;
  /** Every value of a name that holds several (checkboxes). */
  list: (name: string) => string[];
  error: (name: string) => string | undefined;
  errors: FormError[];
};

type Texts = { readonly [code: string]: unknown };
type Options = { defaults?: object | undefined; texts?: Texts | undefined; language: Language };
type Result = SubmissionResult<string[]> | null | undefined;

/**
 * A form as the page shows it: what was typed, or else the defaults, and each error as a sentence. Error codes are looked up in the
 * noun's texts, then in the shared ones; what is no known code is taken as a sentence already.
 */
export function formState(result: Result, { defaults, texts = {}, language }: Options): FormState {
  // A form that is shown again was not taken, also when all its fields could be read and an operation refused it.
  const typed = result?.initialValue ?? undefined;
  const shared: Texts = commonMessages[language].errors;
  const failed = Object.entries(result?.error ?? {}).filter(([, messages]) => messages && messages.length > 0) as [string, string[]][];

  function sentence(code: string): string {
    const text = texts[code] ?? shared[code];
    return typeof text === "string" ? text : typeof text === "function" ? String((text as (details: object) => unknown)({})) : code;
  }
  function value(name: string): unknown {
    return typed ? valueAt(typed, name) : valueAt(defaults, name);
  }
  function error(name: string): string | undefined {
    const messages = failed.find(([field]) => field === name)?.[1];
    return messages ? [...new Set(messages.map(sentence))].join(" ") : undefined;
  }
  return {
    field: (name) => ({ id: fieldId(name), name, defaultValue: asText(value(name)), error: error(name) }),
    list: (name) => [value(name)].flat().flatMap((one) => asText(one) ?? []),
    error,
    errors: failed.flatMap(([field, messages]) =>
      [...new Set(messages.map(sentence))].map((text) => ({ field: field === "" ? undefined : fieldId(field), text })),
    ),
  };
}

/** "items[0].amount" as an id that CSS and addresses take: "items-0-amount". */
export function fieldId(name: string): string {
  return name.replace(/[^A-Za-z0-9]+/g, "-").replace(/-$/, "");
}

function valueAt(values: unknown, name: string): unknown {
  return name
    .split(/[.[\]]+/)
    .filter(Boolean)
    .reduce<unknown>((at, key) => (typeof at === "object" && at !== null ? (at as { [key: string]: unknown })[key] : undefined), values);
}

function asText(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "bigint") return value.toString();
  if (typeof value === "boolean") return value ? "on" : undefined;
  return undefined;
}
