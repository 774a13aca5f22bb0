import { type Kysely, type Transaction, sql } from "kysely";
import { mostBitsApart } from "~/features/files/fingerprint";
import type { Place } from "~/features/files/photo-evidence";
import type { DB } from "#db/types.generated";
import { type DayClaim, dayClaim } from "./visit-photo";

type Reader = Kysely<DB> | Transaction<DB>;

/** Where else a photo is: in this task, in another visit, or in the papers of a program. */
export type EarlierUse = {
  where: "same_task" | "visit" | "proposal" | "report" | "receipt" | "amendment";
  title: string;
  slug: string;
  on: Date;
  /** Byte for byte, or only as it looks. */
  exact: boolean;
};

export type VisitPhoto = {
  id: string;
  item: string;
  sizeBytes: number;
  takenAt: Date | null;
  place: Place | null;
  sentAt: Date;
  day: DayClaim;
  uses: EarlierUse[];
};

/** The photos of a task by question, in the order they came, each with what it says of its day and where else it was used. */
export async function photosOf(db: Reader, task: { proposalId: string; id: string; offeredAt: Date }): Promise<VisitPhoto[]> {
  const rows = await db
    .selectFrom("assignment_files as af")
    .innerJoin("files as f", "f.id", "af.file_id")
    .select(["f.id", "f.size_bytes as sizeBytes", "af.taken_at as takenAt", "af.latitude", "af.longitude", "af.created_at as sentAt"])
    .select(sql<string>`af.item_code`.as("item"))
    .where("af.proposal_id", "=", task.proposalId)
    .where("af.assignment_id", "=", task.id)
    .where("af.item_code", "is not", null)
    .orderBy("af.created_at")
    .orderBy("f.id")
    .execute();
  const uses = await usesOf(
    db,
    rows.map((row) => row.id),
    task.id,
  );
  return rows.map(({ latitude, longitude, ...row }) => ({
    ...row,
    place: latitude !== null && longitude !== null ? { latitude: Number(latitude), longitude: Number(longitude) } : null,
    day: dayClaim(row, task.offeredAt),
    uses: uses.filter((use) => use.photo === row.id),
  }));
}

/**
 * Other pictures with the same content, or that look the same, among those of programs and visits. Evidence of concerns is never among
 * them: a reporter must not be found by a photo.
 */
async function usesOf(db: Reader, photos: readonly string[], taskId: string): Promise<(EarlierUse & { photo: string })[]> {
  if (photos.length === 0) return [];
  const { rows } = await sql<EarlierUse & { photo: string }>`
    select distinct on (photo.id, used.place, p.id, other.id)
      photo.id as photo, used.place as "where", p.title, p.slug, other.created_at as "on", other.sha256 = photo.sha256 as exact
    from files photo
    join files other on other.id <> photo.id and (other.sha256 = photo.sha256
      or bit_count((other.fingerprint # photo.fingerprint)::bit(64)) <= ${sql.lit(mostBitsApart)})
    join (
      select file_id, proposal_id, case when assignment_id = ${taskId} then 'same_task' else 'visit' end as place from assignment_files
      union all select file_id, proposal_id, 'proposal' from proposal_files
      union all select file_id, proposal_id, 'report' from report_photos
      union all select file_id, proposal_id, 'receipt' from receipts where file_id is not null
      union all select file_id, proposal_id, 'amendment' from amendment_files
    ) used on used.file_id = other.id
    join proposals p on p.id = used.proposal_id
    where photo.id in (${sql.join(photos)})
    order by photo.id, used.place, p.id, other.id`.execute(db);
  return rows;
}
