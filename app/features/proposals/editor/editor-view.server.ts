import type { Kysely } from "kysely";
import type { Area } from "~/features/areas/area";
import { findArea, searchAreas, villageLabels } from "~/features/areas/area-queries.server";
import { type OfferedNeed, offeredNeeds } from "~/features/needs/offered-needs.server";
import { fingerprints } from "~/kernel/three-way";
import { type Blocked, blockedBy } from "~/features/organizations/blocked.server";
import type { DB } from "#db/types.generated";
import {
  type DraftRecord,
  type OpenRequest,
  type PayeeChoice,
  findDraft,
  openRevisionRequests,
  payeeChoices,
} from "../draft-queries.server";
import { type ConsentView, consentOf } from "../consent-queries.server";
import type { Named } from "../program-view";
import { type PriceHint, priceHints } from "../price-hints.server";
import { type Section, isEditable } from "../proposal";
import { type Progress, progressOf } from "../proposal-progress";
import { sheetOf, unitsOf } from "../section-units";
import { type HistoryEntry, proposalHistory } from "../proposal-history.server";

/** Everything that one step of the editor shows. */
export type EditorView = DraftRecord & {
  section: Section;
  /** What the step is opened with, for the hidden field by which a later save sees who changed what. */
  base: string;
  /** The reader writes for the organisation; `editable` is whether this proposal can be written in now. */
  mayWrite: boolean;
  editable: boolean;
  progress: Progress;
  requests: OpenRequest[];
  needGroups: (Named & { code: string; sensitive: boolean })[];
  offeredNeeds: OfferedNeed[];
  developmentGoals: (Named & { number: number })[];
  area: Area | undefined;
  areaSearch: { q: string; results: Area[] } | undefined;
  /** Names of the villages around, to suggest while one types. */
  villages: string[];
  /** What others in the regency pay for what the budget names. */
  priceHints: PriceHint[];
  payees: PayeeChoice[];
  history: HistoryEntry[];
  blocked: Blocked | undefined;
  consent: ConsentView | undefined;
};

/** A step of an organisation's proposal; undefined when it is not that organisation's. */
export async function findEditorView(
  db: Kysely<DB>,
  {
    proposalId,
    organizationId,
    section,
    q,
    mayWrite,
  }: { proposalId: string; organizationId: string; section: Section; q: string; mayWrite: boolean },
): Promise<EditorView | undefined> {
  const record = await findDraft(db, proposalId, organizationId);
  if (!record) return undefined;
  return {
    ...record,
    section,
    mayWrite,
    base: JSON.stringify(fingerprints(unitsOf(section, sheetOf(record, section)))),
    editable: mayWrite && isEditable(record.status),
    progress: progressOf(record.issues, record.element),
    requests: await openRevisionRequests(db, proposalId),
    needGroups: section === "people" || section === "review" ? await needGroups(db) : [],
    offeredNeeds: section === "people" ? await offeredNeeds(db, around(record.draft)) : [],
    developmentGoals: section === "story" ? await developmentGoals(db) : [],
    area: record.draft.areaCode ? await findArea(db, record.draft.areaCode) : undefined,
    areaSearch: section === "area" && q !== "" ? { q, results: await searchAreas(db, { q }) } : undefined,
    villages: section === "members" && record.draft.areaCode ? await villageLabels(db, record.draft.areaCode) : [],
    priceHints:
      section === "budget" ? await priceHints(db, { proposalId, areaCode: record.draft.areaCode, lines: record.draft.lines }) : [],
    payees: section === "payee" ? await payeeChoices(db, organizationId) : [],
    history: section === "review" ? await proposalHistory(db, proposalId) : [],
    blocked: section === "review" ? await blockedBy(db, organizationId) : undefined,
    consent: section === "review" ? await consentOf(db, proposalId) : undefined,
  };
}

function around({ areaCode, needs, answers }: DraftRecord["draft"]) {
  return { areaCode, groups: needs, named: answers.map(({ needId }) => needId) };
}

async function needGroups(db: Kysely<DB>): Promise<EditorView["needGroups"]> {
  return db.selectFrom("need_groups").select(["code", "name_id as nameId", "name_en as nameEn", "sensitive"]).orderBy("position").execute();
}

async function developmentGoals(db: Kysely<DB>): Promise<EditorView["developmentGoals"]> {
  return db.selectFrom("development_goals").select(["number", "name_id as nameId", "name_en as nameEn"]).orderBy("number").execute();
}
