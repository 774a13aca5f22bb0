import type { Kysely, Transaction } from "kysely";
import type { DB } from "#db/types.generated";
import type { ProgramView } from "./program-view";

type Reader = Kysely<DB> | Transaction<DB>;

/** Who benefits from a public program, as anyone may read it: the view hides what is too small. */
export async function publishedPeople(db: Reader, proposalId: string): Promise<Omit<ProgramView["beneficiaries"], "unit">> {
  const row = await db.selectFrom("published_beneficiaries").selectAll().where("proposal_id", "=", proposalId).executeTakeFirstOrThrow();
  return {
    total: row.beneficiaries,
    people: row.people,
    indirect: row.indirect,
    women: row.women,
    men: row.men,
    age0to5: row.age_0_5,
    age6to17: row.age_6_17,
    age18to59: row.age_18_59,
    age60up: row.age_60_up,
    disabled: row.disabled,
    someHidden: row.some_hidden ?? false,
  };
}

/** The need groups of a program with their people, under the same rule. */
export async function publishedNeedGroups(db: Reader, proposalId: string): Promise<ProgramView["needs"]> {
  const rows = await db
    .selectFrom("proposal_needs as pn")
    .innerJoin("need_groups as n", "n.code", "pn.need_code")
    .leftJoin("published_need_people as p", (join) =>
      join.onRef("p.proposal_id", "=", "pn.proposal_id").onRef("p.need_code", "=", "pn.need_code"),
    )
    .select(["n.code", "n.name_id as nameId", "n.name_en as nameEn", "n.sensitive", "p.people", "p.hidden"])
    .where("pn.proposal_id", "=", proposalId)
    .orderBy("pn.position")
    .execute();
  return rows.map(({ hidden, ...row }) => ({ ...row, people: hidden ? "below" : row.people }));
}
