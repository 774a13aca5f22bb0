import type { Kysely, Transaction } from "kysely";
import { completeProgram } from "~/features/proposals/complete-program.server";
import { fundersOf } from "~/features/proposals/funders.server";
import type { ProgramForMoney } from "~/features/proposals/program-queries.server";
import { budgetTotal } from "~/features/proposals/proposal-draft";
import type { DB } from "#db/types.generated";
import { stepOf } from "./amendment";
import { currentVersion, keepVersion, liveContent } from "./keep-version.server";
import type { AmendmentId, LockedAmendment } from "./lock-amendment.server";
import { moveAmendment } from "./move-amendment.server";
import { problemsNow } from "./program-facts.server";
import { tellCommunity, tellFunders } from "./tell-amendment.server";
import { writeContent } from "./write-content.server";

type Reader = Kysely<DB> | Transaction<DB>;

/** What each company has answered so far. */
export async function answersOf(db: Reader, { proposalId, n }: AmendmentId): Promise<ReadonlyMap<string, "accepted" | "refused">> {
  const rows = await db
    .selectFrom("amendment_answers")
    .select(["company_id", "answer"])
    .where("proposal_id", "=", proposalId)
    .where("amendment_n", "=", n)
    .execute();
  return new Map(rows.map((row) => [row.company_id, row.answer]));
}

/**
 * What follows from a check or an answer of a locked amendment: it waits for funders, comes into force, or ends because one refused or
 * because something has happened to the program that it goes behind. Who funds is asked anew each time: a company that commits meanwhile
 * must accept too, and one whose commitment ended has no say.
 */
export async function settleAmendment(
  trx: Transaction<DB>,
  program: ProgramForMoney,
  amendment: LockedAmendment,
  actorId: string | null,
): Promise<LockedAmendment> {
  const [funders, answers] = [await fundersOf(trx, program.id), await answersOf(trx, amendment)];
  const { content: before } = await currentVersion(trx, program.id);
  const stands = (await problemsNow(trx, program.id, { before, after: amendment.content, unread: {} })).length === 0;
  const acceptance = {
    needed: amendment.weights.length > 0,
    outstanding: funders.filter((companyId) => answers.get(companyId) !== "accepted").length,
    refused: [...answers.values()].filter((answer) => answer === "refused").length,
    stands,
  };
  const step = { kind: "settle", acceptance } as const;
  const outcome = stepOf(amendment.status, step);
  if ("refusal" in outcome || outcome.to === amendment.status) return amendment;
  if (outcome.to === "awaiting_funders") {
    const waiting = await moveAmendment(trx, program, amendment, step, { actorId, action: "amendment.awaiting" });
    await tellCommunity(trx, program, amendment, { happened: "awaiting", words: "" });
    await tellFunders(trx, program, amendment, { happened: "asked", words: amendment.reason });
    return waiting;
  }
  if (outcome.to === "refused") {
    const ending = acceptance.refused > 0 ? "funder" : "overtaken";
    const words = ending === "funder" ? await refusalWords(trx, amendment) : "";
    const refused = await moveAmendment(trx, program, amendment, step, { actorId, action: "amendment.refused", ending, note: words });
    const happened = ending === "funder" ? "refused_by_funder" : "overtaken";
    await tellCommunity(trx, program, amendment, { happened, words });
    await tellFunders(trx, program, amendment, { happened, words });
    return refused;
  }
  return putInForce(trx, program, amendment, { step, actorId, target: budgetTotal(before.lines) });
}

/** The tables, the new version, the state, the log and the emails, all in this transaction or not at all. */
async function putInForce(
  trx: Transaction<DB>,
  program: ProgramForMoney,
  amendment: LockedAmendment,
  { step, actorId, target }: { step: Parameters<typeof moveAmendment>[3]; actorId: string | null; target: bigint },
): Promise<LockedAmendment> {
  await writeContent(trx, program, amendment.content);
  const { version, content } = await keepVersion(trx, {
    proposalId: program.id,
    content: await liveContent(trx, program.id),
    amendmentN: amendment.n,
  });
  const now = budgetTotal(content.lines);
  const details = { version, target: String(now), ...(now === target ? {} : { was: String(target) }) };
  const inForce = await moveAmendment(trx, program, amendment, step, { actorId, action: "amendment.in_force", details });
  await tellCommunity(trx, program, amendment, { happened: "in_force", words: "" });
  await tellFunders(trx, program, amendment, { happened: "in_force", words: amendment.reason });
  await completeProgram(trx, { proposalId: program.id, actorId });
  return inForce;
}

async function refusalWords(trx: Transaction<DB>, { proposalId, n }: AmendmentId): Promise<string> {
  const row = await trx
    .selectFrom("amendment_answers as a")
    .innerJoin("organizations as o", "o.id", "a.company_id")
    .select(["o.name", "a.note"])
    .where("a.proposal_id", "=", proposalId)
    .where("a.amendment_n", "=", n)
    .where("a.answer", "=", "refused")
    .executeTakeFirst();
  return row ? `${row.name}: ${row.note}` : "";
}
