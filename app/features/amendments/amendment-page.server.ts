import type { Kysely } from "kysely";
import type { DB } from "#db/types.generated";
import { type AmendmentPage, amendmentsOf, differenceOf, funderAnswers, needNames } from "./amendment-queries.server";
import { evidenceHashes, evidenceOf } from "./evidence-queries.server";
import { hashOfVersion } from "./keep-version.server";
import { publishedOf, timelineEntry } from "./program-history.server";
import { versionsOf } from "./version-queries.server";

/** What every page of one amendment shows, whoever reads it. */
export async function amendmentReading(db: Kysely<DB>, page: AmendmentPage, { own = false }: { own?: boolean } = {}) {
  const { program, amendment, before, after } = page;
  const versions = await versionsOf(db, program.id);
  const base = versions.find(({ version }) => version === amendment.baseVersion);
  const [first] = versions;
  const made = versions.find(({ version }) => version === amendment.version);
  return {
    program,
    amendment,
    difference: differenceOf(before, after),
    needs: await needNames(db),
    evidence: await evidenceOf(db, amendment),
    funders: await funderAnswers(db, amendment),
    history: (await amendmentsOf(db, program.id, { own })).map(timelineEntry),
    published: first ? publishedOf(first) : null,
    /** The fingerprint of the version that it made, or would make now. */
    hash:
      made?.contentHash ??
      hashOfVersion({
        proposalId: program.id,
        version: amendment.baseVersion + 1,
        before: base?.contentHash ?? null,
        content: after,
        evidence: await evidenceHashes(db, amendment),
      }),
  };
}

export type AmendmentReading = Awaited<ReturnType<typeof amendmentReading>>;
