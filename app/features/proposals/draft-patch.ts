import type { DraftIndicator, DraftLine, ProposalDraft } from "./proposal-draft";

type Row<T extends { id: string }> = Omit<T, "id"> & { id?: string };

/** What to change in a draft; what is not named stays. Rows are given whole and in order; a row without an id is new. */
export type DraftPatch = Partial<Omit<ProposalDraft, "lines" | "indicators">> & {
  lines?: readonly Row<DraftLine>[];
  indicators?: readonly Row<DraftIndicator>[];
  files?: readonly { fileId: string; title: string }[];
};
