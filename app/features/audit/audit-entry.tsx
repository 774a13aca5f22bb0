import type { ReactNode } from "react";
import { Badge } from "~/components/badge";
import { DayText } from "~/components/day-text";
import { DescriptionList } from "~/components/description-list";
import { Hash } from "~/components/hash-chain";
import { Icon, type IconName } from "~/components/icon";
import { useLanguage, useMessages } from "~/components/language";
import { Money } from "~/components/money";
import { formatInstant, formatSeconds } from "~/kernel/dates";
import { formatWhole } from "~/kernel/money";
import { auditActionTexts } from "./audit-action-texts";
import { type AuditChange, changesOf } from "./audit-change";
import { auditDeskMessages } from "./audit-desk-messages";
import { auditDetailTexts } from "./audit-detail-texts";
import type { AuditEntryView, EntryEmail } from "./audit-entry.server";
import { Office } from "./audit-office";
import { detailPairs, detailTexts } from "./audit-text";

type Props = {
  entry: AuditEntryView;
  search: string;
  /** The name of a kind of ledger entry; `undone` for one that takes another back. */
  bookingName: (kind: string, undone: boolean) => string;
  /** The form that marks the line as read, for whoever may. */
  marking: ReactNode;
};

/** One line in full: who, how, what changed, what followed, and its place in the chain. */
export function AuditEntry({ entry, search, bookingName, marking }: Props) {
  const t = useMessages(auditDeskMessages);
  const language = useLanguage();
  const { changes, rest } = changesOf(entry.action, entry.details, language, entry.accounts);
  return (
    <section className="box stick" id="catatan">
      <div className="hh mb-2">
        <h2>{useMessages(auditActionTexts)[entry.action]}</h2>
        {entry.weight === "unread" && (
          <Badge tone="warn" icon="warn">
            {t.unread}
          </Badge>
        )}
      </div>
      <Facts entry={entry} rest={detailPairs(rest, language)} />
      {changes.length > 0 && <BeforeAfter changes={changes} />}
      <Results entry={entry} search={search} bookingName={bookingName} />
      <Seal entry={entry} />
      {entry.reading && (
        <p className="small mt-4">
          <b>{t.entry.readBy(entry.reading.by, formatInstant(entry.reading.at, language))}</b>
          {entry.reading.note && <span lang="id">{` “${entry.reading.note}”`}</span>}
        </p>
      )}
      {entry.weight === "unread" && marking}
    </section>
  );
}

function Facts({ entry, rest }: { entry: AuditEntryView; rest: { name: string; value: string }[] }) {
  const t = useMessages(auditDeskMessages).entry;
  const subjects = useMessages(auditDetailTexts).subjects;
  const program = entry.programSlug ? <a href={`/program/${entry.programSlug}`}>{entry.programTitle}</a> : entry.programTitle;
  return (
    <DescriptionList
      className="mb-4"
      items={[
        {
          term: t.when,
          value: (
            <>
              <DayText value={entry.at} form="seconds" /> WIB
            </>
          ),
        },
        {
          term: t.by,
          value: (
            <>
              <Office line={entry} />
              {entry.office && !entry.office.noted && entry.actor.who !== "system" && <small className="muted block">{t.now}</small>}
            </>
          ),
        },
        entry.actor.who === "person" && { term: t.person, value: entry.actor.name },
        entry.factor !== null && { term: t.how, value: t.factors[entry.factor] },
        entry.device !== null && { term: t.device, value: entry.device },
        entry.organizationName !== null && { term: t.concerns, value: entry.organizationName },
        program ? { term: t.program, value: program } : { term: t.object, value: subjects[entry.subjectKind] },
        ...rest.map(({ name, value }) => ({ term: capital(name), value: <span className="[overflow-wrap:anywhere]">{value}</span> })),
      ]}
    />
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function BeforeAfter({ changes }: { changes: AuditChange[] }) {
  const t = useMessages(auditDeskMessages).entry;
  return (
    <div className="bfa">
      <div>
        <span>{t.before}</span>
        <span>{t.after}</span>
      </div>
      {changes.map((change) => (
        <div className={change.before === change.after ? undefined : "ch"} key={change.name}>
          <b>{capital(change.name)}</b>
          <span>{change.before}</span>
          <span>{change.after}</span>
        </div>
      ))}
    </div>
  );
}

function Results({ entry, search, bookingName }: Pick<Props, "entry" | "search" | "bookingName">) {
  const t = useMessages(auditDeskMessages).entry;
  const actions = useMessages(auditActionTexts);
  const language = useLanguage();
  const none = entry.lines.length + entry.emails.length + entry.bookings.length === 0;
  return (
    <>
      <h3 className="[font-size:var(--text-base)] [margin:1.25rem_0_.25rem]">{t.results}</h3>
      <p className="hint">{none ? t.noResults : t.resultsNote}</p>
      {!none && (
        <ul className="reasons">
          {entry.bookings.map((booking) => (
            <Result icon="book" key={`${booking.fund}${booking.seq}`}>
              {`${bookingName(booking.kind, booking.reverses !== null)}, `}
              <Money amount={booking.amount} />
              {", "}
              <a href={`/admin/buku-besar/${booking.fund}`}>{t.booking(String(booking.seq))}</a>
            </Result>
          ))}
          {entry.lines.map((line) => (
            <Result icon="check" key={line.id}>
              <a href={`/admin/audit/${line.id}${search}#catatan`}>{actions[line.action]}</a>
              {detailTexts(line.details, language)
                .map((detail) => `, ${detail}`)
                .join("")}
            </Result>
          ))}
          {entry.emails.map((email) => (
            <Email email={email} key={`${email.subject}${email.status}${email.addresses[0]}`} />
          ))}
        </ul>
      )}
    </>
  );
}

function Email({ email }: { email: EntryEmail }) {
  const t = useMessages(auditDeskMessages).entry;
  const language = useLanguage();
  const addresses = email.addresses.join(", ");
  const at = email.sentAt ? formatSeconds(email.sentAt, language) : "";
  const status = t.statuses[email.status];
  return (
    <Result icon="mail">
      {email.subject ? t.email(email.subject, addresses) : t.plainEmail(addresses)}
      {`, ${typeof status === "function" ? status(at) : status}`}
    </Result>
  );
}

function Result({ icon, children }: { icon: IconName; children: ReactNode }) {
  return (
    <li className="y">
      <Icon name={icon} />
      <span className="[overflow-wrap:anywhere]">{children}</span>
    </li>
  );
}

function Seal({ entry }: { entry: AuditEntryView }) {
  const t = useMessages(auditDeskMessages).entry;
  const language = useLanguage();
  const before = entry.seq && entry.seq > 1n ? formatWhole(entry.seq - 1n, language) : null;
  return (
    <>
      {entry.hash && <Hash as="p" className="mt-4" value={entry.hash} />}
      <p className="hint">
        {entry.seq !== null && `${t.chained(formatWhole(entry.seq, language), before)} `}
        {entry.others > 0 && <a href={`/admin/audit?objek=${entry.subjectId}`}>{t.others(entry.others)}</a>}
      </p>
    </>
  );
}
