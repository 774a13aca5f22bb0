import type { Conflict } from "~/components/conflict-choices";
import { formatDay, isDay } from "~/kernel/dates";
import type { Language } from "~/kernel/messages";
import { formatRupiah, formatWhole } from "~/kernel/money";
import { formatMonth } from "~/kernel/months";
import type { Side } from "~/kernel/three-way";
import { fieldLabel } from "../field-label";
import { planMessages, taxText } from "../plan/plan-messages";
import { type DraftLine, type ProposalDraft, formatDecimal } from "../proposal-draft";
import { type Pillar, pillars } from "../proposal";
import { proposalMessages } from "../proposal-messages";
import type { EditorView } from "./editor-view.server";

type Asked = Readonly<Record<string, Side | undefined>>;

/** Both versions of each part in conflict, in words: `typed` has what the writer wrote, `stored` what is saved. */
export function conflictTexts(
  units: readonly string[],
  { typed, stored, asked, names }: { typed: EditorView; stored: EditorView; asked: Asked; names: ReadonlyMap<string, string> },
  language: Language,
): Conflict[] {
  return units.map((unit) => {
    const rows = { ...stored.draft, lines: [...stored.draft.lines, ...typed.draft.lines.filter((line) => !has(stored, line.id))] };
    return {
      unit,
      label: fieldLabel(unit, rows, language),
      mine: textOf(unit, typed, names, language),
      saved: textOf(unit, stored, names, language),
      unanswered: unit in asked && asked[unit] === undefined,
    };
  });
}

function has(view: EditorView, lineId: string): boolean {
  return view.draft.lines.some((line) => line.id === lineId);
}

/** A part as one reads it. What could not be read as a number stands as it was typed; a row that is gone has no text. */
function textOf(unit: string, view: EditorView, names: ReadonlyMap<string, string>, language: Language): string {
  const unread = view.unread[view.section] ?? {};
  const [field = "", key] = unit.split(".");
  if (key === undefined) return unread[field] ?? valueText(field, view.draft[field as keyof ProposalDraft], names, language);
  const typed = Object.entries(unread).filter(([name]) => name.startsWith(`${unit}.`));
  return [rowText(field, key, view, names, language), ...typed.map(([, text]) => `“${text}”`)].filter(Boolean).join(" · ");
}

function valueText(field: string, value: unknown, names: ReadonlyMap<string, string>, language: Language): string {
  if (value === null || value === undefined || value === "") return "";
  if (Array.isArray(value))
    return value.map((one) => names.get(String(one)) ?? (field === "goals" ? `TPB ${one}` : String(one))).join(", ");
  if (typeof value === "boolean") return value ? (language === "id" ? "Ya" : "Yes") : language === "id" ? "Tidak" : "No";
  if (typeof value === "number") return formatWhole(value, language);
  const text = String(value);
  if (field === "pillar" && pillars.some((pillar) => pillar === text)) return proposalMessages[language].pillar[text as Pillar];
  return names.get(text) ?? (isDay(text) ? formatDay(text, language) : text);
}

function rowText(field: string, key: string, view: EditorView, names: ReadonlyMap<string, string>, language: Language): string {
  const { draft } = view;
  if (field === "needPeople") {
    const people = draft.needPeople.find((one) => one.code === key)?.people;
    return people === undefined ? "" : [names.get(key), formatWhole(people, language)].filter(Boolean).join(" · ");
  }
  if (field === "answers") {
    const people = draft.answers.find((one) => one.needId === key)?.people;
    return people === undefined ? "" : [names.get(key), formatWhole(people, language)].filter(Boolean).join(" · ");
  }
  if (field === "members") {
    const member = draft.members.find((one) => one.id === key);
    return member ? [member.name, member.village, member.coordinator].filter(Boolean).join(" · ") : "";
  }
  if (field === "lines") {
    const line = draft.lines.find((one) => one.id === key);
    if (!line) return "";
    return [
      line.section,
      line.description,
      priceText(line, language),
      taxText(line, language),
      draft.members.find((one) => one.id === line.memberId)?.name,
    ]
      .filter(Boolean)
      .join(" · ");
  }
  if (field === "tranches") {
    const tranche = draft.tranches[Number(key) - 1];
    const planned = tranche?.plannedOn && formatDay(tranche.plannedOn, language);
    return tranche
      ? [tranche.title, formatRupiah(tranche.amount ?? 0n, language), tranche.condition, planned].filter(Boolean).join(" · ")
      : "";
  }
  return planText(field, key, view, language) ?? view.files.find((file) => file.fileId === key)?.title ?? "";
}

/** Rows of the plan that are no lines: undefined for other kinds, empty for a row that is gone. */
function planText(field: string, key: string, { draft }: EditorView, language: Language): string | undefined {
  const words = planMessages[language];
  switch (field) {
    case "indicators": {
      const row = draft.indicators.find((one) => one.id === key);
      const [baseline, target] = [formatDecimal(row?.baseline ?? "0", language), formatDecimal(row?.target ?? "0", language)];
      return row ? `${row.name} · ${baseline} → ${target} ${row.unit}` : "";
    }
    case "contributions": {
      const row = draft.contributions.find((one) => one.id === key);
      return row ? [words.own.kind[row.kind], row.description, priceText(row, language)].filter(Boolean).join(" · ") : "";
    }
    case "activities": {
      const row = draft.activities.find((one) => one.id === key);
      const months = [row?.from, row?.to].flatMap((month) => (month ? formatMonth(month, language) : []));
      return row ? [row.name, months.join(" – ")].filter(Boolean).join(" · ") : "";
    }
    case "risks": {
      const row = draft.risks.find((one) => one.id === key);
      return row ? [row.risk, row.likelihood && words.risks.level[row.likelihood], row.mitigation].filter(Boolean).join(" · ") : "";
    }
    default:
      return undefined;
  }
}

function priceText(row: Pick<DraftLine, "volume" | "unit" | "unitPrice">, language: Language): string {
  return `${formatDecimal(row.volume ?? "0", language)} ${row.unit} × ${formatRupiah(row.unitPrice ?? 0n, language)}`;
}
