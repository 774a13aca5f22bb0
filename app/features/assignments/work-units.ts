import type { Conflict } from "~/components/conflict-choices";
import { checkResults } from "~/features/proposals/proposal";
import type { Language } from "~/kernel/messages";
import { type Side, type Units, mergeUnits } from "~/kernel/three-way";
import type { Answer, Question, Said } from "./assignment";
import { assignmentMessages } from "./assignment-messages";

/** What a task says, by the names of its form's fields. */
export function workUnits(said: Said): Units {
  const tidy = (text: string) => text.replaceAll("\r\n", "\n").trim();
  return {
    ...Object.fromEntries(
      said.answers.flatMap(({ item, answer, note }) => [
        [`jawaban-${item}`, answer ?? ""],
        [`catatan-${item}`, tidy(note)],
      ]),
    ),
    finding: tidy(said.finding),
    statement: tidy(said.statement),
    confirmsArrival: said.confirmsArrival ? "ya" : "",
    result: said.result ?? "",
  };
}

type Other = { base: Readonly<Record<string, string>>; saved: Said; asked: Readonly<Record<string, Side | undefined>> };

/** What was typed with each part from the device that changed it, and the parts that both changed, which stay as typed. */
export function mergeWork(typed: Said, { base, saved, asked }: Other): { merged: Said; conflicts: string[] } {
  const [mine, stored] = [workUnits(typed), workUnits(saved)];
  const { take, conflicts } = mergeUnits({ base, asked, mine, saved: stored });
  const of = (name: string): string => (take.get(name) === "saved" ? stored[name] : mine[name]) ?? "";
  const items = [...new Set([...typed.answers, ...saved.answers].map(({ item }) => item))];
  const answers = items.map((item): Answer => ({ item, answer: resultIn(of(`jawaban-${item}`)), note: of(`catatan-${item}`) }));
  return {
    merged: {
      answers,
      finding: of("finding"),
      statement: of("statement"),
      confirmsArrival: of("confirmsArrival") === "ya",
      result: resultIn(of("result")),
    },
    conflicts,
  };
}

function resultIn(text: string) {
  return checkResults.find((result) => result === text) ?? null;
}

/** Both versions of each part in conflict, in words. */
export function workConflicts(
  names: readonly string[],
  { typed, saved, asked }: { typed: Said; saved: Said; asked: Other["asked"] },
  items: readonly Question[],
  language: Language,
): Conflict[] {
  const t = assignmentMessages[language];
  const [mine, stored] = [workUnits(typed), workUnits(saved)];
  const words = (unit: string, text: string | undefined): string => {
    const result = resultIn(text ?? "");
    if (unit === "result") return result ? t.results[result] : "";
    if (unit === "confirmsArrival") return text === "ya" ? t.page.yes : t.page.no;
    return unit.startsWith("jawaban-") ? (result ? t.answers[result] : "") : (text ?? "");
  };
  return names.map((unit) => ({
    unit,
    label: labelOf(unit, items, language),
    mine: words(unit, mine[unit]),
    saved: words(unit, stored[unit]),
    unanswered: unit in asked && asked[unit] === undefined,
  }));
}

function labelOf(unit: string, items: readonly Question[], language: Language): string {
  const { page } = assignmentMessages[language];
  const [, kind, code] = /^(jawaban|catatan)-(.+)$/.exec(unit) ?? [];
  if (!code) return { finding: page.finding, statement: page.statement, confirmsArrival: page.confirms, result: page.result }[unit] ?? unit;
  const at = items.findIndex((item) => item.code === code);
  const question = language === "id" ? items[at]?.questionId : items[at]?.questionEn;
  return kind === "catatan" ? `${page.note} ${at + 1}: ${question}` : `${at + 1}. ${question}`;
}
