import { type Kysely, type RawBuilder, type Transaction, sql } from "kysely";
import type { Rupiah } from "~/kernel/money";
import { today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { type WomanLed, womanLed } from "./lead";

type Reader = Kysely<DB> | Transaction<DB>;

/** Whether a program is led by a woman on anybody's word. Reads the table `p` (proposals). */
export const isLedByWoman: RawBuilder<boolean> = sql<boolean>`(p.led_by_woman
  or exists (select from program_leaders w where w.proposal_id = p.id and w.status = 'accepted'))`;

/** Who leads a program, as everyone may read it. */
export async function womanLedOf(db: Reader, proposalId: string): Promise<WomanLed> {
  return (await womenLedOf(db, [proposalId])).get(proposalId) ?? null;
}

/** The same of several programs; those that no woman leads are left out. */
export async function womenLedOf(db: Reader, proposalIds: readonly string[]): Promise<Map<string, WomanLed>> {
  if (proposalIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("proposals as p")
    .leftJoin("program_leads as l", "l.proposal_id", "p.id")
    .select(["p.id", "p.led_by_woman as stated", "l.leader", "l.stands", "l.stands_until as standsUntil"])
    .where("p.id", "in", [...proposalIds])
    .where(isLedByWoman)
    .execute();
  return new Map(
    rows.map(({ id, stated, leader, stands, standsUntil }) => {
      const lead = leader === null ? null : { leader, stands: stands ?? false, standsUntil };
      return [id, womanLed({ stated, lead }, today())];
    }),
  );
}

export type WomenShare = { programs: number; committed: Rupiah; disbursed: Rupiah };
/** A company's money in programs led by women, by whose word it is, beside all its money. */
export type CompanyWomenShare = { verified: WomenShare; stated: WomenShare; all: WomenShare };

export async function womenShareOfCompany(db: Reader, companyId: string): Promise<CompanyWomenShare> {
  const rows = await db
    .selectFrom("funder_flow")
    .select(["proposal_id as id", "committed", "disbursed"])
    .where("company_id", "=", companyId)
    .where("committed", ">", 0n)
    .execute();
  const led = await womenLedOf(
    db,
    rows.flatMap(({ id }) => id ?? []),
  );
  const share = (by: "verified" | "stated" | "all"): WomenShare => {
    const own = rows.filter(({ id }) => by === "all" || led.get(id ?? "")?.by === by);
    return {
      programs: own.length,
      committed: own.reduce((total, row) => total + (row.committed ?? 0n), 0n),
      disbursed: own.reduce((total, row) => total + (row.disbursed ?? 0n), 0n),
    };
  };
  return { verified: share("verified"), stated: share("stated"), all: share("all") };
}
