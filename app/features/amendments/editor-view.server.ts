import type { Kysely } from "kysely";
import { offeredNeeds } from "~/features/needs/offered-needs.server";
import type { DB } from "#db/types.generated";
import type { Part } from "./amendment";
import { changedParts, weightsOf } from "./amendment-rules";
import { findAmendment } from "./amendment-queries.server";
import { amendmentReading } from "./amendment-page.server";
import { evidenceOf } from "./evidence-queries.server";
import { problemsNow, programFacts } from "./program-facts.server";
import { limits } from "./submit-amendment.server";

/** One part of an organisation's amendment with all that its form shows; undefined when it is not that organisation's. */
export async function findAmendmentEditor(
  db: Kysely<DB>,
  { organizationId, slug, n, part }: { organizationId: string; slug: string; n: string; part: Part },
) {
  const page = await findAmendment(db, slug, n);
  if (!page || page.program.organizationId !== organizationId) return undefined;
  const { program, amendment, before, after, unread } = page;
  const problems = amendment.status === "draft" ? await problemsNow(db, program.id, { before, after, unread }) : [];
  const weights = amendment.status === "draft" ? weightsOf(before, after, limits) : amendment.weights;
  const around = { areaCode: after.areaCode, groups: after.needs, named: after.answers.map(({ needId }) => needId) };
  return {
    part,
    program,
    amendment,
    before,
    after,
    unread,
    problems,
    changed: changedParts(before, after),
    weights,
    fixed: part === "tranches" ? [...(await programFacts(db, program.id)).fixed].map((termin) => `tranches.${termin}`) : [],
    evidence: part === "reason" ? await evidenceOf(db, amendment) : [],
    needGroups: part === "people" ? await needGroups(db) : [],
    offeredNeeds: part === "people" ? await offeredNeeds(db, around) : [],
    reading: part === "review" ? await amendmentReading(db, { ...page, amendment: { ...amendment, weights } }, { own: true }) : undefined,
  };
}

export type AmendmentEditorView = NonNullable<Awaited<ReturnType<typeof findAmendmentEditor>>>;

async function needGroups(db: Kysely<DB>) {
  return db.selectFrom("need_groups").select(["code", "name_id as nameId", "name_en as nameEn", "sensitive"]).orderBy("position").execute();
}
