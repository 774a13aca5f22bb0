import { kilobytesOf, paragraphsOf } from "~/kernel/text";
import { AccountLine } from "~/components/account-line";
import { Goals, StatusBadge } from "~/components/badge";
import { DescriptionList } from "~/components/description-list";
import { DocumentList } from "~/components/document-list";
import { useLanguage, useMessages } from "~/components/language";
import { Money } from "~/components/money";
import { Section } from "~/components/page";
import { Table } from "~/components/table";
import { TerminList } from "~/components/timeline";
import { kindOf } from "~/features/proposals/indicator-kinds";
import { type GroupFigure, hasParts } from "~/features/proposals/people";
import { ContributionTable } from "~/features/proposals/plan/contribution-table";
import { PeopleTable } from "~/features/proposals/plan/people-table";
import { planMessages, taxText } from "~/features/proposals/plan/plan-messages";
import { RiskTable } from "~/features/proposals/plan/risk-table";
import { ScheduleTable } from "~/features/proposals/plan/schedule-table";
import { type ProposalDraft, amountOfLine, formatDecimal } from "~/features/proposals/proposal-draft";
import { proposalMessages } from "~/features/proposals/proposal-messages";
import { formatDay } from "~/kernel/dates";
import { formatRupiah, formatWhole, sum } from "~/kernel/money";
import { Members, partsText } from "./member-reading";
import { readingMessages } from "./reading-messages";
import type { VerificationView } from "./verification-queries.server";

/** The whole proposal, as its community wrote it. Only the desk gets the way to the organisation's file. */
export function ProposalReading({ view, desk = false }: { view: VerificationView; desk?: boolean }) {
  const t = useMessages(readingMessages).proposal;
  const words = useMessages(proposalMessages);
  const plan = useMessages(planMessages);
  const groups = groupFigures(view);
  return (
    <>
      <Section title={words.section.story} id="isi-usulan">
        <div className="prose">
          <p className="[font-size:var(--text-lg)] [line-height:1.55]">{view.draft.summary}</p>
          {paragraphsOf(view.draft.story).map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
      </Section>
      <Section title={t.organization}>
        <Facts view={view} desk={desk} />
        {view.payee && (
          <div className="mt-4">
            <AccountLine
              bank={view.payee.bankName}
              number={view.payee.accountNumber}
              holder={view.payee.holderName}
              badge={
                <StatusBadge tone={view.payee.verified ? "ok" : "warn"}>{view.payee.verified ? t.verified : t.unverified}</StatusBadge>
              }
            />
          </div>
        )}
      </Section>
      {hasParts(view.draft, groups) && (
        <Section title={plan.people.title}>
          <PeopleTable figures={view.draft} groups={groups} />
        </Section>
      )}
      {view.draft.members.length > 0 && (
        <Section title={words.section.members}>
          <Members draft={view.draft} />
        </Section>
      )}
      <Section title={words.section.budget}>
        <Budget draft={view.draft} total={view.target} />
      </Section>
      {view.draft.contributions.length > 0 && (
        <Section title={plan.own.title} hint={plan.own.hint}>
          <ContributionTable rows={view.draft.contributions} />
        </Section>
      )}
      {view.draft.activities.length > 0 && (
        <Section title={plan.schedule.title}>
          <ScheduleTable activities={view.draft.activities} />
        </Section>
      )}
      <Section title={words.section.tranches}>
        <Tranches view={view} />
      </Section>
      <Section title={words.section.indicators}>
        <Indicators view={view} />
      </Section>
      {view.draft.risks.length > 0 && (
        <Section title={plan.risks.title}>
          <RiskTable risks={view.draft.risks} />
        </Section>
      )}
      <Section title={t.files}>
        <DocumentList
          items={view.files.map((file) => ({
            href: `/berkas/${file.fileId}`,
            name: file.title || file.name,
            icon: file.mediaType.startsWith("image/") ? "cam" : "doc",
            meta: `${kilobytesOf(file.sizeBytes)} KB`,
          }))}
        />
      </Section>
    </>
  );
}

/** The desk reads every number as it was written. */
function groupFigures(view: VerificationView): GroupFigure[] {
  const counted = new Map(view.draft.needPeople.map(({ code, people }) => [code, people]));
  return view.needs.map((need) => ({ ...need, people: counted.get(need.code) ?? null }));
}

function Facts({ view, desk }: { view: VerificationView; desk: boolean }) {
  const t = useMessages(readingMessages).proposal;
  const words = useMessages(proposalMessages);
  const language = useLanguage();
  const { draft } = view;
  const day = (value: string | null): string => (value ? formatDay(value, language) : "–");
  return (
    <>
      <DescriptionList
        items={[
          {
            term: t.organization,
            value: `${view.organization.name}, ${language === "id" ? view.organization.elementName.nameId : view.organization.elementName.nameEn}`,
          },
          {
            term: t.standing,
            value:
              view.standingValid && view.standingValidUntil
                ? t.standingValid(day(view.standingValidUntil))
                : view.standingValid
                  ? t.verified
                  : t.standingInvalid,
          },
          view.organization.sponsor !== null && { term: t.sponsor, value: view.organization.sponsor },
          { term: t.area, value: view.area.at(-1)?.label ?? "–" },
          draft.place !== "" && { term: t.place, value: draft.place },
          { term: t.time, value: `${day(draft.startsOn)} – ${day(draft.endsOn)}` },
          { term: t.openUntil, value: day(draft.openUntil) },
          { term: t.needs, value: view.needs.map((need) => (language === "id" ? need.nameId : need.nameEn)).join(", ") },
          { term: t.people, value: `${formatWhole(draft.beneficiaries ?? 0, language)} ${draft.beneficiaryUnit}` },
        ]}
      />
      <p className="row mt-3">
        <Goals numbers={view.goals} />
        {draft.pillar && <span className="small muted">{words.pillar[draft.pillar]}</span>}
        {desk && (
          <a className="small" href={`/admin/anggota/${view.organization.id}`}>
            {t.organizationFile}
          </a>
        )}
      </p>
    </>
  );
}

function Budget({ draft, total }: { draft: ProposalDraft; total: bigint }) {
  const { lines } = draft;
  const t = useMessages(readingMessages).proposal;
  const language = useLanguage();
  const sumOf = (section: string): bigint => sum(lines.filter((line) => line.section === section).map((line) => amountOfLine(line) ?? 0n));
  return (
    <Table
      label={t.budget}
      rows={lines}
      rowKey={(line) => line.id}
      group={(line) => ({ key: line.section, cells: [line.section, <Money key="sum" amount={sumOf(line.section)} />] })}
      columns={[
        {
          head: t.line,
          cell: (line) => (
            <>
              {line.description}
              <small className="tn">
                {formatDecimal(line.volume ?? "0", language)} {line.unit} × {formatRupiah(line.unitPrice ?? 0n, language)}
              </small>
              {line.tax && <small className="tn">{taxText(line, language)}</small>}
              {line.memberId !== null && <small className="tn">{partsText(draft, line, language)}</small>}
            </>
          ),
        },
        { head: t.amount, align: "right", cell: (line) => <Money amount={amountOfLine(line) ?? 0n} /> },
      ]}
      foot={[t.total, <Money key="total" amount={total} />]}
    />
  );
}

function Tranches({ view }: { view: VerificationView }) {
  const t = useMessages(readingMessages).proposal;
  const language = useLanguage();
  return (
    <TerminList
      items={view.draft.tranches.map((tranche, index) => ({
        key: String(index),
        level: 0,
        todo: true,
        title: `${language === "id" ? "Termin" : "Tranche"} ${index + 1}: ${tranche.title}`,
        amount: tranche.amount ?? 0n,
        text: [tranche.condition, tranche.plannedOn && t.planned(formatDay(tranche.plannedOn, language))].filter(Boolean).join(". "),
      }))}
    />
  );
}

function Indicators({ view }: { view: VerificationView }) {
  const t = useMessages(readingMessages).proposal;
  const language = useLanguage();
  return (
    <Table
      label={t.indicators}
      rows={view.draft.indicators}
      rowKey={(indicator) => indicator.id}
      columns={[
        {
          head: t.indicators,
          cell: ({ name, code }) => (
            <>
              {name}
              {code && <small className="tn">{kindOf(code)?.[language === "id" ? "definitionId" : "definitionEn"]}</small>}
            </>
          ),
        },
        { head: t.baseline, align: "right", cell: (indicator) => formatDecimal(indicator.baseline ?? "0", language) },
        { head: t.target, align: "right", cell: (indicator) => `${formatDecimal(indicator.target ?? "0", language)} ${indicator.unit}` },
      ]}
    />
  );
}
