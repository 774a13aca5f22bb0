import type { Kysely, Transaction } from "kysely";
import { isId } from "~/kernel/ids";
import { today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";

type Reader = Kysely<DB> | Transaction<DB>;

/** Women leaders whose standing holds today and of whom nothing is frozen: who may be named, and asked. */
function standing(db: Reader) {
  return db
    .selectFrom("organizations as o")
    .where("o.kind", "=", "practitioner")
    .where("o.element", "=", "woman_leader")
    .where("o.standing", "=", "approved")
    .where((eb) => eb.or([eb("o.standing_valid_until", "is", null), eb("o.standing_valid_until", ">=", today())]))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("organization_freezes as f")
            .select("f.id")
            .whereRef("f.organization_id", "=", "o.id")
            .where("f.scope", "=", "all")
            .where("f.lifted_at", "is", null),
        ),
      ),
    );
}

export type WomanLeader = { id: string; name: string; about: string; area: string };

/** Whom an organisation can name as a program's leader or ask to mentor it, by name. */
export async function womenLeaders(db: Reader): Promise<WomanLeader[]> {
  const rows = await standing(db)
    .leftJoin("areas as a", "a.code", "o.area_code")
    .select(["o.id", "o.name", "o.about", "a.label"])
    .orderBy("o.name")
    .orderBy("o.id")
    .limit(500)
    .execute();
  return rows.map(({ label, ...row }) => ({ ...row, area: label ?? "" }));
}

/** One of them, locked against a standing that ends or a freeze that comes at the same moment; undefined when she can't be asked. */
export async function lockWomanLeader(trx: Transaction<DB>, id: string): Promise<{ id: string; name: string } | undefined> {
  if (!isId(id)) return undefined;
  await trx.selectFrom("organizations").select("id").where("id", "=", id).forShare().execute();
  return standing(trx).select(["o.id", "o.name"]).where("o.id", "=", id).executeTakeFirst();
}
