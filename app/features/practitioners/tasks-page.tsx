import type { ReactNode } from "react";
import { Badge, StatusBadge } from "~/components/badge";
import { ButtonLink } from "~/components/button";
import { DayText } from "~/components/day-text";
import { useLanguage, useMessages } from "~/components/language";
import { Note } from "~/components/note";
import { Box } from "~/components/panel";
import { renewalNotice } from "~/features/organizations/standing";
import { DocumentBadge, documentState } from "~/features/organizations/standing-badge";
import { type Day, daysBetween, formatDay } from "~/kernel/dates";
import { tieMessages } from "~/features/ties/tie-messages";
import type { TieView } from "~/features/ties/tie-queries.server";
import { practitionerMessages } from "./practitioner-messages";
import type { PractitionerStanding } from "./practitioner-standing.server";

const papers = "/ruang/petugas/legalitas";

/** What the standing of a practitioner allows, said before it ends; nothing while all is well. */
export function StandingNotice({ standing, today }: { standing: PractitionerStanding; today: Day }) {
  const t = useMessages(practitionerMessages);
  const language = useLanguage();
  const action = <ButtonLink to={papers}>{t.upload}</ButtonLink>;
  if (standing.view === "approved") return null;
  if (standing.view === "expiring" && standing.validUntil) {
    const left = daysBetween(today, standing.validUntil);
    return (
      <section className="lic">
        <div className="row justify-between items-baseline">
          <h2 className="[font-size:var(--text-lg)]">{t.ends(formatDay(standing.validUntil, language))}</h2>
          <b className="n">{t.left(left)}</b>
        </div>
        <svg role="img" aria-label={t.leftOf(left, renewalNotice)}>
          <rect className="bg" x=".6" y=".6" width="99.6%" height="10.8" />
          <rect className="fg" width={`${Math.round(((renewalNotice - left) / renewalNotice) * 100)}%`} height="12" />
        </svg>
        <p>{t.endsLead}</p>
        <div className="row gap-2">{action}</div>
      </section>
    );
  }
  const expired = standing.view === "expired";
  return (
    <Note tone={expired ? "bad" : "warn"} title={expired ? t.ended : t.notYet} actions={action}>
      {expired ? t.endedLead : t.notYetLead}
    </Note>
  );
}

/** The papers of a practitioner, each with its state and its last day. */
export function StandingBox({ standing, today }: { standing: PractitionerStanding; today: Day }) {
  const t = useMessages(practitionerMessages);
  const language = useLanguage();
  return (
    <Box title={t.standing} aside={<a href={papers}>{t.upload}</a>}>
      <ul className="recs">
        {standing.papers.map((paper) => (
          <li key={paper.code}>
            <div className="min-w-0">
              <b>{paper.name[language]}</b>
              {paper.document && (
                <p className="small muted">
                  {paper.document.validUntil ? (
                    <>
                      {t.valid} <DayText value={paper.document.validUntil} />
                    </>
                  ) : (
                    t.forever
                  )}
                </p>
              )}
            </div>
            <div className="side">
              <PaperBadge document={paper.document} today={today} />
            </div>
          </li>
        ))}
      </ul>
    </Box>
  );
}

/** What a paper counts for, and beforehand that it soon won't. */
function PaperBadge({ document, today }: { document: PractitionerStanding["papers"][number]["document"]; today: Day }) {
  const t = useMessages(practitionerMessages);
  const state = documentState(document ?? undefined, today);
  const left = document?.validUntil ? daysBetween(today, document.validUntil) : undefined;
  if (state === "accepted" && left !== undefined && left <= renewalNotice) return <StatusBadge tone="warn">{t.left(left)}</StatusBadge>;
  return <DocumentBadge state={state} />;
}

/** The declared ties that keep tasks away, and until when the yearly statement holds. */
export function TiesBox({ ties, declaration }: { ties: readonly TieView[]; declaration: { validUntil: Day; holds: boolean } | null }) {
  const t = useMessages(tieMessages);
  const language = useLanguage();
  return (
    <Box title={t.list} aside={<a href="/akun/ikatan">{t.add}</a>}>
      {ties.length === 0 && <p className="muted">{t.none}</p>}
      <ul className="recs">
        {ties.map((tie) => (
          <li key={tie.id}>
            <div className="min-w-0">
              <b>{tie.party}</b>
              <p className="small muted">
                {tie.detail || t.kinds[tie.kind]}
                {tie.endedOn && `, ${t.until(formatDay(tie.endedOn, language))}`}
              </p>
            </div>
            <div className="side">
              <Badge icon="lock">{t.stops}</Badge>
            </div>
          </li>
        ))}
      </ul>
      <p className="hint">
        {t.short}: {declaration ? t.until(formatDay(declaration.validUntil, language)) : t.missing}
      </p>
    </Box>
  );
}

/** Where the practitioner works, as a short list that leads to the profile. */
export function AreasBox({ areas }: { areas: readonly { code: string; label: string }[] }) {
  const t = useMessages(practitionerMessages);
  return (
    <Box title={t.area} aside={<a href="/ruang/petugas/profil#wilayah">{t.addArea}</a>}>
      <ul className="recs">
        {areas.map((area) => (
          <li key={area.code}>
            <div className="min-w-0">{area.label}</div>
          </li>
        ))}
      </ul>
    </Box>
  );
}

/** Two columns: what is to be done, beside who one is. */
export function TasksColumns({ children, aside }: { children: ReactNode; aside: ReactNode }) {
  return (
    <div className="grid g21 items-start">
      <div className="stack [--gap:1.25rem]">{children}</div>
      <div className="stack [--gap:1.25rem]">{aside}</div>
    </div>
  );
}
