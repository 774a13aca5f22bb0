import type { PractitionerElement } from "~/features/identity/actor";
import { type Day, addDays } from "~/kernel/dates";
import { psksElements } from "#db/reference/psks-elements";

export const guidanceStatuses = ["draft", "published", "withdrawn"] as const;
export type GuidanceStatus = (typeof guidanceStatuses)[number];

/** Every transition there is: published again is a new version that stands beside the old ones. */
const transitions: Readonly<Record<GuidanceStatus, readonly GuidanceStatus[]>> = {
  draft: ["published"],
  published: ["published", "withdrawn"],
  withdrawn: ["published"],
};

export function mayBecome(from: GuidanceStatus, to: GuidanceStatus): boolean {
  return transitions[from].includes(to);
}

export const guidanceTopics = ["standing", "budget", "receipts", "reporting", "emergency", "people"] as const;
export type GuidanceTopic = (typeof guidanceTopics)[number];

/** Who writes guidance. */
export const writers = ["functional_extension_officer"] as const satisfies readonly PractitionerElement[];

type ElementCode = (typeof psksElements)[number]["code"];
export const elementCodes = psksElements.map((element) => element.code) as [ElementCode, ...ElementCode[]];

export function isElementCode(value: unknown): value is ElementCode {
  return elementCodes.some((code) => code === value);
}

/** The name of an element in both languages, or its code. */
export function elementName(code: string): { id: string; en: string } {
  const element = psksElements.find((one) => one.code === code);
  return element ? { id: element.id, en: element.en } : { id: code, en: code };
}

/** The word of an element in addresses: "karang-taruna". */
export function elementPath(code: string): string {
  return code.replaceAll("_", "-");
}

export function elementOfPath(path: string): ElementCode | undefined {
  const code = path.replaceAll("-", "_");
  return isElementCode(code) ? code : undefined;
}

type Aim = { areas: readonly string[]; elements: readonly string[] };

/** Whether a text aimed at areas and elements is meant for a reader: no area means everywhere, and a larger area holds the smaller ones. */
export function isMeantFor(aim: Aim, reader: { area?: string | null; element?: string | null }): boolean {
  const { area, element } = reader;
  const fitsElement = !element || aim.elements.length === 0 || aim.elements.includes(element);
  const fitsArea = !area || aim.areas.length === 0 || aim.areas.some((one) => overlap(one, area));
  return fitsElement && fitsArea;
}

function overlap(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`);
}

const wordsInAMinute = 180;

/** Whole minutes that a text takes to read, at least one. */
export function readingMinutes(text: string): number {
  return Math.max(1, Math.ceil(text.split(/\s+/).filter(Boolean).length / wordsInAMinute));
}

/** Guidance is looked over again twice a year. */
export function checkAgainOn(publishedOn: Day): Day {
  return addDays(publishedOn, 182);
}

/** What lacks before a text can be published, by field. */
export function articleIssues(article: { title: string; summary: string; body: string }): { field: string; code: string }[] {
  const issues = [];
  if (article.title.length < 8) issues.push({ field: "title", code: "title_short" });
  if (article.summary.length < 20) issues.push({ field: "summary", code: "summary_short" });
  if (article.body.length < 80) issues.push({ field: "body", code: "body_short" });
  return issues;
}
