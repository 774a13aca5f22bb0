import type { Transaction } from "kysely";
import { type Actor, requireMembership } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import { isId } from "~/kernel/ids";
import { now } from "~/platform/clock.server";
import { refusing } from "#db/refusals.server";
import type { DB } from "#db/types.generated";
import type { DraftPatch } from "./draft-patch";
import { replaceRows } from "./draft-rows.server";
import { peopleColumns } from "./people-columns";
import { type Section, isEditable, writerRoles } from "./proposal";
import { type Unread, budgetTotal } from "./proposal-draft";
import { lockProposal } from "./proposal-transition.server";

/**
 * The page that sends. It may follow its own automatic saves, whose new version it may not have heard of yet: a save that somebody pressed
 * always, an automatic one only with a higher number, since one that arrives late must not write over what was saved after it.
 */
export type OpenForm = { id: string; followsItself: boolean; seq?: number };

/**
 * Saves part of a draft, as loosely as it was written, and returns the new version. Refuses `stale_version` when somebody else saved since
 * `version` was read. `unread` keeps what was typed in a section and could not be read; a section that is not named keeps its own.
 */
export async function saveProposalDraft(
  trx: Transaction<DB>,
  actor: Actor,
  input: { proposalId: string; version: number; patch: DraftPatch; unread?: Unread; form?: OpenForm },
): Promise<{ version: number }> {
  const proposal = await lockProposal(trx, input.proposalId);
  requireMembership(actor, proposal.organizationId, ...writerRoles);
  if (!isEditable(proposal.status)) throw new DomainError("not_editable", { status: proposal.status });
  const own = isOwnSave(proposal, input.form);
  if (proposal.version !== input.version && !own) throw new DomainError("stale_version", { current: proposal.version });

  const { patch } = input;
  await replaceRows(trx, proposal, patch);
  const version = proposal.version + 1;
  await refusing(
    trx
      .updateTable("proposals")
      .set({
        ...columnsOf(patch),
        ...(await unreadOf(trx, proposal.id, input.unread)),
        version,
        saved_by_form: isId(input.form?.id) ? input.form.id : null,
        saved_seq: Math.max(input.form?.seq ?? 0, own ? proposal.savedSeq : 0),
        updated_at: now(),
      })
      .where("id", "=", proposal.id)
      .executeTakeFirst(),
    {
      proposals_area_fkey: "area_unknown",
      proposals_dates_order: "ends_before_start",
      proposals_people_positive: "people_not_positive",
    },
  );
  return { version };
}

/** Whether nobody but the sending page itself saved since it was opened. */
export function isOwnSave(saved: { savedByForm: string | null; savedSeq: number }, form: OpenForm | undefined): boolean {
  if (!form || !isId(form.id) || form.id !== saved.savedByForm) return false;
  return form.followsItself || (form.seq ?? 0) > saved.savedSeq;
}

function columnsOf(patch: DraftPatch) {
  return {
    title: patch.title,
    summary: patch.summary,
    story: patch.story?.replaceAll("\r\n", "\n"),
    pillar: patch.pillar,
    ...peopleColumns(patch),
    area_code: patch.areaCode,
    place: patch.place,
    starts_on: patch.startsOn,
    ends_on: patch.endsOn,
    open_until: patch.openUntil,
    led_by_woman: patch.ledByWoman,
    urgent: patch.urgent,
    payee_account_id: patch.payeeAccountId,
    // The target is never typed: it is what the budget adds up to.
    target: patch.lines && (budgetTotal(patch.lines) || null),
  };
}

async function unreadOf(trx: Transaction<DB>, proposalId: string, unread: Unread | undefined): Promise<{ unread?: string }> {
  if (!unread) return {};
  const row = await trx.selectFrom("proposals").select("unread").where("id", "=", proposalId).executeTakeFirstOrThrow();
  const merged = { ...(row.unread as Unread), ...unread };
  const kept = Object.entries(merged).filter(([, fields]) => Object.keys(fields ?? {}).length > 0);
  return { unread: JSON.stringify(Object.fromEntries(kept) satisfies Partial<Record<Section, unknown>>) };
}
