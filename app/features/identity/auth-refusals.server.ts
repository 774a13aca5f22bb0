import { isAPIError } from "better-auth/api";
import { DomainError, type RefusalDetails } from "~/kernel/domain-error";

/** Runs a call of better-auth and turns the errors named here into refusals; every other error is thrown on. */
export async function refusingAuth<T>(
  call: Promise<T>,
  codes: Readonly<Record<string, [code: string, details?: RefusalDetails]>>,
): Promise<T> {
  try {
    return await call;
  } catch (error) {
    const code = isAPIError(error) ? String(error.body?.code ?? "") : "";
    const refusal = codes[code];
    throw refusal ? new DomainError(...refusal) : error;
  }
}
