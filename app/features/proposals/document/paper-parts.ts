import { formatDay } from "~/kernel/dates";
import type { Language } from "~/kernel/messages";
import { type Rupiah, formatRupiah, formatWhole } from "~/kernel/money";
import { formatMonths } from "~/kernel/months";
import { letterOf } from "~/kernel/text";
import { type GroupFigure, type PeopleFigures, peopleParts } from "../people";
import { planMessages, taxText } from "../plan/plan-messages";
import {
  type DraftActivity,
  type DraftContribution,
  type DraftLine,
  type DraftRisk,
  amountOfLine,
  budgetTotal,
  formatDecimal,
} from "../proposal-draft";
import { type Cell, type PaperPart, type Row, cell } from "./paper";
import { paperMessages } from "./paper-messages";

export const nothing = "–";

export type PaperLine = Pick<DraftLine, "description" | "volume" | "unit" | "unitPrice" | "tax">;
type BudgetSection = { name: string; lines: readonly PaperLine[]; amount: Rupiah };

/** The budget section by section, each line with its tax, and the total that funders are asked for. */
export function budgetPart(sections: readonly BudgetSection[], total: Rupiah, language: Language): PaperPart {
  const t = paperMessages[language];
  const money = (amount: Rupiah | null | undefined) => (amount === null || amount === undefined ? nothing : formatRupiah(amount, language));
  return {
    kind: "table",
    columns: [
      { head: t.item, width: 47 },
      { head: t.volume, width: 16, align: "right" },
      { head: t.unitPrice, width: 18, align: "right" },
      { head: t.amount, width: 19, align: "right" },
    ],
    rows: sections.flatMap(({ name, lines, amount }, index): Row[] => [
      { group: true, cells: [cell(`${letterOf(index)}. ${name}`), cell(""), cell(""), cell(money(amount))] },
      ...lines.map((line) => ({
        cells: [
          cell(line.description, taxText(line, language)),
          cell(line.volume === null ? nothing : `${formatDecimal(line.volume, language)} ${line.unit}`.trim()),
          cell(money(line.unitPrice)),
          cell(money(amountOfLine(line))),
        ],
      })),
    ]),
    foot: [t.total, "", "", money(total)],
  };
}

/** Lines under the sections that they name, in the order of first appearance, as the program's page has them. */
export function budgetSections(lines: readonly (PaperLine & { section: string })[]): BudgetSection[] {
  const names = [...new Set(lines.map((line) => line.section))];
  return names.map((name) => {
    const own = lines.filter((line) => line.section === name);
    return { name: name || nothing, lines: own, amount: budgetTotal(own) };
  });
}

/** Who benefits, part by part, with nothing that the figures have not been cleared to show; undefined where no part is given. */
export function peopleTable(figures: PeopleFigures, groups: readonly GroupFigure[], language: Language): PaperPart | undefined {
  const t = planMessages[language].people;
  const count = (people: number | "below") => (people === "below" ? t.below : formatWhole(people, language));
  const rows = [
    ...(["people", "indirect", ...peopleParts] as const).map((part) => ({ name: t[part], people: figures[part] })),
    ...groups.map((group) => ({ name: language === "id" ? group.nameId : group.nameEn, people: group.people })),
  ].flatMap(({ name, people }): Row[] => (people === null ? [] : [{ cells: [cell(name), cell(count(people))] }]));
  if (rows.length === 0) return undefined;
  return {
    kind: "table",
    columns: [
      { head: t.group, width: 75 },
      { head: t.count, width: 25, align: "right" },
    ],
    rows,
  };
}

export function contributionPart(rows: readonly DraftContribution[], language: Language): PaperPart {
  const t = planMessages[language].own;
  const words = paperMessages[language];
  return {
    kind: "table",
    columns: [
      { head: t.item, width: 47 },
      { head: words.volume, width: 16, align: "right" },
      { head: words.unitPrice, width: 18, align: "right" },
      { head: t.value, width: 19, align: "right" },
    ],
    rows: rows.map((row) => ({
      cells: [
        cell(row.description, t.kind[row.kind]),
        cell(row.volume === null ? nothing : `${formatDecimal(row.volume, language)} ${row.unit}`.trim()),
        cell(row.unitPrice === null ? nothing : formatRupiah(row.unitPrice, language)),
        cell(formatRupiah(amountOfLine(row) ?? 0n, language)),
      ],
    })),
    foot: [t.total, "", "", formatRupiah(budgetTotal(rows), language)],
  };
}

export function schedulePart(activities: readonly DraftActivity[], language: Language): PaperPart {
  const t = planMessages[language].schedule;
  return {
    kind: "table",
    columns: [
      { head: t.activity, width: 65 },
      { head: t.months, width: 35 },
    ],
    rows: activities.map(({ name, from, to }) => ({ cells: [cell(name), cell(from && to ? formatMonths(from, to, language) : nothing)] })),
  };
}

export function riskPart(risks: readonly DraftRisk[], language: Language): PaperPart {
  const t = planMessages[language].risks;
  return {
    kind: "table",
    columns: [
      { head: t.risk, width: 42 },
      { head: t.likelihood, width: 16 },
      { head: t.mitigation, width: 42 },
    ],
    rows: risks.map(({ risk, likelihood, mitigation }) => ({
      cells: [cell(risk), cell(likelihood ? t.level[likelihood] : nothing), cell(mitigation)],
    })),
  };
}

export type PaperTranche = { name: Cell; condition: string; plannedOn: string | null; amount: Rupiah | null };

/** The termin plan with its sum, and whether it is the total of the budget, as it has to be once it is sent. */
export function tranchePart(tranches: readonly PaperTranche[], total: Rupiah, language: Language): PaperPart[] {
  const t = paperMessages[language];
  const planned = tranches.reduce((all, { amount }) => all + (amount ?? 0n), 0n);
  const money = (amount: Rupiah) => formatRupiah(amount, language);
  return [
    {
      kind: "table",
      columns: [
        { head: t.tranche, width: 34 },
        { head: t.condition, width: 32 },
        { head: t.planned, width: 15 },
        { head: t.amount, width: 19, align: "right" },
      ],
      rows: tranches.map(({ name, condition, plannedOn, amount }) => ({
        cells: [
          name,
          cell(condition || nothing),
          cell(plannedOn ? formatDay(plannedOn, language) : nothing),
          cell(amount === null ? nothing : money(amount)),
        ],
      })),
      foot: [t.trancheTotal, "", "", money(planned)],
    },
    { kind: "note", text: planned === total ? t.trancheEqual : t.trancheDiffers(money(planned), money(total)) },
  ];
}
