/** Files behind the reason of one amendment; the database knows the same number. */
export const mostEvidence = 5;
export const evidencePlaces = [1, 2, 3, 4, mostEvidence] as const;

export type Evidence = {
  fileId: string;
  title: string;
  mediaType: string;
  sizeBytes: number;
  /** Whether anyone may open it once the desk has checked the amendment; otherwise the funders, the community and the desk. */
  forPublic: boolean;
};
