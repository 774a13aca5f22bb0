import type { Kysely } from "kysely";
import type { Area } from "~/features/areas/area";
import { findArea, searchAreas } from "~/features/areas/area-queries.server";
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
import { type Section, isEditable } from "../proposal";
import { type Progress, progressOf } from "../proposal-progress";
import { type HistoryEntry, proposalHistory } from "../proposal-history.server";

/** Everything that one step of the editor shows. */
export type EditorView = DraftRecord & {
  section: Section;
  editable: boolean;
  progress: Progress;
  requests: OpenRequest[];
  needGroups: (Named & { code: string; sensitive: boolean })[];
  developmentGoals: (Named & { number: number })[];
  area: Area | undefined;
  areaSearch: { q: string; results: Area[] } | undefined;
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
    editable: mayWrite && isEditable(record.status),
    progress: progressOf(record.issues),
    requests: await openRevisionRequests(db, proposalId),
    needGroups: section === "people" || section === "review" ? await needGroups(db) : [],
    developmentGoals: section === "story" ? await developmentGoals(db) : [],
    area: record.draft.areaCode ? await findArea(db, record.draft.areaCode) : undefined,
    areaSearch: section === "area" && q !== "" ? { q, results: await searchAreas(db, { q }) } : undefined,
    payees: section === "payee" ? await payeeChoices(db, organizationId) : [],
    history: section === "review" ? await proposalHistory(db, proposalId) : [],
    blocked: section === "review" ? await blockedBy(db, organizationId) : undefined,
    consent: section === "review" ? await consentOf(db, proposalId) : undefined,
  };
}

async function needGroups(db: Kysely<DB>): Promise<EditorView["needGroups"]> {
  return db.selectFrom("need_groups").select(["code", "name_id as nameId", "name_en as nameEn", "sensitive"]).orderBy("position").execute();
}

async function developmentGoals(db: Kysely<DB>): Promise<EditorView["developmentGoals"]> {
  return db.selectFrom("development_goals").select(["number", "name_id as nameId", "name_en as nameEn"]).orderBy("number").execute();
}
