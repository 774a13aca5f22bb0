import { paragraphsOf } from "~/kernel/text";
import { Badge, StatusBadge, type Tone } from "~/components/badge";
import { DescriptionList } from "~/components/description-list";
import { useLanguage, useMessages } from "~/components/language";
import { Motif, motifOf } from "~/components/motif";
import { Note } from "~/components/note";
import { Breadcrumbs, type Crumb, Section } from "~/components/page";
import { EmergencyMark } from "~/components/program-name";
import { RecordList } from "~/components/record-list";
import { Timeline } from "~/components/timeline";
import { formatDay, formatInstant } from "~/kernel/dates";
import { formatRupiah, formatRupiahShort, formatShare } from "~/kernel/money";
import { type AmendmentStatus, isOpen } from "./amendment";
import { amendmentMessages } from "./amendment-messages";
import type { AmendmentReading } from "./amendment-page.server";
import type { Difference } from "./amendment-queries.server";
import { compareLink } from "./compare-link";
import { Comparison } from "./comparison";
import { EvidenceList } from "./evidence-list";
import { historyMessages } from "./history-messages";

const tones: { readonly [S in AmendmentStatus]: Tone | undefined } = {
  draft: undefined,
  submitted: "info",
  checked: "info",
  awaiting_funders: "warn",
  in_force: "ok",
  refused: "bad",
  withdrawn: undefined,
};

export function AmendmentBadge({ status }: { status: AmendmentStatus }) {
  const t = useMessages(amendmentMessages);
  return (
    <StatusBadge tone={tones[status]} {...(status === "awaiting_funders" ? { icon: "clock" as const } : {})}>
      {t.status[status]}
    </StatusBadge>
  );
}

/** Words of the community, paragraph by paragraph. */
export function Words({ text }: { text: string }) {
  return (
    <div className="prose" lang="id">
      {paragraphsOf(text).map((paragraph) => (
        <p key={paragraph} className="[white-space:pre-line]">
          {paragraph}
        </p>
      ))}
    </div>
  );
}

/** "4 baris RAB berubah, jumlahnya tetap": the fact of an amendment in one line. */
export function useHeadline(): (difference: Difference) => string {
  const t = useMessages(amendmentMessages);
  const language = useLanguage();
  return ({ sections, targetBefore, targetAfter }) => {
    const changed = sections.filter(({ rows }) => rows.some((row) => row.change !== "same"));
    if (changed.length === 0) return t.headline.nothing;
    const lines = changed.find(({ section }) => section === "budget")?.rows.filter((row) => row.change !== "same").length ?? 0;
    if (lines === 0) return t.headline.only(changed.map(({ section }) => t.section[section].toLowerCase()).join(", "));
    const sum = targetBefore === targetAfter ? t.headline.sameTarget : t.headline.newTarget(formatRupiahShort(targetAfter, language));
    return `${t.headline.lines(lines)}, ${sum}`;
  };
}

export function AmendmentHead({ reading, crumbs }: { reading: AmendmentReading; crumbs: readonly Crumb[] }) {
  const t = useMessages(amendmentMessages);
  const headline = useHeadline();
  const { program, amendment, difference } = reading;
  return (
    <>
      <Breadcrumbs items={crumbs} />
      <div className="ph-head [padding:.25rem_0_1.75rem] flex gap-6 items-start">
        <Motif of={motifOf({ kind: "community", element: program.element })} size="xl" />
        <div className="min-w-0">
          <h1 className="max-w-[24ch]">{headline(difference)}</h1>
          <p className="muted mt-2.5">
            {t.name(amendment.n)} ·{" "}
            <a href={`/program/${program.slug}`}>
              <b lang="id">{program.title}</b>
            </a>{" "}
            · <span className="n">{program.code}</span>
          </p>
          <div className="row mt-3">
            <EmergencyMark urgent={program.urgent} />
            <AmendmentBadge status={amendment.status} />
            <Badge icon="doc">
              {amendment.version
                ? t.version(amendment.version)
                : isOpen(amendment.status)
                  ? t.stillInForce(amendment.baseVersion)
                  : t.version(amendment.baseVersion)}
            </Badge>
          </div>
        </div>
      </div>
    </>
  );
}

type SectionsProps = {
  reading: AmendmentReading;
  company?: string;
  /** Which of the evidence the reader may open. */
  opens?: "all" | "public";
};

/** Why, what, who agreed, what came before: the same for the desk, the companies and the community. */
export function AmendmentSections({ reading, company, opens = "all" }: SectionsProps) {
  const t = useMessages(amendmentMessages);
  const language = useLanguage();
  const { amendment, difference, needs } = reading;
  return (
    <>
      <Section title={t.reason} hint={t.writtenOn(formatDay(amendment.submittedAt ?? amendment.createdAt, language))}>
        <p className="mb-3">
          <Badge>{t.reasonCode[amendment.reasonCode]}</Badge>
        </p>
        <Words text={amendment.reason} />
        <EvidenceList evidence={reading.evidence} opens={opens} checked={amendment.checkedAt !== null} />
      </Section>
      <Section title={t.comparison} hint={compareLink(reading)} id="perbandingan">
        <Comparison
          sections={difference.sections}
          from={t.version(amendment.baseVersion)}
          to={amendment.version ? t.version(amendment.version) : t.name(amendment.n)}
          needs={needs}
        />
      </Section>
      <Section title={t.funders} hint={t.fundersHint} id="mitra">
        <FunderAnswers reading={reading} company={company} />
      </Section>
      <Section title={useMessages(historyMessages).title} hint={useMessages(historyMessages).never}>
        <AmendmentTimeline history={reading.history} published={reading.published} />
      </Section>
    </>
  );
}

export function FunderAnswers({
  reading,
  company,
}: {
  reading: Pick<AmendmentReading, "amendment" | "funders">;
  company?: string | undefined;
}) {
  const t = useMessages(amendmentMessages);
  const language = useLanguage();
  const { amendment, funders } = reading;
  const needed = amendment.weights.length > 0;
  const because = amendment.weights.map((weight) => t.weight[weight]).join(", ");
  return (
    <>
      {needed && (
        <RecordList
          empty={<p className="muted">{t.notNeededOrNoFunder}</p>}
          items={funders.map((funder) => ({
            key: funder.companyId,
            motif: motifOf({ companyType: funder.companyType }),
            title: funder.companyId === company ? `${funder.name} (${t.you})` : funder.name,
            meta: <span className="n">{formatRupiah(funder.committed, language)}</span>,
            note:
              [funder.at && formatInstant(funder.at, language), funder.note && `“${funder.note}”`].filter(Boolean).join(" · ") || undefined,
            side: funder.answer ? (
              <StatusBadge tone={funder.answer === "accepted" ? "ok" : "bad"}>{t.answer[funder.answer]}</StatusBadge>
            ) : isOpen(amendment.status) ? (
              <StatusBadge tone="warn" icon="clock">
                {t.answer.waiting}
              </StatusBadge>
            ) : undefined,
          }))}
        />
      )}
      <Note className="mt-3">
        <p>{needed ? t.needed(because) : t.notNeeded}</p>
        {amendment.status === "awaiting_funders" && amendment.answerBy && <p>{t.silence(formatDay(amendment.answerBy, language))}</p>}
      </Note>
    </>
  );
}

type TimelineProps = Pick<AmendmentReading, "history" | "published">;

/** Every amendment with how it ended, down to the first version. */
export function AmendmentTimeline({ history, published }: TimelineProps) {
  const t = useMessages(amendmentMessages);
  const h = useMessages(historyMessages);
  const language = useLanguage();
  const day = (value: Date) => formatDay(value, language);
  const text = ({ submittedAt, endedAt, ending, status, version }: TimelineProps["history"][number]) =>
    [
      submittedAt && h.sentOn(day(submittedAt)),
      status === "in_force" && endedAt && version && h.inForceSince(day(endedAt), version),
      ending && endedAt && `${day(endedAt)}: ${t.ending[ending]}`,
    ]
      .filter(Boolean)
      .join(" ");
  return (
    <Timeline
      items={[
        ...history.map((one) => ({
          key: String(one.n),
          state: isOpen(one.status) ? ("now" as const) : ("done" as const),
          title: `${t.name(one.n)}: ${t.reasonCode[one.reasonCode].toLowerCase()}`,
          side: <AmendmentBadge status={one.status} />,
          text: text(one),
        })),
        ...(published
          ? [
              {
                key: "1",
                state: "done" as const,
                title: h.firstVersion,
                side: day(published.at),
                text: h.firstText(published.lines, published.tranches, published.indicators),
              },
            ]
          : []),
      ]}
    />
  );
}

/** The figures beside the decision. */
export function AmendmentFigures({ reading }: { reading: AmendmentReading }) {
  const t = useMessages(amendmentMessages);
  const language = useLanguage();
  const { amendment, difference, funders, hash } = reading;
  const needed = amendment.weights.length > 0;
  const accepted = funders.filter(({ answer }) => answer === "accepted").length;
  return (
    <>
      <p className="small muted">{t.moved}</p>
      <p className="kpi">{formatRupiah(difference.moved, language)}</p>
      <p className="small muted">{t.movedOf(formatShare(difference.moved, difference.targetBefore, language))}</p>
      <DescriptionList
        className="[margin:1rem_0] pt-4 [border-top:1px_solid_var(--line)]"
        items={[
          { term: t.facts.checked, value: amendment.checkedAt ? formatDay(amendment.checkedAt, language) : t.notYet },
          needed ? { term: t.facts.accepted, value: t.acceptedOf(accepted, funders.length) } : null,
          amendment.answerBy ? { term: t.facts.until, value: <span className="n">{formatDay(amendment.answerBy, language)}</span> } : null,
          { term: t.facts.hash, value: <span className="mono xs">{hash.slice(0, 12)}</span> },
        ]}
      />
    </>
  );
}
