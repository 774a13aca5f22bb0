import type { Kysely, Transaction } from "kysely";
import type { DB } from "#db/types.generated";
import { type ConsentState, consentState } from "./consent";

type Reader = Kysely<DB> | Transaction<DB>;

export type ConsentView = {
  state: ConsentState;
  sponsor: { id: string; name: string } | null;
  consentId: string | null;
  /** What the sponsor wrote when it refused. */
  note: string;
  answeredAt: Date | null;
};

/** Where the co-signature of a proposal stands. */
export async function consentOf(db: Reader, proposalId: string): Promise<ConsentView> {
  const row = await db
    .selectFrom("proposals as p")
    .innerJoin("organizations as o", "o.id", "p.organization_id")
    .leftJoin("organizations as s", "s.id", "o.sponsor_id")
    .leftJoin("payee_accounts as a", "a.id", "p.payee_account_id")
    .select(["p.version", "o.element", "o.sponsor_id as sponsorId", "s.name as sponsorName"])
    .select(["a.kind as payeeKind", "a.organization_id as payeeOwner"])
    .where("p.id", "=", proposalId)
    .executeTakeFirstOrThrow();
  const latest = await db
    .selectFrom("proposal_consents")
    .select(["id", "status", "version", "sponsor_id as sponsorId", "note", "answered_at as answeredAt"])
    .where("proposal_id", "=", proposalId)
    .orderBy("asked_at", "desc")
    .orderBy("id", "desc")
    .executeTakeFirst();
  const { version, element, sponsorId } = row;
  const paidThroughSponsor = row.payeeKind === "sponsor" || (row.payeeOwner !== null && row.payeeOwner === sponsorId);
  return {
    state: consentState({ element, sponsorId, paidThroughSponsor, version, latest }),
    sponsor: sponsorId && row.sponsorName ? { id: sponsorId, name: row.sponsorName } : null,
    consentId: latest?.id ?? null,
    note: latest?.note ?? "",
    answeredAt: latest?.answeredAt ?? null,
  };
}

/** Proposals that wait for a sponsor's signature, the longest waiting first. */
export async function consentsAskedOf(db: Reader, sponsorId: string) {
  return db
    .selectFrom("proposal_consents as c")
    .innerJoin("proposals as p", "p.id", "c.proposal_id")
    .innerJoin("organizations as o", "o.id", "p.organization_id")
    .select(["p.id as proposalId", "p.title", "o.name as organization", "o.element", "c.asked_at as askedAt"])
    .where("c.sponsor_id", "=", sponsorId)
    .where("c.status", "=", "asked")
    .orderBy("c.asked_at")
    .execute();
}
