import { commonMessages } from "./common-messages";
import { useMessages } from "./language";

type PaginationProps = {
  previous?: string | null | undefined;
  next?: string | null | undefined;
  label?: string;
  /** Other words than "previous" and "next". */
  words?: { previous: string; next: string };
};

/** Back and forth by keys in a long list; shows nothing where one page holds all. */
export function Pagination({ previous, next, label, words }: PaginationProps) {
  const t = { ...useMessages(commonMessages), ...words };
  if (!previous && !next) return null;
  return (
    <nav className="pgn mt-5" aria-label={label ?? t.pages}>
      {previous ? (
        <a href={previous} rel="prev">
          {t.previous}
        </a>
      ) : (
        <span aria-disabled="true">{t.previous}</span>
      )}
      {next ? (
        <a href={next} rel="next">
          {t.next}
        </a>
      ) : (
        <span aria-disabled="true">{t.next}</span>
      )}
    </nav>
  );
}
