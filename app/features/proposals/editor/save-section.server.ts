import type { Transaction } from "kysely";
import { type Actor, requireMembership } from "~/features/identity/actor";
import { DomainError } from "~/kernel/domain-error";
import { type Side, fingerprints, hasChanged } from "~/kernel/three-way";
import type { DB } from "#db/types.generated";
import { findDraft } from "../draft-queries.server";
import { type Section, writerRoles } from "../proposal";
import { lockProposal } from "../proposal-transition.server";
import { type OpenForm, isOwnSave, saveProposalDraft } from "../save-proposal-draft.server";
import type { SectionForm } from "../section-form";
import { mergeSection, sheetOf, unitsOf } from "../section-units";

type SaveSection = {
  proposalId: string;
  version: number;
  section: Section;
  step: SectionForm;
  form: OpenForm;
  /** What the page was opened with, and what its writer answered where two people changed the same. */
  base?: Readonly<Record<string, string>> | undefined;
  asked?: Readonly<Record<string, Side | undefined>>;
};

/**
 * Saves a step of the editor: what could be read, and the text of what could not. Where somebody else saved meanwhile, each part is taken
 * from the one who changed it; `stale_version` only when both changed the same and the writer has not chosen. A page that saves by itself
 * (`followsItself` false) never merges: what it shows would be behind what is stored.
 */
export async function saveSection(trx: Transaction<DB>, actor: Actor, input: SaveSection): Promise<{ version: number; base: string }> {
  const { proposalId, version, section, step, form, base, asked = {} } = input;
  const save = async (at: number, { patch, unread }: SectionForm) => ({
    ...(await saveProposalDraft(trx, actor, { proposalId, version: at, patch, unread: { [section]: unread }, form })),
    // Read before anybody else can save: the page must never believe it shows what it has not seen.
    base: await baseOf(trx, proposalId, section),
  });
  const proposal = await lockProposal(trx, proposalId);
  requireMembership(actor, proposal.organizationId, ...writerRoles);
  const untouched = proposal.version === version || isOwnSave(proposal, form);
  if (!base || (untouched && Object.keys(asked).length === 0)) return save(version, step);
  const record = await findDraft(trx, proposalId);
  if (!record) throw new DomainError("not_found");
  const saved = sheetOf(record, section);
  if (!form.followsItself) {
    if (hasChanged(base, unitsOf(section, saved))) throw new DomainError("stale_version", { current: proposal.version });
    return save(proposal.version, step);
  }
  const { merged, conflicts } = mergeSection(section, { base, mine: step, saved, asked });
  if (conflicts.length > 0) throw new DomainError("stale_version", { current: proposal.version });
  return save(proposal.version, merged);
}

/** What a step holds now, as the hidden field of an open page says it. */
async function baseOf(trx: Transaction<DB>, proposalId: string, section: Section): Promise<string> {
  const record = await findDraft(trx, proposalId);
  return record ? JSON.stringify(fingerprints(unitsOf(section, sheetOf(record, section)))) : "";
}
