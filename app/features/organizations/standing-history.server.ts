import type { Kysely } from "kysely";
import type { DB } from "#db/types.generated";
import { findOrganization } from "./organization-queries.server";
import { listStandingDocuments } from "./standing-queries.server";

/** The documents of an organisation that newer ones replaced, the newest first; undefined when there is no such organisation. */
export async function standingHistory(db: Kysely<DB>, organizationId: string) {
  const organization = await findOrganization(db, organizationId);
  if (!organization || organization.kind === "platform") return undefined;
  const names = await db
    .selectFrom("standing_document_kinds")
    .select(["code", "name_id", "name_en"])
    .where("element", "=", organization.element)
    .execute();
  const documents = await listStandingDocuments(db, organizationId);
  return {
    organization: organization.name,
    documents: documents
      .filter((document) => document.supersededAt !== null)
      .map((document) => {
        const kind = names.find(({ code }) => code === document.kind);
        return { ...document, name: { id: kind?.name_id ?? document.kind, en: kind?.name_en ?? document.kind } };
      }),
  };
}

export type StandingHistory = NonNullable<Awaited<ReturnType<typeof standingHistory>>>;
