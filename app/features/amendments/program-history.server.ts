import type { Kysely } from "kysely";
import type { DB } from "#db/types.generated";
import { type AmendmentView, type FunderAnswer, amendmentsOf, differenceOf, funderAnswers, needNames } from "./amendment-queries.server";
import type { Evidence } from "./evidence";
import { evidenceOf } from "./evidence-queries.server";
import { type ProgramContent, decodeContent } from "./program-content";
import { type VersionView, versionsOf } from "./version-queries.server";

/** A version that can be compared: one that was or is in force, or what an amendment would make. */
type Choice = { key: string; version: number | null; amendmentN: number | null; since: Date; hash: string | null };

/** What the timeline of a program says about one amendment; never its words. */
export function timelineEntry({ n, status, reasonCode, submittedAt, endedAt, ending, version }: AmendmentView) {
  return { n, status, reasonCode, submittedAt, endedAt, ending, version };
}

/** What the timeline says about the first version. */
export function publishedOf({ validFrom, content }: VersionView) {
  return {
    at: validFrom,
    lines: content.lines.length,
    tranches: content.tranches.length,
    indicators: content.indicators.length,
  };
}

/** What the public may read of an amendment: its content and its words only once the desk has checked them. */
function isShown(amendment: AmendmentView): boolean {
  return amendment.checkedAt !== null;
}

/** A program's versions and amendments, and the comparison that was asked for; without a question, the last change. */
export async function programHistory(db: Kysely<DB>, proposalId: string, asked: { from: string | null; to: string | null }) {
  const versions = await versionsOf(db, proposalId);
  const amendments = await amendmentsOf(db, proposalId, { own: false });
  const open = amendments.find(({ status }) => status === "awaiting_funders");
  const proposed = open && (await proposedContent(db, proposalId, open.n));
  const contents = new Map<string, ProgramContent>(versions.map(({ version, content }) => [String(version), content]));
  const choices: Choice[] = versions.map(({ version, amendmentN, validFrom, contentHash }) => ({
    key: String(version),
    version,
    amendmentN,
    since: validFrom,
    hash: contentHash,
  }));
  if (open && proposed) {
    contents.set("usul", proposed);
    choices.push({ key: "usul", version: null, amendmentN: open.n, since: open.checkedAt ?? open.updatedAt, hash: null });
  }
  const to = choices.some(({ key }) => key === asked.to) ? String(asked.to) : (choices.at(-1)?.key ?? "1");
  const from = choices.some(({ key }) => key === asked.from) ? String(asked.from) : (choices.at(-2)?.key ?? "1");
  const [before, after] = [contents.get(from), contents.get(to)];
  const [first] = versions;
  return {
    choices,
    inForce: versions.at(-1)?.version ?? 1,
    comparison: choices.length > 1 && before && after ? { from, to, ...differenceOf(before, after) } : null,
    needs: await needNames(db),
    amendments: await withAnswers(db, amendments),
    history: amendments.map(timelineEntry),
    published: first ? publishedOf(first) : null,
  };
}

async function withAnswers(db: Kysely<DB>, amendments: readonly AmendmentView[]) {
  const found: { amendment: AmendmentView; evidence: Evidence[]; funders: FunderAnswer[]; shown: boolean }[] = [];
  for (const amendment of amendments) {
    const shown = isShown(amendment);
    const said = shown ? amendment : { ...amendment, reason: "", endingNote: null, returnNote: null };
    const funders = shown ? await funderAnswers(db, amendment) : [];
    const evidence = shown ? await evidenceOf(db, amendment) : [];
    found.push({ amendment: said, evidence, funders, shown });
  }
  return found;
}

async function proposedContent(db: Kysely<DB>, proposalId: string, n: number): Promise<ProgramContent> {
  const row = await db
    .selectFrom("amendments")
    .select("content")
    .where("proposal_id", "=", proposalId)
    .where("n", "=", n)
    .executeTakeFirstOrThrow();
  return decodeContent(row.content);
}
