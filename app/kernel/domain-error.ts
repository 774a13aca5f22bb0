/**
 * An expected refusal: the caller asked for something the rules don't allow. The code is literal, so that each one has
 * one text (`<noun>-messages.ts`) and one place that throws it. The unexpected is never a DomainError and is not caught.
 */
export class DomainError extends Error {
  readonly code: string;
  /** Values for the text of the code, and the form field it belongs to, if any. Amounts are whole rupiah. */
  readonly details: RefusalDetails;

  constructor(code: string, details: RefusalDetails = {}) {
    super(code);
    this.name = "DomainError";
    this.code = code;
    this.details = details;
  }
}

export type RefusalDetails = { field?: string } & Record<string, string | number | bigint | undefined>;

export function isDomainError(error: unknown): error is DomainError {
  return error instanceof DomainError;
}
