import { v7, validate } from "uuid";

/** A new UUIDv7: ordered by time of creation, made in the application so that no table needs a sequence. */
export function newId(): string {
  return v7();
}

export function isId(value: unknown): value is string {
  return typeof value === "string" && validate(value);
}
