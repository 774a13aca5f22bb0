/** Class names joined with spaces; what is false or empty is left out. */
export function classNames(...names: (string | false | null | undefined)[]): string | undefined {
  const present = names.filter(Boolean);
  return present.length > 0 ? present.join(" ") : undefined;
}
