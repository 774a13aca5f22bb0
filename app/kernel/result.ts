import type { DomainError } from "./domain-error";

/** What came of an attempt: the value, or the refusal with its code. */
export type Attempt<T> = { ok: true; value: T } | { ok: false; refusal: DomainError };
