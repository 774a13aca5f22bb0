import { type Kysely, sql } from "kysely";
import { type OpenFreeze, openFreezes } from "~/features/freezes/freeze-queries.server";
import { flowOfOrganization } from "~/features/ledger/ledger-queries.server";
import type { Flow } from "~/features/ledger/ledger";
import { type Day, dayOf } from "~/kernel/dates";
import { type Rupiah, sum } from "~/kernel/money";
import { today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { isShown, isShownOrganization } from "./open-need.server";
import { type ProgramCard, programCards } from "./program-cards.server";
import type { Named } from "./public-program.server";

export type StandingProof = {
  name: Named;
  /** The role at the desk that checked it. */
  checkedAs: "verifier" | "administrator";
  checkedOn: Day | undefined;
  validUntil: Day | undefined;
  expired: boolean;
  /** The term of the officers, where the document states it. */
  term: { from: Day; until: Day } | undefined;
};
export type PayeeProof = { kind: "own" | "sponsor" | "village_treasury"; regulation: string | null; checkedOn: Day };
export type ProfileFunder = { name: string; slug: string; companyType: string; committed: Rupiah; received: Rupiah };

export type CommunityProfile = {
  name: string;
  slug: string;
  about: string;
  element: string;
  elementName: Named;
  areaLabel: string;
  districtCode: string;
  districtName: string;
  since: Day;
  standing: { valid: boolean; until: Day | undefined; approvedOn: Day | undefined };
  sponsor: { name: string; slug: string } | undefined;
  /** Whom it sponsors, by name. */
  sponsored: { name: string; slug: string }[];
  legalForm: "incorporated" | "unincorporated" | null;
  payees: PayeeProof[];
  /** How many of its people have declared ties; never whose or to whom. */
  declared: number;
  freezes: OpenFreeze[];
  flow: Flow & { programs: number };
  proofs: StandingProof[];
  reports: { published: number; disbursed: number };
  programs: ProgramCard[];
  funders: ProfileFunder[];
};

/** A community organisation that was approved once, or undefined. Numbers of documents, persons and addresses stay inside. */
export async function findCommunityProfile(db: Kysely<DB>, slug: string): Promise<CommunityProfile | undefined> {
  const row = await db
    .selectFrom("organizations as o")
    .innerJoin("psks_elements as e", "e.code", "o.element")
    .leftJoin("areas as district", (join) => join.on(sql<boolean>`district.code = substr(o.area_code, 1, 8)`))
    .leftJoin("organizations as s", "s.id", "o.sponsor_id")
    .select([
      "o.id",
      "o.name",
      "o.slug",
      "o.about",
      "o.element",
      "o.standing",
      "o.standing_decided_at",
      "o.standing_valid_until",
      "o.created_at",
      "o.legal_form",
      "e.name_id",
      "e.name_en",
      "district.code as districtCode",
      "district.name as district",
      "district.label",
      "s.name as sponsor",
      "s.slug as sponsorSlug",
    ])
    .where("o.slug", "=", slug)
    .where("o.kind", "=", "community")
    .where(isShownOrganization)
    .executeTakeFirst();
  if (!row) return undefined;
  const [flow, proofs, reports, programs, funders, sponsored, payees, declared, freezes] = await Promise.all([
    flowOfOrganization(db, row.id),
    proofsOf(db, row.id),
    reportRecord(db, row.id),
    programsOf(db, row.id),
    fundersOf(db, row.id),
    sponsoredBy(db, row.id),
    payeeProofs(db, row.id),
    declaredTies(db, row.id),
    openFreezes(db, row.id),
  ]);
  const until = row.standing_valid_until ?? undefined;
  return {
    name: row.name,
    slug: row.slug,
    about: row.about,
    element: row.element ?? "",
    elementName: { id: row.name_id, en: row.name_en },
    areaLabel: row.label ?? "",
    districtCode: row.districtCode ?? "",
    districtName: row.district ?? "",
    since: dayOf(row.created_at),
    standing: {
      valid: row.standing === "approved" && (until === undefined || until >= today()),
      until,
      approvedOn: row.standing_decided_at ? dayOf(row.standing_decided_at) : undefined,
    },
    sponsor: row.sponsor && row.sponsorSlug ? { name: row.sponsor, slug: row.sponsorSlug } : undefined,
    sponsored,
    legalForm: row.legal_form,
    payees,
    declared,
    freezes,
    flow,
    proofs,
    reports,
    programs,
    funders,
  };
}

/**
 * What of the standing was proven: the kind of document, when it was checked and until when it holds. Never its number or the file. A
 * replacement that is not accepted (yet) takes nothing away: the document before it stands.
 */
async function proofsOf(db: Kysely<DB>, organizationId: string): Promise<StandingProof[]> {
  const rows = await db
    .selectFrom("standing_documents as d")
    .innerJoin("organizations as o", "o.id", "d.organization_id")
    .innerJoin("standing_document_kinds as k", (join) => join.onRef("k.code", "=", "d.kind").onRef("k.element", "=", "o.element"))
    .select(["k.name_id as id", "k.name_en as en", "d.checked_at", "d.checked_as", "d.issued_on", "d.valid_until", "k.holds_term"])
    .where("d.organization_id", "=", organizationId)
    .distinctOn("k.position")
    .where("d.status", "=", "accepted")
    .where((eb) =>
      eb.or([
        eb("d.superseded_at", "is", null),
        eb.exists(
          eb
            .selectFrom("standing_documents as n")
            .select("n.id")
            .whereRef("n.organization_id", "=", "d.organization_id")
            .whereRef("n.kind", "=", "d.kind")
            .where("n.superseded_at", "is", null)
            .where("n.status", "<>", "accepted"),
        ),
      ]),
    )
    .orderBy("k.position")
    .orderBy("d.created_at", "desc")
    .execute();
  return rows.map((row) => ({
    name: { id: row.id, en: row.en },
    checkedAs: row.checked_as === "administrator" ? "administrator" : "verifier",
    checkedOn: row.checked_at ? dayOf(row.checked_at) : undefined,
    term: row.holds_term && row.valid_until ? { from: row.issued_on, until: row.valid_until } : undefined,
    validUntil: row.valid_until ?? undefined,
    expired: row.valid_until !== null && row.valid_until < today(),
  }));
}

/** Organisations whose money this one holds, by name. */
async function sponsoredBy(db: Kysely<DB>, organizationId: string): Promise<{ name: string; slug: string }[]> {
  return db
    .selectFrom("organizations as o")
    .select(["o.name", "o.slug"])
    .where("o.sponsor_id", "=", organizationId)
    .where(isShownOrganization)
    .orderBy("o.name")
    .execute();
}

/** Which accounts were checked, of what kind and when; never a number. */
async function payeeProofs(db: Kysely<DB>, organizationId: string): Promise<PayeeProof[]> {
  const rows = await db
    .selectFrom("payee_accounts")
    .select(["kind", "village_regulation as regulation", "verified_at"])
    .where("organization_id", "=", organizationId)
    .where("verified_at", "is not", null)
    .where("closed_at", "is", null)
    .orderBy("verified_at")
    .execute();
  return rows.flatMap(({ verified_at, ...row }) => (verified_at ? [{ ...row, checkedOn: dayOf(verified_at) }] : []));
}

async function declaredTies(db: Kysely<DB>, organizationId: string): Promise<number> {
  const { people } = await db
    .selectFrom("ties as t")
    .innerJoin("memberships as m", "m.user_id", "t.user_id")
    .select(sql<number>`count(distinct t.user_id)::int`.as("people"))
    .where("m.organization_id", "=", organizationId)
    .where("t.withdrawn_at", "is", null)
    .executeTakeFirstOrThrow();
  return people;
}

async function reportRecord(db: Kysely<DB>, organizationId: string): Promise<{ published: number; disbursed: number }> {
  const row = await db
    .selectFrom("disbursements as d")
    .innerJoin("proposals as p", "p.id", "d.proposal_id")
    .leftJoin("reports as r", (join) =>
      join.onRef("r.proposal_id", "=", "d.proposal_id").onRef("r.tranche_n", "=", "d.tranche_n").on("r.status", "=", "published"),
    )
    .select([sql<number>`count(*)::int`.as("disbursed"), sql<number>`count(r.id)::int`.as("published")])
    .where("p.organization_id", "=", organizationId)
    .where("d.status", "=", "acknowledged")
    .executeTakeFirst();
  return { published: row?.published ?? 0, disbursed: row?.disbursed ?? 0 };
}

async function programsOf(db: Kysely<DB>, organizationId: string): Promise<ProgramCard[]> {
  const rows = await db
    .selectFrom("proposals as p")
    .select("p.id")
    .where("p.organization_id", "=", organizationId)
    .where(isShown)
    .orderBy("p.published_at", "desc")
    .orderBy("p.id")
    .limit(24)
    .execute();
  return programCards(
    db,
    rows.map((row) => row.id),
  );
}

async function fundersOf(db: Kysely<DB>, organizationId: string): Promise<ProfileFunder[]> {
  const rows = await db
    .selectFrom("funder_flow as f")
    .innerJoin("proposals as p", "p.id", "f.proposal_id")
    .innerJoin("organizations as o", "o.id", "f.company_id")
    .select(["o.name", "o.slug", "o.company_type", "f.committed", "f.received"])
    .where("p.organization_id", "=", organizationId)
    .execute();
  const funders = new Map<string, ProfileFunder>();
  for (const row of rows) {
    const known = funders.get(row.slug) ?? {
      name: row.name,
      slug: row.slug,
      companyType: row.company_type ?? "private",
      committed: 0n,
      received: 0n,
    };
    funders.set(row.slug, {
      ...known,
      committed: sum([known.committed, row.committed ?? 0n]),
      received: sum([known.received, row.received ?? 0n]),
    });
  }
  return [...funders.values()].sort((a, b) =>
    a.committed === b.committed ? a.name.localeCompare(b.name) : a.committed > b.committed ? -1 : 1,
  );
}
