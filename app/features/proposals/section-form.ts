import { mostPeople } from "~/features/needs/need";
import { parseDay } from "~/kernel/dates";
import { isId } from "~/kernel/ids";
import { parseMonth } from "~/kernel/months";
import { readContributions, readLines } from "./budget-form";
import type { DraftPatch } from "./draft-patch";
import { FormReader, positive } from "./form-reader";
import { kindOf } from "./indicator-kinds";
import { countsPeople, peopleParts } from "./people";
import { type Pillar, type Section, likelihoods, pillars } from "./proposal";
import { parseCount, parseDecimal, parsePrice } from "./proposal-draft";

/** What one step of the editor sent: what could be read, and the text of what could not. */
export type SectionForm = { patch: DraftPatch; unread: Record<string, string> };

/** Reads a step of the editor as loosely as a draft allows. Only what the step shows is in the patch. */
export function readSection(section: Section, form: FormData): SectionForm {
  const reader = new FormReader(form);
  const patch = readers[section](reader);
  return { patch, unread: reader.unread };
}

const readers: Readonly<Record<Section, (reader: FormReader) => DraftPatch>> = {
  story: readStory,
  people: readPeople,
  area: readArea,
  members: (reader) => ({ members: readMembers(reader) }),
  plan: (reader) => ({ activities: readActivities(reader), risks: readRisks(reader) }),
  budget: (reader) => ({
    lines: readLines(reader),
    // Whoever sends only lines (an import without swadaya) leaves the contributions as they are.
    ...(reader.text("contributionsAsked") ? { contributions: readContributions(reader) } : {}),
  }),
  tranches: (reader) => ({ tranches: readTranches(reader) }),
  indicators: (reader) => ({ indicators: readIndicators(reader) }),
  payee: readPayee,
  review: () => ({}),
};

function readStory(reader: FormReader): DraftPatch {
  const goal = (value: string): number[] => (/^([1-9]|1[0-7])$/.test(value) ? [Number(value)] : []);
  const primary = goal(reader.text("primaryGoal"));
  return {
    title: reader.text("title").trim(),
    summary: reader.text("summary").trim(),
    story: reader.text("story"),
    pillar: pillars.find((pillar): pillar is Pillar => pillar === reader.text("pillar")) ?? null,
    goals: [...new Set([...primary, ...reader.all("goals").flatMap(goal)])],
  };
}

function readPeople(reader: FormReader): DraftPatch {
  const unit = reader.text("beneficiaryUnit").trim();
  const people = reader.value("people", (typed) => positive(parseCount(typed)));
  // Where the beneficiaries are counted in people, their number is said already.
  if (countsPeople(unit)) delete reader.unread.people;
  return {
    needs: reader.all("needs"),
    ...(reader.text("needPeopleAsked") ? { needPeople: readNeedPeople(reader) } : {}),
    ...(reader.text("answersAsked") ? { answers: readAnswers(reader) } : {}),
    beneficiaries: reader.value("beneficiaries", (typed) => positive(parseCount(typed))),
    beneficiaryUnit: unit,
    people: countsPeople(unit) ? null : people,
    indirect: reader.value("indirect", parseCount),
    ...Object.fromEntries(peopleParts.map((part) => [part, reader.value(part, parseCount)])),
    ledByWoman: reader.text("ledByWoman") === "ya",
    ...(reader.text("urgentAsked") ? { urgent: reader.text("urgent") === "ya" } : {}),
  };
}

/** Of groups that are still chosen; an empty field says nothing. */
function readNeedPeople(reader: FormReader): NonNullable<DraftPatch["needPeople"]> {
  const chosen = reader.all("needs");
  return [...new Set(reader.all("needPeople"))].flatMap((code) => {
    if (!chosen.includes(code)) return [];
    const people = reader.value(`needPeople.${code}.people`, peopleOfNeed);
    return people === null ? [] : [{ code, people }];
  });
}

/** Only needs with a number of people are named; an empty field names nothing. */
function readAnswers(reader: FormReader): NonNullable<DraftPatch["answers"]> {
  return reader.rowIds("answers").flatMap((needId) => {
    const people = reader.value(`answers.${needId}.people`, peopleOfNeed);
    return people === null ? [] : [{ needId, people }];
  });
}

function readArea(reader: FormReader): DraftPatch {
  const code = reader.text("areaCode");
  return {
    ...(code === "" ? {} : { areaCode: code }),
    place: reader.text("place").trim(),
    startsOn: reader.value("startsOn", parseDay),
    endsOn: reader.value("endsOn", parseDay),
    openUntil: reader.value("openUntil", parseDay),
  };
}

function readMembers(reader: FormReader): DraftPatch["members"] {
  return reader.rowIds("members").map((id) => {
    const text = (field: string): string => reader.text(`members.${id}.${field}`).trim();
    return { id, name: text("name"), village: text("village"), coordinator: text("coordinator") };
  });
}

function readTranches(reader: FormReader): NonNullable<DraftPatch["tranches"]> {
  return reader.all("tranches").map((_, index) => {
    const name = (field: string): string => `tranches.${index + 1}.${field}`;
    return {
      title: reader.text(name("title")).trim(),
      amount: reader.value(name("amount"), parsePrice),
      condition: reader.text(name("condition")).trim(),
      plannedOn: reader.value(name("plannedOn"), parseDay),
    };
  });
}

/** A known indicator has the unit of the catalogue, and its name where none is typed. */
function readIndicators(reader: FormReader): DraftPatch["indicators"] {
  return reader.rowIds("indicators").map((id) => {
    const name = (field: string): string => `indicators.${id}.${field}`;
    const kind = kindOf(reader.text(name("code")));
    return {
      id,
      code: kind?.code ?? null,
      name: reader.text(name("name")).trim() || (kind?.nameId ?? ""),
      unit: kind?.unit ?? reader.text(name("unit")).trim(),
      baseline: reader.value(name("baseline"), (typed) => parseDecimal(typed, 2)),
      target: reader.value(name("target"), (typed) => parseDecimal(typed, 2)),
    };
  });
}

function readActivities(reader: FormReader): NonNullable<DraftPatch["activities"]> {
  return reader.rowIds("activities").map((id) => {
    const name = (field: string): string => `activities.${id}.${field}`;
    return {
      id,
      name: reader.text(name("name")).trim(),
      from: reader.value(name("from"), parseMonth),
      to: reader.value(name("to"), parseMonth),
    };
  });
}

function readRisks(reader: FormReader): NonNullable<DraftPatch["risks"]> {
  return reader.rowIds("risks").map((id) => {
    const name = (field: string): string => `risks.${id}.${field}`;
    return {
      id,
      risk: reader.text(name("risk")).trim(),
      likelihood: likelihoods.find((likelihood) => likelihood === reader.text(name("likelihood"))) ?? null,
      mitigation: reader.text(name("mitigation")).trim(),
    };
  });
}

function readPayee(reader: FormReader): DraftPatch {
  const payee = reader.text("payeeAccountId");
  return {
    ...(isId(payee) ? { payeeAccountId: payee } : {}),
    files: reader.rowIds("files").map((fileId) => ({ fileId, title: reader.text(`files.${fileId}.title`).trim() })),
  };
}

function peopleOfNeed(typed: string): number | undefined {
  const people = positive(parseCount(typed));
  return people !== undefined && people <= mostPeople ? people : undefined;
}
