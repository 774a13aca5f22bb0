import { Badge, StatusBadge } from "~/components/badge";
import { useLanguage, useMessages } from "~/components/language";
import { Section } from "~/components/page";
import { Photo } from "~/components/photo";
import type { CheckResult } from "~/features/proposals/proposal";
import { formatInstant } from "~/kernel/dates";
import { assignmentMessages } from "./assignment-messages";
import type { VisitRecord } from "./desk.server";
import { PhotoWords } from "./photo-list";
import { visitMessages } from "./visit-messages";
import { spreadOf, takesPhotos } from "./visit-photo";

const tones = { match: "ok", differs: "warn", not_checkable: "info" } as const satisfies Record<CheckResult, string>;

/** Signed visits as the desk reads them: each question with its answer, its note, and the photos that prove it. */
export function VisitEvidence({ visits }: { visits: readonly VisitRecord[] }) {
  const t = useMessages(visitMessages);
  if (visits.length === 0) return null;
  return (
    <Section title={t.evidence} hint={t.evidenceHint} id="bukti">
      {visits.map((visit) => (
        <Visit visit={visit} key={visit.id} />
      ))}
    </Section>
  );
}

function Visit({ visit }: { visit: VisitRecord }) {
  const t = useMessages(visitMessages);
  const words = useMessages(assignmentMessages);
  const language = useLanguage();
  const spread = spreadOf(visit.photos.map((photo) => photo.place));
  return (
    <div className="mt-5">
      <h3 className="[font-size:var(--text-base)]">
        {words.kinds[visit.kind]}
        {visit.trancheN && `, ${words.said.termin(visit.trancheN)}`}
      </h3>
      <p className="small muted">
        {[visit.roleLabel, visit.doneAt && formatInstant(visit.doneAt, language), takesPhotos(visit.kind) && t.count(visit.photos.length)]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <ol>
        {visit.items.map((item, index) => (
          <Question visit={visit} item={item} n={index + 1} key={item.code} />
        ))}
      </ol>
      {visit.photos.length > 0 && (
        <p className="hint">
          {t.distance} {spread !== undefined && t.spread(spread)}
        </p>
      )}
    </div>
  );
}

function Question({ visit, item, n }: { visit: VisitRecord; item: VisitRecord["items"][number]; n: number }) {
  const t = useMessages(visitMessages);
  const words = useMessages(assignmentMessages);
  const language = useLanguage();
  const question = language === "id" ? item.questionId : item.questionEn;
  const given = visit.answers.find((answer) => answer.item === item.code);
  const photos = visit.photos.filter((photo) => photo.item === item.code);
  return (
    <li className="clm">
      <p>
        <b>
          {n}. {question}
        </b>
        {given?.note && <span lang="id">{given.note}</span>}
      </p>
      <div>
        {given?.answer ? (
          <StatusBadge tone={tones[given.answer]} icon={given.answer === "not_checkable" ? "info" : undefined}>
            {words.answers[given.answer]}
          </StatusBadge>
        ) : (
          <Badge>{t.unanswered}</Badge>
        )}
      </div>
      {photos.length > 0 && (
        <div className="grid gap-4 [grid-template-columns:repeat(auto-fill,minmax(min(100%,15rem),1fr))]">
          {photos.map((photo, index) => (
            <Photo
              key={photo.id}
              src={`/berkas/${photo.id}`}
              alt={t.photo(index + 1, question)}
              caption={<PhotoWords photo={photo} titled />}
              kilobytes={Math.ceil(photo.sizeBytes / 1024)}
            />
          ))}
        </div>
      )}
    </li>
  );
}
