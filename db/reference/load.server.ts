import { type Kysely, sql } from "kysely";
import { loadAreas } from "./areas.server";
import { checklists } from "./checklists";
import { developmentGoals } from "./development-goals";
import { indicatorKinds } from "./indicator-kinds";
import { needGroups } from "./need-groups";
import { type Element, psksElements } from "./psks-elements";
import { regulations } from "./regulations";
import { taxRates } from "./tax-rates";

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
  await loadRegulations(db);
  await loadTaxRates(db);
  await loadIndicatorKinds(db);
  for (const [position, element] of psksElements.entries()) {
    await sql`
      insert into psks_elements (code, position, kind, name_id, name_en, may_propose, may_verify)
      values (${element.code}::psks_element, ${position + 1}, ${element.kind}::actor_kind, ${element.id}, ${element.en},
        ${element.proposes}, ${element.verifies})
      on conflict (code) do update set position = excluded.position, kind = excluded.kind, name_id = excluded.name_id,
        name_en = excluded.name_en, may_propose = excluded.may_propose, may_verify = excluded.may_verify`.execute(db);
    await loadLadder(db, element);
    await loadBasis(db, element);
  }
}

async function loadRegulations(db: Kysely<unknown>): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const { code, name, aboutId, aboutEn, since, replaced, amendedBy } of regulations) {
      await sql`
        insert into regulations (code, name, about_id, about_en, since, until, replaced_by, amended_by)
        values (${code}, ${name}, ${aboutId}, ${aboutEn}, ${since}, ${replaced?.until ?? null}, ${replaced?.by ?? null}, ${amendedBy ?? null})
        on conflict (code) do update set name = excluded.name, about_id = excluded.about_id, about_en = excluded.about_en,
          since = excluded.since, until = excluded.until, replaced_by = excluded.replaced_by, amended_by = excluded.amended_by`.execute(
        trx,
      );
    }
  });
}

/** A rate that budget lines were written with can't be changed here: the foreign key refuses it. It gets a new code. */
async function loadTaxRates(db: Kysely<unknown>): Promise<void> {
  for (const [position, tax] of taxRates.entries()) {
    await sql`
      insert into tax_rates (code, position, base, basis_points, name_id, name_en, regulation, until)
      values (${tax.code}, ${position + 1}, ${tax.base}::tax_base, ${tax.basisPoints}, ${tax.nameId}, ${tax.nameEn}, ${tax.regulation},
        ${tax.until ?? null})
      on conflict (code) do update set position = excluded.position, base = excluded.base, basis_points = excluded.basis_points,
        name_id = excluded.name_id, name_en = excluded.name_en, regulation = excluded.regulation, until = excluded.until`.execute(db);
  }
}

async function loadIndicatorKinds(db: Kysely<unknown>): Promise<void> {
  for (const [position, kind] of indicatorKinds.entries()) {
    await sql`
      insert into indicator_kinds (code, position, pillar, name_id, name_en, unit, unit_en, definition_id, definition_en, adds)
      values (${kind.code}, ${position + 1}, ${kind.pillar}::csr_pillar, ${kind.nameId}, ${kind.nameEn}, ${kind.unit}, ${kind.unitEn},
        ${kind.definitionId}, ${kind.definitionEn}, ${kind.adds})
      on conflict (code) do update set position = excluded.position, pillar = excluded.pillar, name_id = excluded.name_id,
        name_en = excluded.name_en, unit = excluded.unit, unit_en = excluded.unit_en, definition_id = excluded.definition_id,
        definition_en = excluded.definition_en, adds = excluded.adds`.execute(db);
  }
}

async function loadLadder(db: Kysely<unknown>, { code: element, documents }: Element): Promise<void> {
  for (const [step, document] of documents.entries()) {
    await sql`
      insert into standing_document_kinds (code, element, position, name_id, name_en, hint_id, hint_en, required, has_expiry,
        legal_form, identifier, holds_term, longest_years)
      values (${document.code}, ${element}::psks_element, ${step + 1}, ${document.id}, ${document.en}, ${document.hintId},
        ${document.hintEn}, ${document.required}, ${document.expires}, ${document.form}::legal_form,
        ${document.identifier}::identifier_kind, ${document.termYears !== null}, ${document.termYears})
      on conflict (element, code) do update set position = excluded.position, name_id = excluded.name_id, name_en = excluded.name_en,
        hint_id = excluded.hint_id, hint_en = excluded.hint_en, required = excluded.required, has_expiry = excluded.has_expiry,
        legal_form = excluded.legal_form, identifier = excluded.identifier, holds_term = excluded.holds_term,
        longest_years = excluded.longest_years`.execute(db);
  }
}

async function loadBasis(db: Kysely<unknown>, { code: element, basis }: Element): Promise<void> {
  for (const [position, regulation] of basis.entries()) {
    await sql`
      insert into element_regulations (element, regulation, position) values (${element}::psks_element, ${regulation}, ${position + 1})
      on conflict (element, regulation) do update set position = excluded.position`.execute(db);
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
