import { type Kysely, sql } from "kysely";
import { loadAreas } from "./areas.server";
import { checklists } from "./checklists";
import { developmentGoals } from "./development-goals";
import { needGroups } from "./need-groups";
import { psksElements } from "./psks-elements";

/** Brings the reference tables to what this release states. Runs after the migrations, as the owner; running it again changes nothing. */
export async function loadReference(db: Kysely<unknown>): Promise<void> {
  await loadAreas(db);
  for (const [position, [code, nameId, nameEn, sensitive]] of needGroups.entries()) {
    await sql`
      insert into need_groups (code, position, name_id, name_en, sensitive)
      values (${code}, ${position + 1}, ${nameId}, ${nameEn}, ${sensitive !== undefined})
      on conflict (code) do update set position = excluded.position, name_id = excluded.name_id, name_en = excluded.name_en,
        sensitive = excluded.sensitive`.execute(db);
  }
  for (const [number, pillar, nameId, nameEn] of developmentGoals) {
    await sql`
      insert into development_goals (number, pillar, name_id, name_en)
      values (${number}, ${pillar}::csr_pillar, ${nameId}, ${nameEn})
      on conflict (number) do update set pillar = excluded.pillar, name_id = excluded.name_id, name_en = excluded.name_en`.execute(db);
  }
  for (const [position, element] of psksElements.entries()) {
    await sql`
      insert into psks_elements (code, position, kind, name_id, name_en, legal_basis, may_propose, may_verify)
      values (${element.code}::psks_element, ${position + 1}, ${element.kind}::actor_kind, ${element.id}, ${element.en},
        ${element.basis}, ${element.proposes}, ${element.verifies})
      on conflict (code) do update set position = excluded.position, kind = excluded.kind, name_id = excluded.name_id,
        name_en = excluded.name_en, legal_basis = excluded.legal_basis, may_propose = excluded.may_propose,
        may_verify = excluded.may_verify`.execute(db);
    for (const [step, document] of element.documents.entries()) {
      await sql`
        insert into standing_document_kinds (code, element, position, name_id, name_en, hint_id, hint_en, required, has_expiry)
        values (${document.code}, ${element.code}::psks_element, ${step + 1}, ${document.id}, ${document.en}, ${document.hintId},
          ${document.hintEn}, ${document.required}, ${document.expires})
        on conflict (element, code) do update set position = excluded.position, name_id = excluded.name_id, name_en = excluded.name_en,
          hint_id = excluded.hint_id, hint_en = excluded.hint_en, required = excluded.required, has_expiry = excluded.has_expiry`.execute(
        db,
      );
    }
  }
  for (const [kind, items] of Object.entries(checklists)) {
    for (const [position, item] of items.entries()) {
      await sql`
        insert into checklist_items (kind, code, position, question_id, question_en)
        values (${kind}::assignment_kind, ${item.code}, ${position + 1}, ${item.id}, ${item.en})
        on conflict (kind, code) do update set position = excluded.position, question_id = excluded.question_id,
          question_en = excluded.question_en`.execute(db);
    }
  }
}
