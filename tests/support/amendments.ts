import type { Kysely } from "kysely";
import type { ContentPart } from "~/features/amendments/amendment";
import { checkAmendment } from "~/features/amendments/check-amendment.server";
import { currentVersion } from "~/features/amendments/keep-version.server";
import type { ProgramContent } from "~/features/amendments/program-content";
import { saveAmendment } from "~/features/amendments/save-amendment.server";
import { startAmendment } from "~/features/amendments/start-amendment.server";
import { submitAmendment } from "~/features/amendments/submit-amendment.server";
import type { DraftPatch } from "~/features/proposals/draft-patch";
import { newId } from "~/kernel/ids";
import type { BuiltCompany, BuiltDesk } from "#db/seed/builders/organizations";
import type { BuiltProgram } from "#db/seed/builders/programs";
import type { DB } from "#db/types.generated";
import { run } from "./pledges";

export type AmendmentTarget = { proposalId: string; n: number };

/** What a program promises now. */
export async function contentOf(db: Kysely<DB>, program: { proposalId: string }): Promise<ProgramContent> {
  return (await db.transaction().execute((trx) => currentVersion(trx, program.proposalId))).content;
}

/** The lines of a program with other amounts, by their places; a place without one keeps its own. */
export async function linesWith(
  db: Kysely<DB>,
  program: BuiltProgram,
  amounts: Readonly<Record<number, bigint>>,
): Promise<DraftPatch["lines"]> {
  const { lines } = await contentOf(db, program);
  return lines.map((line, index) => ({ ...line, volume: "1", unitPrice: amounts[index] ?? line.unitPrice }));
}

export async function revisionOf(db: Kysely<DB>, { proposalId, n }: AmendmentTarget): Promise<number> {
  const row = await db
    .selectFrom("amendments")
    .select("revision")
    .where("proposal_id", "=", proposalId)
    .where("n", "=", n)
    .executeTakeFirstOrThrow();
  return row.revision;
}

export async function statusOf(db: Kysely<DB>, { proposalId, n }: AmendmentTarget): Promise<string> {
  const row = await db
    .selectFrom("amendments")
    .select("status")
    .where("proposal_id", "=", proposalId)
    .where("n", "=", n)
    .executeTakeFirstOrThrow();
  return row.status;
}

/** An amendment as its editor leaves it, part by part. */
export async function draftedAmendment(
  db: Kysely<DB>,
  program: BuiltProgram,
  patches: { readonly [P in ContentPart]?: DraftPatch },
): Promise<AmendmentTarget> {
  const { proposalId, community } = program;
  const begun = { key: newId(), proposalId, reasonCode: "price_changed", reason: "Harga bahan naik sejak usulan ditulis." } as const;
  const target = { proposalId, ...(await run(db, startAmendment, community.editor, begun)) };
  for (const [part, patch] of Object.entries(patches) as [ContentPart, DraftPatch][]) {
    const write = { part, patch, unread: {} };
    await run(db, saveAmendment, community.editor, { ...target, revision: await revisionOf(db, target), write });
  }
  return target;
}

export async function submission(db: Kysely<DB>, target: AmendmentTarget) {
  return { ...target, key: newId(), revision: await revisionOf(db, target) };
}

export async function submittedAmendment(
  db: Kysely<DB>,
  program: BuiltProgram,
  patches: { readonly [P in ContentPart]?: DraftPatch },
): Promise<AmendmentTarget> {
  const target = await draftedAmendment(db, program, patches);
  await run(db, submitAmendment, program.community.chair, await submission(db, target));
  return target;
}

/** Checked by the desk: in force, or waiting for the funders. */
export async function checkedAmendment(
  db: Kysely<DB>,
  program: BuiltProgram,
  desk: BuiltDesk,
  patches: { readonly [P in ContentPart]?: DraftPatch },
): Promise<AmendmentTarget> {
  const target = await submittedAmendment(db, program, patches);
  await run(db, checkAmendment, desk.verifier, { ...target, key: newId() });
  return target;
}

/** A company's answer to an amendment, each time with a key of its own. */
export function answerOf(of: BuiltCompany, target: AmendmentTarget, answer: "accepted" | "refused", note = "") {
  return { ...target, key: newId(), companyId: of.organizationId, answer, note };
}
