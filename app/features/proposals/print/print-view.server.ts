import type { Kysely } from "kysely";
import { areaLabel } from "~/features/areas/area-queries.server";
import type { DB } from "#db/types.generated";
import { type DraftFile, findDraft } from "../draft-queries.server";
import type { GroupFigure } from "../people";
import type { ProposalDraft } from "../proposal-draft";
import type { ProposalStatus } from "../proposal";

export type PrintView = {
  id: string;
  draft: ProposalDraft;
  status: ProposalStatus;
  version: number;
  /** Null until it is published for the first time. */
  code: string | null;
  slug: string;
  updatedAt: Date;
  organizationName: string;
  area: string;
  needs: GroupFigure[];
  files: DraftFile[];
};

/** An organisation's proposal with the names that paper needs; undefined when it is not that organisation's. */
export async function findPrintView(db: Kysely<DB>, proposalId: string, organizationId: string): Promise<PrintView | undefined> {
  const record = await findDraft(db, proposalId, organizationId);
  if (!record) return undefined;
  const { id, draft, status, version, updatedAt, organizationName, code, slug, files } = record;
  const needs = await db
    .selectFrom("proposal_needs as pn")
    .innerJoin("need_groups as n", "n.code", "pn.need_code")
    .select(["n.code", "n.name_id as nameId", "n.name_en as nameEn", "pn.people"])
    .where("pn.proposal_id", "=", proposalId)
    .orderBy("pn.position")
    .execute();
  return {
    id,
    draft,
    status,
    version,
    code,
    slug,
    updatedAt,
    organizationName,
    needs,
    files,
    area: draft.areaCode ? await areaLabel(db, draft.areaCode) : "",
  };
}
