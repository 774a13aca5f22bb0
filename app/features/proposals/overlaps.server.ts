import { type Kysely, sql } from "kysely";
import type { Day } from "~/kernel/dates";
import type { Rupiah } from "~/kernel/money";
import type { DB } from "#db/types.generated";
import { type ProposalStatus, publicStatuses } from "./proposal";

export type Overlap = {
  id: string;
  slug: string;
  title: string;
  urgent: boolean;
  organization: string;
  status: ProposalStatus;
  target: Rupiah;
  committed: Rupiah;
  startsOn: Day | null;
  endsOn: Day | null;
  /** Need groups that both name, where the village and the period are the same too; empty when only the text is alike. */
  needs: { nameId: string; nameEn: string }[];
  /** How alike title, summary and story are, in percent. */
  likeness: number;
};

/** From here on two texts count as the same: below it, proposals of one kind of activity look alike by their words alone. */
const sameText = 0.45;
const weighedStatuses = [...publicStatuses, "submitted", "verifying"] as const satisfies readonly ProposalStatus[];

/**
 * What overlaps with a proposal: the same village, need group and period, or the same text, in other proposals and programs; the most
 * alike first, at most ten. It never blocks anything. Funders see what is public, and no village of a group that must not be found.
 */
export async function overlapsOf(db: Kysely<DB>, proposalId: string, audience: "desk" | "funder"): Promise<Overlap[]> {
  const statuses = audience === "desk" ? weighedStatuses : publicStatuses;
  const { rows } = await sql<Omit<Overlap, "needs"> & { needs: Overlap["needs"] | null }>`
    with this as (
      select p.id, p.area_code, p.starts_on, p.ends_on, ${words("p")} as words,
        exists (select from proposal_needs pn join need_groups g on g.code = pn.need_code
          where pn.proposal_id = p.id and g.sensitive) as guarded
      from proposals p where p.id = ${proposalId}
    ), others as (
      select p.*, o.name as organization, similarity(this.words, ${words("p")}) as likeness,
        (select json_agg(json_build_object('nameId', g.name_id, 'nameEn', g.name_en) order by g.position)
          from proposal_needs mine
          join proposal_needs theirs on theirs.need_code = mine.need_code and theirs.proposal_id = p.id
          join need_groups g on g.code = mine.need_code
          where mine.proposal_id = this.id and length(this.area_code) > 8 and p.area_code = this.area_code
            and p.starts_on <= this.ends_on and p.ends_on >= this.starts_on
            and (${audience === "desk"} or not (this.guarded or exists (select from proposal_needs x join need_groups s on s.code = x.need_code
              where x.proposal_id = p.id and s.sensitive)))) as needs
      from proposals p
      join organizations o on o.id = p.organization_id
      cross join this
      where p.id <> this.id and p.status = any(${[...statuses]}::proposal_status[])
    )
    select p.id, p.slug, p.title, p.urgent, p.organization, p.status, coalesce(p.target, 0)::bigint as target,
      coalesce(f.committed, 0)::bigint as committed, p.starts_on as "startsOn", p.ends_on as "endsOn", p.needs,
      round(p.likeness * 100)::int as likeness
    from others p
    left join program_flow f on f.proposal_id = p.id
    where p.needs is not null or p.likeness >= ${sameText}
    order by (p.needs is not null) desc, p.likeness desc, p.id
    limit 10`.execute(db);
  return rows.map((row) => ({ ...row, needs: row.needs ?? [], likeness: row.likeness >= sameText * 100 ? row.likeness : 0 }));
}

/** What two texts are compared by; a story's beginning says what it is about. */
function words(alias: string) {
  const p = sql.raw(alias);
  return sql`lower(${p}.title || ' ' || ${p}.summary || ' ' || left(${p}.story, 1500))`;
}
