import { Badge } from "~/components/badge";
import { DayText } from "~/components/day-text";
import { useLanguage, useMessages } from "~/components/language";
import { Pagination } from "~/components/pagination";
import { Table } from "~/components/table";
import { formatWhole } from "~/kernel/money";
import { auditActionTexts } from "./audit-action-texts";
import { auditDeskMessages } from "./audit-desk-messages";
import { auditDetailTexts } from "./audit-detail-texts";
import { Office } from "./audit-office";
import type { AuditLine } from "./audit-queries.server";
import { detailTexts } from "./audit-text";

type Props = {
  lines: AuditLine[];
  next: string | null;
  figures: { matching: number; all: number };
  mostCounted: number;
  chosen: string | null;
  search: string;
};

/** The lines of one page; each leads to its own address beside the same list. */
export function AuditList({ lines, next, figures, mostCounted, chosen, search }: Props) {
  const t = useMessages(auditDeskMessages);
  const language = useLanguage();
  const matching =
    figures.matching > mostCounted ? t.more(formatWhole(BigInt(mostCounted), language)) : formatWhole(BigInt(figures.matching), language);
  const start = new URLSearchParams(search);
  start.delete("setelah");
  const onward = new URLSearchParams(search);
  if (next) onward.set("setelah", next);
  const paged = new URLSearchParams(search).has("setelah");
  return (
    <section className="box audl">
      <Table
        caption={t.counted(matching, formatWhole(BigInt(figures.all), language))}
        label={t.name}
        columns={[
          { head: t.when, cell: (line) => <DayText className="nowrap" value={line.at} form="seconds" /> },
          { head: t.what, cell: (line) => <What line={line} chosen={line.id === chosen} search={search} /> },
          {
            head: t.by,
            className: "muted",
            cell: (line) => (
              <span>
                <Office line={line} />
              </span>
            ),
          },
        ]}
        rows={lines}
        rowKey={(line) => line.id}
        current={(line) => line.id === chosen}
        empty={<p className="muted">{t.empty}</p>}
      />
      <Pagination previous={paged ? `/admin/audit?${start}` : null} next={next ? `/admin/audit?${onward}` : null} />
    </section>
  );
}

function What({ line, chosen, search }: { line: AuditLine; chosen: boolean; search: string }) {
  const t = useMessages(auditDeskMessages);
  const name = useMessages(auditActionTexts)[line.action];
  const subjects = useMessages(auditDetailTexts).subjects;
  const language = useLanguage();
  const parts = [line.programTitle ?? subjects[line.subjectKind], line.organizationName, ...detailTexts(line.details, language)];
  return (
    <>
      <a href={`/admin/audit/${line.id}${search}#catatan`}>{chosen ? <b>{name}</b> : name}</a>
      {line.weight === "unread" && (
        <Badge tone="warn" icon="warn">
          {t.unread}
        </Badge>
      )}
      {line.weight === "read" && (
        <Badge tone="ok" icon="check">
          {t.read}
        </Badge>
      )}
      <small className="[overflow-wrap:anywhere]">{parts.filter(Boolean).join(" · ")}</small>
    </>
  );
}
