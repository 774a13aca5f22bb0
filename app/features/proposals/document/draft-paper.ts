import { paragraphsOf } from "~/kernel/text";
import { type Day, formatDay, formatInstant } from "~/kernel/dates";
import type { Language } from "~/kernel/messages";
import { formatRupiah, formatWhole, sum } from "~/kernel/money";
import { fieldMessages } from "../field-label";
import { planMessages } from "../plan/plan-messages";
import type { PrintView } from "../print/print-view.server";
import { isEditable, isPublic } from "../proposal";
import { budgetTotal, formatDecimal, memberTotals } from "../proposal-draft";
import { proposalMessages } from "../proposal-messages";
import { type Fact, type Paper, type PaperPart, type PaperSection, cell } from "./paper";
import { paperMessages } from "./paper-messages";
import { budgetPart, contributionPart, nothing, peopleTable, riskPart, schedulePart, budgetSections, tranchePart } from "./paper-parts";

/** A proposal as its organisation has it, on paper: the same view as the page for printing, in the same order. */
export function draftPaper(view: PrintView, language: Language, printedAt: Date): Paper {
  const { draft } = view;
  const t = paperMessages[language];
  const title = draft.title || t.untitled;
  return {
    language,
    organization: view.organizationName,
    organizationNote: "",
    kind: t.proposal,
    title,
    place: placeOf(view),
    reference: referenceOf(view, language, printedAt),
    mark: markOf(view, language),
    warnings: [],
    sections: [...before(view, language), ...money(view, language), ...after(view, language)],
    foot: [view.code, `${t.version} ${view.version}`, title].filter(Boolean).join(" · "),
  };
}

/** Across every page of what isn't published: that it is a draft, or in which state it is. */
function markOf({ status }: PrintView, language: Language): string | null {
  if (isPublic(status)) return null;
  return isEditable(status) ? paperMessages[language].draft : proposalMessages[language].status[status].toUpperCase();
}

function placeOf({ draft, area }: PrintView): string {
  return [draft.place, area].filter(Boolean).join(", ");
}

function referenceOf(view: PrintView, language: Language, printedAt: Date): Fact[] {
  const t = paperMessages[language];
  return [
    ...(view.code ? [{ term: t.code, value: view.code }] : []),
    { term: t.version, value: String(view.version) },
    { term: t.status, value: proposalMessages[language].status[view.status] },
    { term: t.saved, value: formatInstant(view.updatedAt, language) },
    { term: t.printed, value: formatInstant(printedAt, language) },
  ];
}

function before(view: PrintView, language: Language): PaperSection[] {
  const { draft } = view;
  const words = proposalMessages[language];
  const table = peopleTable(draft, view.needs, language);
  return [
    {
      title: words.section.story,
      parts: orNothing([{ kind: "prose", lead: draft.summary, paragraphs: paragraphsOf(draft.story) }], language),
    },
    {
      title: words.section.people,
      parts: [{ kind: "facts", facts: peopleFacts(view, language) }, ...(table ? [table] : [])],
    },
    { title: planMessages[language].schedule.title, parts: orNothing([schedulePart(draft.activities, language)], language) },
  ];
}

function peopleFacts(view: PrintView, language: Language): Fact[] {
  const { draft, needs } = view;
  const t = fieldMessages[language].field;
  const day = (value: Day | null) => (value ? formatDay(value, language) : nothing);
  return [
    {
      term: t.beneficiaries,
      value: draft.beneficiaries === null ? nothing : `${formatWhole(draft.beneficiaries, language)} ${draft.beneficiaryUnit}`,
    },
    { term: t.needs, value: needs.map((need) => (language === "id" ? need.nameId : need.nameEn)).join(", ") || nothing },
    { term: t.areaCode, value: placeOf(view) || nothing },
    { term: `${t.startsOn} – ${t.endsOn}`, value: `${day(draft.startsOn)} – ${day(draft.endsOn)}` },
    { term: t.openUntil, value: day(draft.openUntil) },
    ...(draft.pillar ? [{ term: t.pillar, value: proposalMessages[language].pillar[draft.pillar] }] : []),
    { term: t.goals, value: draft.goals.join(", ") || nothing },
  ];
}

function money({ draft }: PrintView, language: Language): PaperSection[] {
  const words = proposalMessages[language].section;
  const own = planMessages[language].own;
  const total = budgetTotal(draft.lines);
  const tranches = draft.tranches.map(({ title, condition, plannedOn, amount }, index) => ({
    name: cell(`${fieldMessages[language].tranche(index + 1)}: ${title}`),
    condition,
    plannedOn,
    amount,
  }));
  return [
    ...(draft.members.length > 0 ? [{ title: words.members, parts: [memberPart(draft, language)] }] : []),
    {
      title: words.budget,
      parts: draft.lines.length > 0 ? [budgetPart(budgetSections(draft.lines), total, language)] : orNothing([], language),
    },
    ...(draft.contributions.length > 0
      ? [{ title: own.title, hint: own.hint, parts: [contributionPart(draft.contributions, language)] }]
      : []),
    { title: words.tranches, parts: tranches.length > 0 ? tranchePart(tranches, total, language) : orNothing([], language) },
  ];
}

function memberPart({ members, lines }: PrintView["draft"], language: Language): PaperPart {
  const t = paperMessages[language];
  const totals = memberTotals(lines);
  const amounts = members.map((member) => totals.get(member.id) ?? 0n);
  return {
    kind: "table",
    columns: [
      { head: t.group, width: 75 },
      { head: t.amount, width: 25, align: "right" },
    ],
    rows: members.map((member, index) => ({
      cells: [
        cell(member.name || nothing, [member.village, member.coordinator].filter(Boolean).join(" · ")),
        cell(formatRupiah(amounts[index] ?? 0n, language)),
      ],
    })),
    foot: [t.amount, formatRupiah(sum(amounts), language)],
  };
}

function after({ draft, files, status }: PrintView, language: Language): PaperSection[] {
  const t = paperMessages[language];
  const words = proposalMessages[language];
  return [
    { title: words.section.indicators, parts: orNothing([indicatorPart(draft, language)], language) },
    { title: planMessages[language].risks.title, parts: orNothing([riskPart(draft.risks, language)], language) },
    { title: t.attachments, parts: orNothing([{ kind: "list", items: files.map((file) => file.title || file.name) }], language) },
    {
      title: t.verification,
      parts: [
        { kind: "facts", facts: [{ term: t.status, value: words.status[status] }] },
        ...(isPublic(status) ? [] : [{ kind: "note" as const, text: t.notYetVerified }]),
      ],
    },
  ];
}

function indicatorPart({ indicators }: PrintView["draft"], language: Language): PaperPart {
  const t = paperMessages[language];
  const value = (number: string | null, unit: string) =>
    number === null ? nothing : `${formatDecimal(number, language)}${unit === "%" ? "%" : ` ${unit}`}`.trim();
  return {
    kind: "table",
    columns: [
      { head: proposalMessages[language].section.indicators, width: 56 },
      { head: t.baseline, width: 22, align: "right" },
      { head: t.target, width: 22, align: "right" },
    ],
    rows: indicators.map(({ name, unit, baseline, target }) => ({
      cells: [cell(name), cell(value(baseline, unit)), cell(value(target, unit))],
    })),
  };
}

/** The parts, or one sentence that nothing was written here yet. */
function orNothing(parts: readonly PaperPart[], language: Language): readonly PaperPart[] {
  return parts.some(says) ? parts : [{ kind: "note", text: paperMessages[language].nothing }];
}

function says(part: PaperPart): boolean {
  if (part.kind === "prose") return part.lead !== "" || part.paragraphs.length > 0;
  if (part.kind === "table") return part.rows.length > 0;
  return part.kind === "list" ? part.items.length > 0 : true;
}
