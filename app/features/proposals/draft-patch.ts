import type { DraftIndicator, DraftLine, DraftMember, ProposalDraft } from "./proposal-draft";

type Optional<T, K extends keyof T> = Omit<T, K> & Partial<Pick<T, K>>;

/** What to change in a draft; what is not named stays. Rows are given whole and in order; a row without an id is new. */
export type DraftPatch = Partial<Omit<ProposalDraft, "members" | "lines" | "indicators">> & {
  members?: readonly Optional<DraftMember, "id" | "villageCode">[];
  lines?: readonly Optional<DraftLine, "id" | "memberId" | "shares">[];
  indicators?: readonly Optional<DraftIndicator, "id">[];
  files?: readonly { fileId: string; title: string }[];
};
