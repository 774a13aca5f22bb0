import { StatusBadge } from "~/components/badge";
import { useLanguage, useMessages } from "~/components/language";
import { ProgramName } from "~/components/program-name";
import { RecordList } from "~/components/record-list";
import { formatDay } from "~/kernel/dates";
import { formatRupiah } from "~/kernel/money";
import { overlapMessages } from "./overlap-messages";
import type { Overlap } from "./overlaps.server";
import { isPublic } from "./proposal";
import { proposalMessages } from "./proposal-messages";

/** Other proposals and programs that overlap with one: with what, and how much money is in them. */
export function OverlapList({ overlaps, desk }: { overlaps: readonly Overlap[]; desk?: boolean }) {
  const t = useMessages(overlapMessages);
  const words = useMessages(proposalMessages);
  const language = useLanguage();
  return (
    <>
      <p className="small muted">{overlaps.length > 0 ? t.lead : t.none}</p>
      <RecordList
        items={overlaps.map((overlap) => {
          const needs = overlap.needs.map((need) => (language === "id" ? need.nameId : need.nameEn)).join(", ");
          const period =
            overlap.startsOn && overlap.endsOn && `${formatDay(overlap.startsOn, language)} – ${formatDay(overlap.endsOn, language)}`;
          return {
            key: overlap.id,
            to: isPublic(overlap.status) ? `/program/${overlap.slug}` : desk ? `/admin/verifikasi/${overlap.id}` : undefined,
            title: <ProgramName {...overlap} />,
            meta: [overlap.organization, period].filter(Boolean).join(" · "),
            note: [
              needs && t.samePlace(needs),
              overlap.likeness > 0 && t.sameText(overlap.likeness),
              t.amount(formatRupiah(overlap.target, language), formatRupiah(overlap.committed, language)),
            ]
              .filter(Boolean)
              .join(". "),
            side: <StatusBadge>{words.status[overlap.status]}</StatusBadge>,
          };
        })}
      />
    </>
  );
}
