import { freezeMessages } from "~/features/freezes/freeze-messages";
import { type Fact, type Paper, type PaperPart, type PaperSection, cell } from "~/features/proposals/document/paper";
import { paperMessages } from "~/features/proposals/document/paper-messages";
import { budgetPart, contributionPart, peopleTable, riskPart, schedulePart, tranchePart } from "~/features/proposals/document/paper-parts";
import { planMessages } from "~/features/proposals/plan/plan-messages";
import type { ProgramCheck, ProgramIndicator, ProgramView } from "~/features/proposals/program-view";
import { proposalMessages } from "~/features/proposals/proposal-messages";
import { tieMessages } from "~/features/ties/tie-messages";
import { type Day, formatDay } from "~/kernel/dates";
import type { Language } from "~/kernel/messages";
import { formatRupiah, sum } from "~/kernel/money";
import { memberMessages } from "./member-messages";
import { nameMessages } from "./name-messages";
import { programMessages } from "./program-messages";
import { beneficiariesText, decimalOf } from "./program-sections";
import { trancheSentences } from "./tranche-text";

/** What the page takes from elsewhere than the program itself. */
export type PaperContext = {
  language: Language;
  day: Day;
  address: string;
  version: { version: number; contentHash: string } | undefined;
  /** That an amendment is on its way, or was the last to change this program. */
  amended: string | null;
};

/** A published program on paper: what its page shows, cleared for anyone, and nothing more. */
export function programPaper(program: ProgramView, context: PaperContext): Paper {
  const { language, address, version } = context;
  const t = paperMessages[language];
  const { organization } = program;
  return {
    language,
    organization: organization.name,
    organizationNote: [language === "id" ? organization.elementName.nameId : organization.elementName.nameEn, organization.areaLabel]
      .filter(Boolean)
      .join(" · "),
    kind: t.program,
    title: program.title,
    place: placeOf(program),
    reference: referenceOf(program, context),
    mark: null,
    warnings: warningsOf(program, context),
    sections: [flowSection(program, language), ...planSections(program, language), ...proofSections(program, language)],
    foot: [program.code, version && `${t.version} ${version.version}`, address].filter(Boolean).join(" · "),
  };
}

function placeOf({ place, area }: ProgramView): string {
  return [place, area.label].filter(Boolean).join(", ");
}

function referenceOf(program: ProgramView, { language, day, address, version }: PaperContext): Fact[] {
  const t = paperMessages[language];
  return [
    { term: t.code, value: program.code },
    ...(version ? [{ term: t.version, value: String(version.version) }] : []),
    { term: t.status, value: proposalMessages[language].status[program.status] },
    { term: t.published, value: formatDay(program.publishedAt, language) },
    { term: t.printed, value: `${formatDay(day, language)} (WIB)` },
    { term: t.address, value: address },
    ...(version ? [{ term: t.fingerprint, value: version.contentHash }] : []),
  ];
}

function warningsOf(program: ProgramView, { language, amended }: PaperContext): Paper["warnings"] {
  const t = programMessages[language];
  const freezes = freezeMessages[language];
  return [
    ...(program.status === "suspended" ? [{ title: t.suspendedTitle, text: t.suspendedText }] : []),
    ...program.freezes.map(({ scope, frozenAt, reason }) => ({
      title: freezes.frozen[scope],
      text: `${freezes.effects[scope]} ${freezes.since(formatDay(frozenAt, language))} ${freezes.reason(reason)}`,
    })),
    ...(amended ? [{ title: paperMessages[language].amendment, text: amended }] : []),
  ];
}

function flowSection({ flow }: ProgramView, language: Language): PaperSection {
  const t = programMessages[language];
  const words = paperMessages[language];
  const rows = [
    [words.total, flow.target],
    [t.committed, flow.committed],
    [t.received, flow.received],
    [words.disbursed, flow.disbursed],
    [t.accounted, flow.accounted],
  ] as const;
  return {
    title: t.alur,
    parts: [{ kind: "facts", facts: rows.map(([term, amount]) => ({ term, value: formatRupiah(amount, language) })) }],
  };
}

function planSections(program: ProgramView, language: Language): PaperSection[] {
  const t = programMessages[language];
  const plan = planMessages[language];
  const { beneficiaries, needs, budget, flow } = program;
  // Where people are the unit, the whole stands among the facts.
  const people = beneficiaries.people === beneficiaries.total ? null : beneficiaries.people;
  const table = peopleTable({ ...beneficiaries, people }, needs, language);
  const [lead = program.summary, ...paragraphs] = program.story;
  return [
    {
      title: t.story,
      parts: [
        { kind: "prose", lead, paragraphs },
        { kind: "facts", facts: factsOf(program, language) },
      ],
    },
    ...when(table !== undefined || beneficiaries.someHidden, plan.people.title, [
      ...(table ? [table] : []),
      ...(beneficiaries.someHidden ? [{ kind: "note" as const, text: plan.people.hidden }] : []),
    ]),
    { title: t.budget, parts: [budgetPart(budget, flow.target, language)] },
    ...when(program.contributions.length > 0, plan.own.title, [contributionPart(program.contributions, language)], plan.own.hint),
    ...when(program.members.length > 0, memberMessages[language].title, [memberPart(program, language)]),
    ...when(program.activities.length > 0, plan.schedule.title, [schedulePart(program.activities, language)]),
    { title: t.tranches, hint: t.tranchesHint, parts: tranchesOf(program, language) },
  ];
}

function factsOf(program: ProgramView, language: Language): Fact[] {
  const t = programMessages[language];
  const words = paperMessages[language];
  const { payee, organization, startsOn, endsOn } = program;
  // The page names the first group at its head, and the others only with their people.
  const needs = program.needs.filter(({ people }, at) => at === 0 || people !== null);
  const name = (one: { nameId: string; nameEn: string }) => (language === "id" ? one.nameId : one.nameEn);
  return [
    { term: t.facts.place, value: placeOf(program) },
    ...(startsOn && endsOn ? [{ term: t.facts.period, value: `${formatDay(startsOn, language)} – ${formatDay(endsOn, language)}` }] : []),
    { term: t.facts.people, value: beneficiariesText(program.beneficiaries, language) },
    ...(needs.length > 0 ? [{ term: words.needs, value: needs.map(name).join(", ") }] : []),
    { term: words.goals, value: program.goals.map((goal) => `${goal.number} ${name(goal)}`).join(", ") },
    ...(organization.sponsor ? [{ term: t.facts.sponsor, value: organization.sponsor.name }] : []),
    { term: t.facts.payee, value: t.payee(t.payeeKind[payee.kind], payee.bankName, payee.ending, payee.holderName) },
  ];
}

function memberPart({ members }: ProgramView, language: Language): PaperPart {
  const t = memberMessages[language];
  const money = (amount: bigint) => formatRupiah(amount, language);
  return {
    kind: "table",
    columns: [
      { head: t.group, width: 52 },
      { head: t.planned, width: 24, align: "right" },
      { head: t.spent, width: 24, align: "right" },
    ],
    rows: members.map(({ name, village, planned, spent, waiting }) => ({
      cells: [cell(name, village), cell(money(planned)), cell(money(spent), waiting > 0n ? t.waiting(money(waiting)) : undefined)],
    })),
    foot: [t.sum, money(sum(members.map(({ planned }) => planned))), money(sum(members.map(({ spent }) => spent)))],
  };
}

function tranchesOf({ tranches, flow }: ProgramView, language: Language): PaperPart[] {
  const t = programMessages[language];
  const rows = tranches.map((tranche) => ({
    name: cell(t.tranche(tranche.n, tranche.title), ...(tranche.disbursement ? trancheSentences(tranche, language) : [])),
    condition: tranche.disbursement ? "" : tranche.condition,
    plannedOn: tranche.plannedOn,
    amount: tranche.amount,
  }));
  return tranchePart(rows, flow.target, language);
}

function proofSections(program: ProgramView, language: Language): PaperSection[] {
  const t = programMessages[language];
  const { indicators, risks, checks, files, recusals } = program;
  const said = recusals > 0 ? [{ kind: "note" as const, text: tieMessages[language].recused(recusals) }] : [];
  return [
    ...when(indicators.length > 0, t.indicators, [indicatorPart(indicators, language)], t.indicatorsHint),
    ...when(risks.length > 0, planMessages[language].risks.title, [riskPart(risks, language)]),
    ...when(checks.length > 0, t.verification, [checkPart(checks, language), ...said]),
    ...when(files.length > 0, paperMessages[language].attachments, [
      { kind: "list", items: files.map(({ title, name }) => title || name) },
    ]),
  ];
}

function indicatorPart(indicators: readonly ProgramIndicator[], language: Language): PaperPart {
  const t = programMessages[language];
  const value = (number: string, unit: string) => `${decimalOf(number, language)}${unit === "%" ? "%" : ` ${unit}`}`;
  return {
    kind: "table",
    columns: [
      { head: t.indicator, width: 46 },
      { head: t.baseline, width: 12, align: "right" },
      { head: t.target, width: 21, align: "right" },
      { head: t.soFar, width: 21, align: "right" },
    ],
    rows: indicators.map(({ name, unit, baseline, target, actual, actualTranche }) => ({
      cells: [
        cell(name),
        cell(decimalOf(baseline, language)),
        cell(value(target, unit)),
        actual === null || actualTranche === null ? cell(t.notMeasured) : cell(value(actual, unit), t.fromReport(actualTranche)),
      ],
    })),
  };
}

function checkPart(checks: readonly ProgramCheck[], language: Language): PaperPart {
  const t = programMessages[language];
  const names = nameMessages[language];
  return {
    kind: "table",
    columns: [
      { head: paperMessages[language].check, width: 30 },
      { head: paperMessages[language].result, width: 16 },
      { head: paperMessages[language].finding, width: 54 },
    ],
    rows: checks.map(({ kind, result, finding, roleLabel, checkedOn, validUntil, photos }) => ({
      cells: [
        cell(names.check[kind]),
        cell(names.result[result]),
        cell(
          finding,
          [
            t.checkedBy(roleLabel, formatDay(checkedOn, language)),
            validUntil && t.validUntil(formatDay(validUntil, language)),
            photos > 0 && t.fieldPhotos(photos),
          ]
            .filter(Boolean)
            .join(" "),
        ),
      ],
    })),
  };
}

function when(shown: boolean, title: string, parts: readonly PaperPart[], hint?: string): PaperSection[] {
  return shown ? [{ title, parts, ...(hint && { hint }) }] : [];
}
