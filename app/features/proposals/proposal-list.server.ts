import type { Kysely } from "kysely";
import { areaLabels } from "~/features/areas/area-queries.server";
import { isPublic, type ProposalStatus } from "./proposal";
import { type Progress, progressOf } from "./proposal-progress";
import { findDraft } from "./draft-queries.server";
import type { DB } from "#db/types.generated";

export type ListedProposal = {
  id: string;
  title: string;
  urgent: boolean;
  status: ProposalStatus;
  target: bigint | null;
  areaLabel: string;
  updatedAt: Date;
  submittedAt: Date | null;
  /** Open requests for change. */
  requests: number;
  /** Only while the community still writes. */
  progress: Progress | null;
  slug: string | null;
};

export type ProposalGroup = "yours" | "desk" | "out" | "closed";

const groupOf: Readonly<Record<ProposalStatus, ProposalGroup>> = {
  draft: "yours",
  revision_requested: "yours",
  submitted: "desk",
  verifying: "desk",
  published: "out",
  running: "out",
  suspended: "out",
  completed: "closed",
  rejected: "closed",
  withdrawn: "closed",
  expired: "closed",
};

/** An organisation's proposals by whose move it is, the last changed first. */
export async function listProposals(db: Kysely<DB>, organizationId: string): Promise<Record<ProposalGroup, ListedProposal[]>> {
  const rows = await db
    .selectFrom("proposals as p")
    .innerJoin("organizations as o", "o.id", "p.organization_id")
    .select((eb) => [
      "p.id",
      "p.title",
      "p.urgent",
      "p.status",
      "p.target",
      "p.area_code",
      "p.updated_at",
      "p.submitted_at",
      "p.slug",
      "o.element",
      eb
        .selectFrom("revision_requests as r")
        .select((e) => e.fn.countAll<bigint>().as("n"))
        .whereRef("r.proposal_id", "=", "p.id")
        .where("r.sent_at", "is not", null)
        .where("r.answered_at", "is", null)
        .as("requests"),
    ])
    .where("p.organization_id", "=", organizationId)
    .orderBy("p.updated_at", "desc")
    .orderBy("p.id")
    .execute();
  const labels = await areaLabels(
    db,
    rows.flatMap((row) => row.area_code ?? []),
  );
  const groups: Record<ProposalGroup, ListedProposal[]> = { yours: [], desk: [], out: [], closed: [] };
  for (const row of rows) {
    const group = groupOf[row.status];
    const record = group === "yours" ? await findDraft(db, row.id) : undefined;
    groups[group].push({
      id: row.id,
      title: row.title,
      urgent: row.urgent,
      status: row.status,
      target: row.target,
      areaLabel: labels.get(row.area_code ?? "") ?? "",
      updatedAt: row.updated_at,
      submittedAt: row.submitted_at,
      requests: Number(row.requests ?? 0),
      progress: record ? progressOf(record.issues, row.element) : null,
      slug: isPublic(row.status) ? row.slug : null,
    });
  }
  return groups;
}
