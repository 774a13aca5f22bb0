import { paragraphsOf } from "~/kernel/text";
import { DescriptionList } from "~/components/description-list";
import { useLanguage, useMessages } from "~/components/language";
import { Money } from "~/components/money";
import { DocumentPaper, Section } from "~/components/page";
import { Table } from "~/components/table";
import { formatDay } from "~/kernel/dates";
import { formatRupiah, formatWhole } from "~/kernel/money";
import { paperMessages } from "../document/paper-messages";
import { fieldMessages } from "../field-label";
import { ContributionTable } from "../plan/contribution-table";
import { PeopleTable } from "../plan/people-table";
import { planMessages, taxText } from "../plan/plan-messages";
import { RiskTable } from "../plan/risk-table";
import { ScheduleTable } from "../plan/schedule-table";
import { amountOfLine, budgetTotal, formatDecimal, memberTotals } from "../proposal-draft";
import { proposalMessages } from "../proposal-messages";
import type { PrintView } from "./print-view.server";

/** The whole proposal on paper, in the order of the editor; the browser prints it or keeps it as a PDF. */
export function ProposalPaper({ view }: { view: PrintView }) {
  const words = useMessages(proposalMessages);
  const plan = useMessages(planMessages);
  const paper = useMessages(paperMessages);
  const { draft } = view;
  return (
    <DocumentPaper>
      <Section title={words.section.story}>
        <div className="prose" lang="id">
          <p>
            <b>{draft.summary}</b>
          </p>
          {paragraphsOf(draft.story).map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
      </Section>
      <Section title={words.section.people}>
        <People view={view} />
        <PeopleTable figures={draft} groups={view.needs} />
      </Section>
      <Section title={plan.schedule.title}>
        <ScheduleTable activities={draft.activities} />
      </Section>
      {draft.members.length > 0 && (
        <Section title={words.section.members}>
          <Members view={view} />
        </Section>
      )}
      <Section title={words.section.budget}>
        <Budget view={view} />
      </Section>
      {draft.contributions.length > 0 && (
        <Section title={plan.own.title} hint={plan.own.hint}>
          <ContributionTable rows={draft.contributions} />
        </Section>
      )}
      <Section title={words.section.tranches}>
        <Tranches view={view} />
      </Section>
      <Section title={words.section.indicators}>
        <Indicators view={view} />
      </Section>
      <Section title={plan.risks.title}>
        <RiskTable risks={draft.risks} />
      </Section>
      {view.files.length > 0 && (
        <Section title={paper.attachments}>
          <ul>
            {view.files.map((file) => (
              <li key={file.fileId}>{file.title || file.name}</li>
            ))}
          </ul>
        </Section>
      )}
    </DocumentPaper>
  );
}

type ViewProps = { view: PrintView };

function People({ view: { draft, area, needs } }: ViewProps) {
  const t = useMessages(fieldMessages).field;
  const words = useMessages(proposalMessages);
  const language = useLanguage();
  const day = (value: string | null): string => (value ? formatDay(value, language) : "–");
  return (
    <DescriptionList
      items={[
        {
          term: t.beneficiaries,
          value: draft.beneficiaries === null ? "–" : `${formatWhole(draft.beneficiaries, language)} ${draft.beneficiaryUnit}`,
        },
        { term: t.needs, value: needs.map((need) => (language === "id" ? need.nameId : need.nameEn)).join(", ") || "–" },
        { term: t.areaCode, value: [draft.place, area].filter(Boolean).join(", ") || "–" },
        { term: `${t.startsOn} – ${t.endsOn}`, value: `${day(draft.startsOn)} – ${day(draft.endsOn)}` },
        { term: t.openUntil, value: day(draft.openUntil) },
        draft.pillar !== null && { term: t.pillar, value: words.pillar[draft.pillar] },
        { term: t.goals, value: draft.goals.join(", ") || "–" },
      ]}
    />
  );
}

function Members({ view: { draft } }: ViewProps) {
  const words = useMessages(proposalMessages);
  const totals = memberTotals(draft.lines);
  return (
    <Table
      label={words.section.members}
      rows={draft.members}
      rowKey={(member) => member.id}
      columns={[
        { head: words.section.members, cell: (member) => [member.name, member.village, member.coordinator].filter(Boolean).join(" · ") },
        { head: "Rp", label: "Rp", align: "right", cell: (member) => <Money amount={totals.get(member.id) ?? 0n} /> },
      ]}
    />
  );
}

function Budget({ view: { draft } }: ViewProps) {
  const words = useMessages(proposalMessages);
  const language = useLanguage();
  return (
    <Table
      label={words.section.budget}
      rows={draft.lines}
      rowKey={(line) => line.id}
      columns={[
        {
          head: words.section.budget,
          cell: (line) => (
            <>
              {line.description}
              <small className="tn">
                {line.section} · {formatDecimal(line.volume ?? "0", language)} {line.unit} × {formatRupiah(line.unitPrice ?? 0n, language)}
              </small>
              {line.tax && <small className="tn">{taxText(line, language)}</small>}
            </>
          ),
        },
        { head: "Rp", label: "Rp", align: "right", cell: (line) => <Money amount={amountOfLine(line) ?? 0n} /> },
      ]}
      foot={["", <Money key="total" amount={budgetTotal(draft.lines)} />]}
    />
  );
}

function Tranches({ view: { draft } }: ViewProps) {
  const words = useMessages(proposalMessages);
  const t = useMessages(fieldMessages);
  const language = useLanguage();
  return (
    <Table
      label={words.section.tranches}
      rows={draft.tranches.map((tranche, index) => ({ ...tranche, n: index + 1 }))}
      rowKey={(tranche) => String(tranche.n)}
      columns={[
        {
          head: words.section.tranches,
          cell: (tranche) => (
            <>
              {t.tranche(tranche.n)}: {tranche.title}
              <small className="tn">
                {[tranche.condition, tranche.plannedOn && formatDay(tranche.plannedOn, language)].filter(Boolean).join(" · ")}
              </small>
            </>
          ),
        },
        { head: "Rp", label: "Rp", align: "right", cell: (tranche) => <Money amount={tranche.amount ?? 0n} /> },
      ]}
    />
  );
}

function Indicators({ view: { draft } }: ViewProps) {
  const words = useMessages(proposalMessages);
  const language = useLanguage();
  return (
    <ul>
      {draft.indicators.map((indicator) => (
        <li key={indicator.id}>
          {indicator.name}: <span className="n">{formatDecimal(indicator.baseline ?? "0", language)}</span> →{" "}
          <span className="n">{formatDecimal(indicator.target ?? "0", language)}</span> {indicator.unit}
        </li>
      ))}
      {draft.indicators.length === 0 && <li>{words.section.indicators}: –</li>}
    </ul>
  );
}
