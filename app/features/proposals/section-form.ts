import { mostPeople } from "~/features/needs/need";
import { parseDay } from "~/kernel/dates";
import { isId } from "~/kernel/ids";
import type { DraftPatch } from "./draft-patch";
import { type Pillar, type Section, pillars } from "./proposal";
import { type DraftShare, amountOf, amountOfLine, parseCount, parseDecimal, parsePrice, sharedOf } from "./proposal-draft";

/** What one step of the editor sent: what could be read, and the text of what could not. */
export type SectionForm = { patch: DraftPatch; unread: Record<string, string> };

class Reader {
  readonly unread: Record<string, string> = {};
  constructor(private readonly form: FormData) {}

  text(name: string): string {
    const value = this.form.get(name);
    return typeof value === "string" ? value.replaceAll("\r\n", "\n") : "";
  }

  /** What follows `prefix` in the names of the form's fields, each once. */
  below(prefix: string): string[] {
    return [...new Set([...this.form.keys()].filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length)))];
  }

  all(name: string): string[] {
    return this.form.getAll(name).filter((value): value is string => typeof value === "string");
  }

  /** A value read from text; an empty text is no value, and a text that can't be read is kept as it is. */
  value<T>(name: string, read: (typed: string) => T | undefined): T | null {
    const typed = this.text(name).trim();
    if (typed === "") return null;
    const value = read(typed);
    if (value === undefined) {
      this.unread[name] = typed;
      return null;
    }
    return value;
  }
}

/** Reads a step of the editor as loosely as a draft allows. Only what the step shows is in the patch. */
export function readSection(section: Section, form: FormData): SectionForm {
  const reader = new Reader(form);
  const patch = readers[section](reader);
  return { patch, unread: reader.unread };
}

const readers: Readonly<Record<Section, (reader: Reader) => DraftPatch>> = {
  story: readStory,
  people: readPeople,
  area: readArea,
  members: (reader) => ({ members: readMembers(reader) }),
  budget: (reader) => ({ lines: readLines(reader) }),
  tranches: (reader) => ({ tranches: readTranches(reader) }),
  indicators: (reader) => ({ indicators: readIndicators(reader) }),
  payee: readPayee,
  review: () => ({}),
};

function readStory(reader: Reader): DraftPatch {
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

function readPeople(reader: Reader): DraftPatch {
  const count = (name: string): number | null => reader.value(name, parseCount);
  return {
    needs: reader.all("needs"),
    ...(reader.text("answersAsked") ? { answers: readAnswers(reader) } : {}),
    beneficiaries: reader.value("beneficiaries", (typed) => positive(parseCount(typed))),
    beneficiaryUnit: reader.text("beneficiaryUnit").trim(),
    women: count("women"),
    children: count("children"),
    elderly: count("elderly"),
    disabled: count("disabled"),
    ledByWoman: reader.text("ledByWoman") === "ya",
    ...(reader.text("urgentAsked") ? { urgent: reader.text("urgent") === "ya" } : {}),
  };
}

/** Only needs with a number of people are named; an empty field names nothing. */
function readAnswers(reader: Reader): NonNullable<DraftPatch["answers"]> {
  return rowIds(reader, "answers").flatMap((needId) => {
    const people = reader.value(`answers.${needId}.people`, peopleOfNeed);
    return people === null ? [] : [{ needId, people }];
  });
}

function readArea(reader: Reader): DraftPatch {
  const code = reader.text("areaCode");
  return {
    ...(code === "" ? {} : { areaCode: code }),
    place: reader.text("place").trim(),
    startsOn: reader.value("startsOn", parseDay),
    endsOn: reader.value("endsOn", parseDay),
    openUntil: reader.value("openUntil", parseDay),
  };
}

function readLines(reader: Reader): DraftPatch["lines"] {
  return rowIds(reader, "lines").map((id) => {
    const name = (field: string): string => `lines.${id}.${field}`;
    const volume = reader.value(name("volume"), (typed) => positiveDecimal(parseDecimal(typed, 3)));
    let unitPrice = reader.value(name("unitPrice"), parsePrice);
    if (volume !== null && unitPrice !== null && amountOf(volume, unitPrice) === undefined) {
      reader.unread[name("unitPrice")] = reader.text(name("unitPrice"));
      unitPrice = null;
    }
    const memberId = idOrNull(reader.text(name("memberId")));
    return {
      id,
      section: reader.text(`groups.${reader.text(name("group"))}.name`).trim(),
      description: reader.text(name("description")).trim(),
      volume,
      unit: reader.text(name("unit")).trim(),
      unitPrice,
      memberId,
      shares: readShares(reader, name("share."), { memberId, amount: amountOfLine({ volume, unitPrice }) }),
    };
  });
}

/** The parts of a line that are other members'; a part that the line has no room for is kept as it was typed. */
function readShares(reader: Reader, prefix: string, line: { memberId: string | null; amount: bigint | undefined }): DraftShare[] {
  const shares: DraftShare[] = [];
  for (const memberId of reader.below(prefix).filter((id) => isId(id) && id !== line.memberId)) {
    const amount = reader.value(`${prefix}${memberId}`, parsePrice);
    if (amount === null) continue;
    const fits = line.memberId !== null && (line.amount === undefined || sharedOf({ shares }) + amount <= line.amount);
    if (fits) shares.push({ memberId, amount });
    else reader.unread[`${prefix}${memberId}`] = reader.text(`${prefix}${memberId}`);
  }
  return shares;
}

function readMembers(reader: Reader): DraftPatch["members"] {
  return rowIds(reader, "members").map((id) => {
    const text = (field: string): string => reader.text(`members.${id}.${field}`).trim();
    return { id, name: text("name"), village: text("village"), coordinator: text("coordinator") };
  });
}

function readTranches(reader: Reader): NonNullable<DraftPatch["tranches"]> {
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

function readIndicators(reader: Reader): DraftPatch["indicators"] {
  return rowIds(reader, "indicators").map((id) => {
    const name = (field: string): string => `indicators.${id}.${field}`;
    return {
      id,
      name: reader.text(name("name")).trim(),
      unit: reader.text(name("unit")).trim(),
      baseline: reader.value(name("baseline"), (typed) => parseDecimal(typed, 2)),
      target: reader.value(name("target"), (typed) => parseDecimal(typed, 2)),
    };
  });
}

function readPayee(reader: Reader): DraftPatch {
  const payee = reader.text("payeeAccountId");
  return {
    ...(isId(payee) ? { payeeAccountId: payee } : {}),
    files: rowIds(reader, "files").map((fileId) => ({ fileId, title: reader.text(`files.${fileId}.title`).trim() })),
  };
}

/** The ids of rows in the order of the form, each once. */
function rowIds(reader: Reader, name: string): string[] {
  return [...new Set(reader.all(name).filter(isId))];
}

function peopleOfNeed(typed: string): number | undefined {
  const people = positive(parseCount(typed));
  return people !== undefined && people <= mostPeople ? people : undefined;
}

function idOrNull(text: string): string | null {
  return isId(text) ? text : null;
}

function positive(count: number | undefined): number | undefined {
  return count !== undefined && count > 0 ? count : undefined;
}

function positiveDecimal(value: string | undefined): string | undefined {
  return value !== undefined && /[1-9]/.test(value) ? value : undefined;
}
