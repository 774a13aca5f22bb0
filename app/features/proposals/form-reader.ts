import { isId } from "~/kernel/ids";

/** The fields of a sent form, and the text of what could not be read. */
export class FormReader {
  readonly unread: Record<string, string> = {};
  constructor(private readonly form: FormData) {}

  text(name: string): string {
    const value = this.form.get(name);
    return typeof value === "string" ? value.replaceAll("\r\n", "\n") : "";
  }

  /** What follows `prefix` in the names of the form's fields, each once. */
  below(prefix: string): string[] {
    return [...new Set([...this.form.keys()].filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length)))];
  }

  all(name: string): string[] {
    return this.form.getAll(name).filter((value): value is string => typeof value === "string");
  }

  /** A value read from text; an empty text is no value, and a text that can't be read is kept as it is. */
  value<T>(name: string, read: (typed: string) => T | undefined): T | null {
    const typed = this.text(name).trim();
    if (typed === "") return null;
    const value = read(typed);
    if (value === undefined) {
      this.unread[name] = typed;
      return null;
    }
    return value;
  }

  /** The ids of rows in the order of the form, each once. */
  rowIds(name: string): string[] {
    return [...new Set(this.all(name).filter(isId))];
  }
}

export function positive(count: number | undefined): number | undefined {
  return count !== undefined && count > 0 ? count : undefined;
}

export function positiveDecimal(value: string | undefined): string | undefined {
  return value !== undefined && /[1-9]/.test(value) ? value : undefined;
}
