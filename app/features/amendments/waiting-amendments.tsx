import { ButtonLink } from "~/components/button";
import { useLanguage, useMessages } from "~/components/language";
import { motifOf } from "~/components/motif";
import { Note } from "~/components/note";
import { Box } from "~/components/panel";
import { ProgramName } from "~/components/program-name";
import { RecordList } from "~/components/record-list";
import { formatDay } from "~/kernel/dates";
import { amendmentMessages } from "./amendment-messages";
import type { AmendmentNote, WaitingAmendment } from "./amendment-queries.server";
import { amendmentDeskMessages } from "./desk-messages";

/** Amendments that a company has not answered yet; nothing when there is none. */
export function WaitingAmendments({ amendments }: { amendments: readonly WaitingAmendment[] }) {
  const t = useMessages(amendmentDeskMessages);
  const words = useMessages(amendmentMessages);
  const language = useLanguage();
  if (amendments.length === 0) return null;
  return (
    <Box title={t.companyQueue} className="mb-5">
      <RecordList
        items={amendments.map(({ program, n, reasonCode, answerBy }) => ({
          key: `${program.slug}/${n}`,
          to: addressOf(program.slug, n),
          title: <ProgramName {...program} />,
          meta: `${words.name(n)} · ${program.organization} · ${words.reasonCode[reasonCode].toLowerCase()}`,
          note: answerBy ? t.answerUntil(formatDay(answerBy, language)) : undefined,
          motif: motifOf({ element: program.element }),
          side: <ButtonLink to={addressOf(program.slug, n)}>{t.read}</ButtonLink>,
        }))}
      />
    </Box>
  );
}

/** Whoever approves a pledge reads first what would change. */
export function PledgedAmendmentNote({ slug, open }: { slug: string; open: AmendmentNote | null }) {
  const t = useMessages(amendmentDeskMessages);
  if (!open) return null;
  return (
    <Note tone="warn" title={t.pledgeNote(open.n)} className="mb-5">
      <p>
        {t.pledgeNoteText} <a href={`/program/${slug}/riwayat`}>{t.title}</a>
      </p>
    </Note>
  );
}

function addressOf(slug: string, n: number): string {
  return `/ruang/perusahaan/persetujuan/adendum/${slug}/${n}`;
}
