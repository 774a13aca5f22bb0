import type { Kysely, Transaction } from "kysely";
import type { DB } from "#db/types.generated";
import type { IdentifierKind } from "~/features/identifiers/identifier";
import type { LegalForm } from "./organization";
import type { HeldDocument } from "./standing";

type Reader = Kysely<DB> | Transaction<DB>;

export type DocumentKindView = {
  code: string;
  nameId: string;
  nameEn: string;
  hintId: string;
  hintEn: string;
  required: boolean;
  hasExpiry: boolean;
  /** Its number is an identity number. */
  identifier: IdentifierKind | null;
  /** Its dates are the officers' term, of at most so many years. */
  holdsTerm: boolean;
  longestYears: number | null;
};

/** The ladder of documents with which an element, of a legal form where it has one, proves its standing; in order. */
export async function documentKinds(
  db: Reader,
  element: DB["organizations"]["element"],
  legalForm: LegalForm | null = null,
): Promise<DocumentKindView[]> {
  if (!element) return [];
  return db
    .selectFrom("standing_document_kinds")
    .select([
      "code",
      "name_id as nameId",
      "name_en as nameEn",
      "hint_id as hintId",
      "hint_en as hintEn",
      "required",
      "has_expiry as hasExpiry",
      "identifier",
      "holds_term as holdsTerm",
      "longest_years as longestYears",
    ])
    .where("element", "=", element)
    .where((eb) => eb.or([eb("legal_form", "is", null), ...(legalForm ? [eb("legal_form", "=", legalForm)] : [])]))
    .orderBy("position")
    .execute();
}

/** The documents of an organisation that count: superseded ones are left out. */
export async function heldDocuments(db: Reader, organizationId: string): Promise<HeldDocument[]> {
  return db
    .selectFrom("standing_documents")
    .select(["kind", "status", "valid_until as validUntil"])
    .where("organization_id", "=", organizationId)
    .where("superseded_at", "is", null)
    .execute();
}

/** The same documents with everything that pages show, the newest first; superseded ones too. */
export async function listStandingDocuments(db: Reader, organizationId: string) {
  return db
    .selectFrom("standing_documents as d")
    .innerJoin("files as f", "f.id", "d.file_id")
    .select([
      "d.id",
      "d.kind",
      "d.number",
      "d.issuer",
      "d.issued_on as issuedOn",
      "d.valid_until as validUntil",
      "d.status",
      "d.note",
      "d.checked_at as checkedAt",
      "d.checked_as as checkedAs",
      "d.superseded_at as supersededAt",
      "d.created_at as createdAt",
      "f.id as fileId",
      "f.name as fileName",
      "f.media_type as mediaType",
      "f.size_bytes as sizeBytes",
    ])
    .where("d.organization_id", "=", organizationId)
    .orderBy("d.created_at", "desc")
    .orderBy("d.id", "desc")
    .execute();
}

export type StandingDocumentView = Awaited<ReturnType<typeof listStandingDocuments>>[number];
