import { DomainError } from "~/kernel/domain-error";

/**
 * Runs a query and turns the violation of a named constraint into a refusal with that constraint's code. Everything else is thrown on.
 * A constraint's name may carry a shard suffix (`name_102008`), which is left away.
 */
export async function refusing<T>(query: Promise<T>, codes: Readonly<Record<string, string>>): Promise<T> {
  try {
    return await query;
  } catch (error) {
    const name = constraintOf(error);
    const code = name ? codes[name] : undefined;
    throw code ? new DomainError(code) : error;
  }
}

/** The name of the constraint that a database error speaks of, or undefined. */
export function constraintOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("constraint" in error) || typeof error.constraint !== "string") return undefined;
  return error.constraint.replace(/_\d{6,}$/, "");
}
