import type { Kysely } from "kysely";
import { peopleWithRoles } from "~/features/identity/people.server";
import { type Day, addDays, daysBetween } from "~/kernel/dates";
import { today } from "~/platform/clock.server";
import { absoluteUrl } from "~/platform/env.server";
import { queueEmail } from "~/platform/outbox.server";
import type { DB } from "#db/types.generated";
import { workspaceOf } from "./organization";
import { managingRole } from "./roles";
import { warningFor, warningDays } from "./standing";

type Ending = {
  organizationId: string;
  name: string;
  kind: "community" | "company" | "practitioner";
  endsOn: Day;
  /** The document that ends, or the standing as a whole. */
  subject: { key: string; document: { id: string; en: string } };
};

/** Queues the warnings that a document or a whole standing ends in 60, 30 or 7 days; each goes out once, however often this runs. */
export async function warnExpiring(db: Kysely<DB>): Promise<number> {
  const day = today();
  const until = addDays(day, Math.max(...warningDays));
  const endings = [...(await endingStandings(db, day, until)), ...(await endingDocuments(db, day, until))];
  let warned = 0;
  for (const ending of endings) {
    const warning = warningFor(ending.endsOn, day);
    if (warning === undefined) continue;
    warned += 1;
    await db.transaction().execute(async (trx) => {
      const roles = ending.kind === "community" ? (["chair", "editor"] as const) : ([managingRole(ending.kind)] as const);
      for (const person of await peopleWithRoles(trx, ending.organizationId, ...roles)) {
        await queueEmail(trx, {
          template: "standing-expiring",
          to: person,
          props: {
            organization: ending.name,
            kind: ending.kind,
            document: ending.subject.document,
            endsOn: ending.endsOn,
            daysLeft: daysBetween(day, ending.endsOn),
            url: absoluteUrl(`${workspaceOf(ending.kind)}/legalitas`),
          },
          dedupeKey: `standing-expiring:${ending.subject.key}:${ending.endsOn}:${warning}:${person.userId}`,
        });
      }
    });
  }
  return warned;
}

/** Approved organisations whose standing ends between two days. */
function approved(db: Kysely<DB>) {
  return db.selectFrom("organizations as o").where("o.standing", "=", "approved").where("o.kind", "<>", "platform");
}

async function endingStandings(db: Kysely<DB>, from: Day, until: Day): Promise<Ending[]> {
  const rows = await approved(db)
    .select(["o.id", "o.name", "o.kind", "o.standing_valid_until as endsOn"])
    .where("o.standing_valid_until", ">=", from)
    .where("o.standing_valid_until", "<=", until)
    .orderBy("o.id")
    .execute();
  return rows.flatMap(({ id, name, kind, endsOn }) =>
    kind === "platform" || endsOn === null
      ? []
      : [{ organizationId: id, name, kind, endsOn, subject: { key: id, document: { id: "", en: "" } } }],
  );
}

async function endingDocuments(db: Kysely<DB>, from: Day, until: Day): Promise<Ending[]> {
  const rows = await approved(db)
    .innerJoin("standing_documents as d", "d.organization_id", "o.id")
    .innerJoin("standing_document_kinds as k", (join) => join.onRef("k.code", "=", "d.kind").onRef("k.element", "=", "o.element"))
    .select(["o.id", "o.name", "o.kind", "d.id as documentId", "d.valid_until as endsOn", "k.name_id", "k.name_en"])
    .where("d.status", "=", "accepted")
    .where("d.superseded_at", "is", null)
    .where("d.valid_until", ">=", from)
    .where("d.valid_until", "<=", until)
    .orderBy("d.id")
    .execute();
  return rows.flatMap(({ id, name, kind, documentId, endsOn, name_id, name_en }) =>
    kind === "platform" || endsOn === null
      ? []
      : [{ organizationId: id, name, kind, endsOn, subject: { key: documentId, document: { id: name_id, en: name_en } } }],
  );
}
