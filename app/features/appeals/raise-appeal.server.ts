import type { Transaction } from "kysely";
import { once } from "~/features/audit/once.server";
import { recordAudit } from "~/features/audit/record-audit.server";
import { type Actor, requireMembership } from "~/features/identity/actor";
import { requireCommunityUnfrozen } from "~/features/freezes/require-unfrozen.server";
import { standingIsValid } from "~/features/organizations/standing";
import { type Day, addDays, formatDay } from "~/kernel/dates";
import { DomainError } from "~/kernel/domain-error";
import { newId } from "~/kernel/ids";
import { now, today } from "~/platform/clock.server";
import { takeNumber } from "#db/counters.server";
import type { DB } from "#db/types.generated";
import { type AppealLine, type Count, type DisasterKind, totalOf } from "./appeal";
import { writeCount } from "./update-count.server";
import { type Statement, storeStatement } from "./store-statement.server";
import { tellDuty } from "./tell-appeal.server";
import { communityPowers } from "~/features/identity/powers";

export type RaiseInput = {
  key: string;
  organizationId: string;
  disaster: DisasterKind;
  title: string;
  situation: string;
  /** The district (kecamatan); villages lie inside it. */
  villages: readonly string[];
  beganOn: Day;
  count: Count;
  lines: readonly AppealLine[];
  statement: Statement | null;
};

/** The longest that an emergency may have begun before it is raised. */
const freshDays = 14;

/**
 * Raises an emergency appeal in the name of a Tagana unit whose standing holds; its 24 hours begin now. Refuses `appeal_not_tagana`,
 * `appeal_standing_invalid`, `appeal_payee_missing`, `villages_missing`, `villages_apart`, `began_out_of_range`, `nobody_affected`,
 * `lines_missing`, `statement_days`, `organization_frozen` and `appeal_open` (the same disaster of the same place waits already).
 */
export async function raiseAppeal(trx: Transaction<DB>, actor: Actor, input: RaiseInput): Promise<{ appealId: string; code: string }> {
  requireMembership(actor, input.organizationId, ...communityPowers.raises_appeals);
  const { statement, ...said } = input;
  const seen = { ...said, statement: statement ? { ...statement, file: statement.file?.name ?? null } : null, actor: actor.userId };
  return once(trx, { key: input.key, operation: "raise_appeal", input: seen }, async () => {
    await requireTagana(trx, input.organizationId);
    await requireCommunityUnfrozen(trx, input.organizationId, "proposals");
    const payeeAccountId = await verifiedAccount(trx, input.organizationId);
    const district = await requireVillages(trx, input.villages);
    requireSense(input);
    const appealId = newId();
    const year = Number(today().slice(0, 4));
    const code = `DRT-${year}-${String(await takeNumber(trx, "appeal", year)).padStart(3, "0")}`;
    const stated = statement ? await storeStatement(trx, actor, input.organizationId, statement) : {};
    const inserted = await trx
      .insertInto("appeals")
      .values({
        id: appealId,
        code,
        organization_id: input.organizationId,
        status: "raised",
        disaster: input.disaster,
        title: input.title.trim(),
        situation: input.situation.trim(),
        area_code: district,
        began_on: input.beganOn,
        ...stated,
        payee_account_id: payeeAccountId,
        raised_by: actor.userId,
        raised_at: now(),
      })
      .onConflict((conflict) => conflict.columns(["organization_id", "area_code", "disaster"]).where("status", "=", "raised").doNothing())
      .returning("id")
      .executeTakeFirst();
    if (!inserted) throw new DomainError("appeal_open");
    await writeParts(trx, appealId, input);
    await writeCount(trx, actor, appealId, input.count);
    await compareMemberNumber(trx, appealId, input.organizationId);
    await recordAudit(trx, {
      actorId: actor.userId,
      action: "appeal.raised",
      subject: { kind: "appeal", id: appealId },
      organizationId: input.organizationId,
      details: { code, disaster: input.disaster, total: String(totalOf(input.lines)) },
    });
    await tellDuty(trx, { id: appealId, code, title: input.title }, "raised");
    return { appealId, code };
  });
}

async function requireTagana(trx: Transaction<DB>, organizationId: string): Promise<void> {
  const unit = await trx
    .selectFrom("organizations")
    .select(["element", "standing", "standing_valid_until"])
    .where("id", "=", organizationId)
    .forShare()
    .executeTakeFirstOrThrow();
  if (unit.element !== "disaster_cadet") throw new DomainError("appeal_not_tagana");
  if (!standingIsValid(unit, today())) throw new DomainError("appeal_standing_invalid");
}

async function verifiedAccount(trx: Transaction<DB>, organizationId: string): Promise<string> {
  const account = await trx
    .selectFrom("payee_accounts")
    .select("id")
    .where("organization_id", "=", organizationId)
    .where("verified_at", "is not", null)
    .where("closed_at", "is", null)
    .orderBy("created_at", "desc")
    .executeTakeFirst();
  if (!account) throw new DomainError("appeal_payee_missing");
  return account.id;
}

/** The district that holds every village; an emergency that reaches into another is raised there too. */
async function requireVillages(trx: Transaction<DB>, villages: readonly string[]): Promise<string> {
  const wanted = [...new Set(villages)];
  if (wanted.length === 0) throw new DomainError("villages_missing", { field: "villages" });
  const known = await trx.selectFrom("areas").select("parent_code").where("code", "in", wanted).where("level", "=", "village").execute();
  if (known.length !== wanted.length) throw new DomainError("villages_missing", { field: "villages" });
  const districts = [...new Set(known.map((village) => village.parent_code))];
  const [district] = districts;
  if (!district || districts.length > 1) throw new DomainError("villages_apart", { field: "villages" });
  return district;
}

function requireSense(input: RaiseInput): void {
  if (input.beganOn > today() || input.beganOn < addDays(today(), -freshDays)) {
    throw new DomainError("began_out_of_range", { field: "beganOn", days: freshDays });
  }
  if (input.count.people + input.count.displaced + input.count.families === 0)
    throw new DomainError("nobody_affected", { field: "people" });
  if (input.lines.length === 0) throw new DomainError("lines_missing", { field: "lines" });
}

async function writeParts(trx: Transaction<DB>, appealId: string, input: RaiseInput): Promise<void> {
  await trx
    .insertInto("appeal_villages")
    .values([...new Set(input.villages)].map((code) => ({ appeal_id: appealId, area_code: code })))
    .execute();
  await trx
    .insertInto("appeal_lines")
    .values(
      input.lines.map((line, index) => ({
        appeal_id: appealId,
        position: index + 1,
        description: line.description,
        volume: line.volume,
        unit: line.unit,
        unit_price: line.unitPrice,
      })),
    )
    .execute();
}

/** The unit's member number was checked when its standing was; the system says so, and until when it holds. */
async function compareMemberNumber(trx: Transaction<DB>, appealId: string, organizationId: string): Promise<void> {
  const { standing_valid_until: until } = await trx
    .selectFrom("organizations")
    .select("standing_valid_until")
    .where("id", "=", organizationId)
    .executeTakeFirstOrThrow();
  await trx
    .insertInto("appeal_checks")
    .values({
      appeal_id: appealId,
      kind: "member_number",
      result: "match",
      note: until ? `Berlaku sampai ${formatDay(until)}.` : "",
      checked_by: null,
      checked_at: now(),
    })
    .execute();
}
