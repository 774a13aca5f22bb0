import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import { storeFile } from "~/features/files/store-file.server";
import { type Actor, requireMembership } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import type { DB } from "#db/types.generated";
import { lockAppeal } from "./lock-appeal.server";
import type { Statement } from "./raise-appeal.server";

/** Adds the disaster's statement that followed later, or the one that prolongs it. Refuses `appeal_over` and `statement_days`. */
export async function addStatement(trx: Transaction<DB>, actor: Actor, input: { appealId: string; statement: Statement }): Promise<void> {
  const appeal = await lockAppeal(trx, input.appealId);
  requireMembership(actor, appeal.organization_id, "chair", "editor");
  if (appeal.status !== "raised" && appeal.status !== "verified") throw new DomainError("appeal_over");
  const { number, issuer, from, until, file } = input.statement;
  if (until < from) throw new DomainError("statement_days", { field: "statementUntil" });
  const stored = file ? await storeFile(trx, actor, { organizationId: appeal.organization_id, access: "private", file }) : null;
  await trx
    .updateTable("appeals")
    .set({
      statement_number: number,
      statement_issuer: issuer,
      statement_from: from,
      statement_until: until,
      ...(stored ? { statement_file_id: stored.fileId } : {}),
    })
    .where("id", "=", appeal.id)
    .execute();
  await recordAudit(trx, {
    actorId: actor.userId,
    action: "appeal.statement_added",
    subject: { kind: "appeal", id: appeal.id },
    organizationId: appeal.organization_id,
    details: { number, until },
  });
}
