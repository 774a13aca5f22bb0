import type { DraftActivity, DraftContribution, DraftIndicator, DraftLine, DraftMember, DraftRisk, ProposalDraft } from "./proposal-draft";

type Optional<T, K extends keyof T> = Omit<T, K> & Partial<Pick<T, K>>;

/** Rows that are known by an id of their own. */
export type RowLists = {
  activities: DraftActivity;
  risks: DraftRisk;
  members: DraftMember;
  lines: DraftLine;
  contributions: DraftContribution;
  indicators: DraftIndicator;
};

/** What to change in a draft; what is not named stays. Rows are given whole and in order; a row without an id is new. */
export type DraftPatch = Partial<Omit<ProposalDraft, keyof RowLists>> & {
  activities?: readonly Optional<DraftActivity, "id">[];
  risks?: readonly Optional<DraftRisk, "id">[];
  members?: readonly Optional<DraftMember, "id" | "villageCode">[];
  lines?: readonly Optional<DraftLine, "id" | "tax" | "memberId" | "shares">[];
  contributions?: readonly Optional<DraftContribution, "id">[];
  indicators?: readonly Optional<DraftIndicator, "id" | "code">[];
  files?: readonly { fileId: string; title: string }[];
};
