import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { Flow } from "~/features/ledger/ledger";
import { verifyChains } from "~/features/ledger/verify-chains.server";
import type { DB } from "#db/types.generated";
import { isShown } from "./open-need.server";
import { type ProgramCard, programCards } from "./program-cards.server";

export type FigureRow = Flow & { key: string; name: string; programs: number; href?: string };

export type PlatformFigures = {
  pillars: FigureRow[];
  districts: FigureRow[];
  elements: FigureRow[];
  companies: (FigureRow & { companyType: string })[];
  /** The largest programs; the rest is a link. */
  programs: ProgramCard[];
};

type FlowRow = { [K in keyof Flow]: bigint | null } & { programs: number | null };

const mostRows = 20;

/** The four figures of the whole platform in five views; every sum comes from the database's views. */
export async function platformFigures(db: Kysely<DB>): Promise<PlatformFigures> {
  const [pillars, elements, districts, companies, programs] = await Promise.all([
    db.selectFrom("pillar_flow").selectAll().orderBy("target", "desc").execute(),
    db.selectFrom("element_flow").selectAll().orderBy("target", "desc").execute(),
    db
      .selectFrom("district_flow as f")
      .innerJoin("areas as a", "a.code", "f.district_code")
      .selectAll("f")
      .select("a.name")
      .orderBy("f.target", "desc")
      .limit(mostRows)
      .execute(),
    db
      .selectFrom("company_flow as f")
      .innerJoin("organizations as o", "o.id", "f.company_id")
      .select(["o.name", "o.slug", "o.company_type", "f.pledges", "f.committed", "f.received", "f.disbursed", "f.accounted"])
      .where("f.committed", ">", 0n)
      .orderBy("f.committed", "desc")
      .orderBy("o.name")
      .limit(mostRows)
      .execute(),
    largestPrograms(db),
  ]);
  return {
    pillars: pillars.flatMap((row) => (row.pillar ? [{ ...asRow(row), key: row.pillar, name: row.pillar }] : [])),
    elements: elements.flatMap((row) => (row.element ? [{ ...asRow(row), key: row.element, name: row.element }] : [])),
    districts: districts.map((row) => ({
      ...asRow(row),
      key: row.district_code ?? "",
      name: row.name,
      href: `/program?wilayah=${row.district_code}`,
    })),
    companies: companies.map((row) => ({
      ...asRow({ ...row, target: row.committed, programs: row.pledges }),
      key: row.slug,
      name: row.name,
      href: `/perusahaan/${row.slug}`,
      companyType: row.company_type ?? "private",
    })),
    programs,
  };
}

async function largestPrograms(db: Kysely<DB>): Promise<ProgramCard[]> {
  const rows = await db
    .selectFrom("proposals as p")
    .innerJoin("funds as f", "f.proposal_id", "p.id")
    .select("p.id")
    .where(isShown)
    .orderBy("f.target", "desc")
    .orderBy("p.id")
    .limit(mostRows)
    .execute();
  return programCards(
    db,
    rows.map((row) => row.id),
  );
}

function asRow(row: FlowRow): Flow & { programs: number } {
  return {
    programs: row.programs ?? 0,
    target: row.target ?? 0n,
    committed: row.committed ?? 0n,
    received: row.received ?? 0n,
    disbursed: row.disbursed ?? 0n,
    accounted: row.accounted ?? 0n,
  };
}

export type LedgerHealth = { entries: bigint; chains: number; broken: { proposalId: string; seq: bigint | undefined }[] | undefined };

const mostEntriesToVerify = 5_000n;

/** How many entries there are, and whether every chain holds; a very large ledger is verified by the public command instead. */
export async function ledgerHealth(db: Kysely<DB>): Promise<LedgerHealth> {
  const { rows } = await sql<{ entries: bigint; chains: number }>`
    select coalesce(sum(last_seq), 0)::bigint as entries, count(*) filter (where last_seq > 0)::int as chains from funds`.execute(db);
  const { entries = 0n, chains = 0 } = rows[0] ?? {};
  if (entries > mostEntriesToVerify) return { entries, chains, broken: undefined };
  const verdicts = await verifyChains(db);
  return {
    entries,
    chains,
    broken: verdicts
      .filter(({ verdict, headAgrees }) => !verdict.intact || !headAgrees)
      .map(({ proposalId, verdict }) => ({ proposalId, seq: verdict.intact ? undefined : verdict.seq })),
  };
}
