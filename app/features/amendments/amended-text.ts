import { formatDay } from "~/kernel/dates";
import type { Language } from "~/kernel/messages";
import type { AmendmentNote } from "./amendment-queries.server";
import { historyMessages } from "./history-messages";

/** One sentence on paper about what is on its way, or what changed the program last; null when nothing ever did. */
export function amendedText(
  { open, latest }: { open: AmendmentNote | null; latest: AmendmentNote | null },
  language: Language,
): string | null {
  const t = historyMessages[language];
  if (open) return `${t.openTitle(open.n)}. ${t.openText}`;
  return latest?.endedAt ? t.latest(latest.n, formatDay(latest.endedAt, language)) : null;
}
