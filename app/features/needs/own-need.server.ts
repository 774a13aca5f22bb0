import type { Context, practitioner } from "~/features/identity/guard.server";
import { areasOfWork } from "~/features/practitioners/practitioner-queries.server";
import { findNeed } from "./need-queries.server";

/** The record of the address, when it lies in the practitioner's area of work; else 404. */
export async function ownNeed(c: Context<ReturnType<typeof practitioner>>) {
  const areas = await areasOfWork(c.db, c.membership.organizationId);
  const need = await findNeed(
    c.db,
    String(c.params.id),
    areas.map((area) => area.code),
  );
  if (!need) throw new Response(null, { status: 404 });
  return need;
}
