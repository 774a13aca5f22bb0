import { useLanguage, useMessages } from "~/components/language";
import { Note } from "~/components/note";
import { formatDay } from "~/kernel/dates";
import type { AmendmentNote } from "./amendment-queries.server";
import { historyMessages } from "./history-messages";

type Notes = { open: AmendmentNote | null; latest: AmendmentNote | null };

/** On a program's page: what is on its way, what changed it last, and always the way to its history. */
export function AmendmentNotes({ slug, notes: { open, latest } }: { slug: string; notes: Notes }) {
  const h = useMessages(historyMessages);
  const language = useLanguage();
  const link = <a href={`/program/${slug}/riwayat`}>{h.link}</a>;
  if (open) {
    return (
      <Note tone="warn" icon="clock" title={h.openTitle(open.n)} className="mb-5">
        <p>
          {h.openText} {link}
        </p>
      </Note>
    );
  }
  if (!latest?.endedAt) return <p className="small mb-5">{link}</p>;
  return (
    <Note icon="doc" className="mb-5">
      <p>
        {h.latest(latest.n, formatDay(latest.endedAt, language))} {link}
      </p>
    </Note>
  );
}
