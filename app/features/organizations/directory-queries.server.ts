import { type Kysely, sql } from "kysely";
import type { OrganizationKind, Standing } from "~/features/identity/actor";
import type { DB } from "#db/types.generated";

export type DirectoryFilter = {
  q?: string | undefined;
  kind?: Exclude<OrganizationKind, "platform"> | undefined;
  standing?: Standing | undefined;
  page: number;
};

export const directoryPageSize = 30;

const documentsToCheck = sql<number>`(select count(*)::integer from standing_documents d
  where d.organization_id = o.id and d.status = 'submitted' and d.superseded_at is null)`;

const accountsToCheck = sql<number>`(select count(*)::integer from payee_accounts p
  where p.organization_id = o.id and p.verified_at is null and p.closed_at is null)`;

/** Organisations for the desk: who waits longest for a decision comes first, then by name. */
export async function listOrganizations(db: Kysely<DB>, filter: DirectoryFilter) {
  const rows = await db
    .selectFrom("organizations as o")
    .leftJoin("areas as a", "a.code", "o.area_code")
    .leftJoin("psks_elements as e", "e.code", "o.element")
    .select([
      "o.id",
      "o.name",
      "o.kind",
      "o.company_type as companyType",
      "e.name_id as elementId",
      "e.name_en as elementEn",
      "a.label as area",
      "o.standing",
      "o.standing_valid_until as standingValidUntil",
      "o.created_at as createdAt",
      documentsToCheck.as("documentsToCheck"),
      accountsToCheck.as("accountsToCheck"),
    ])
    .where("o.kind", "<>", "platform")
    .$if(filter.kind !== undefined, (query) => query.where("o.kind", "=", filter.kind ?? "community"))
    .$if(filter.standing !== undefined, (query) => query.where("o.standing", "=", filter.standing ?? "draft"))
    .$if(Boolean(filter.q), (query) => query.where("o.name", "ilike", `%${(filter.q ?? "").replace(/[\\%_]/g, "\\$&")}%`))
    .orderBy((eb) => eb.case().when("o.standing", "=", "submitted").then(0).else(1).end())
    .orderBy("documentsToCheck", "desc")
    .orderBy("o.name")
    .orderBy("o.id")
    .limit(directoryPageSize + 1)
    .offset((filter.page - 1) * directoryPageSize)
    .execute();
  return { rows: rows.slice(0, directoryPageSize), more: rows.length > directoryPageSize };
}

export type DirectoryRow = Awaited<ReturnType<typeof listOrganizations>>["rows"][number];

/** How many organisations wait for a decision of the desk. */
export async function countWaiting(db: Kysely<DB>): Promise<number> {
  const { count } = await db
    .selectFrom("organizations")
    .select((eb) => eb.cast<number>(eb.fn.countAll(), "integer").as("count"))
    .where("kind", "<>", "platform")
    .where("standing", "=", "submitted")
    .executeTakeFirstOrThrow();
  return count;
}

const standings: readonly Standing[] = ["draft", "submitted", "revision_requested", "approved", "rejected"];

/** The filters of the desk's list as its address states them; what can't be read is left out. */
export function readDirectoryFilter(params: URLSearchParams): DirectoryFilter {
  const kind = params.get("jenis");
  const page = Number(params.get("halaman"));
  return {
    q: params.get("q")?.trim().slice(0, 80) || undefined,
    kind: kind === "community" || kind === "company" ? kind : undefined,
    standing: standings.find((standing) => standing === params.get("keadaan")),
    page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1,
  };
}
