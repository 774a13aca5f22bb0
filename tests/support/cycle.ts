import type { Kysely } from "kysely";
import { acknowledgeDisbursement } from "~/features/disbursements/acknowledge-disbursement.server";
import { approveDisbursement } from "~/features/disbursements/approve-disbursement.server";
import { executeDisbursement } from "~/features/disbursements/execute-disbursement.server";
import { prepareDisbursement } from "~/features/disbursements/prepare-disbursement.server";
import { requestDisbursement } from "~/features/disbursements/request-disbursement.server";
import { sendDisbursement } from "~/features/disbursements/send-disbursement.server";
import { addReceipt } from "~/features/impact/add-receipt.server";
import type { ReportDraft } from "~/features/impact/report";
import { newId } from "~/kernel/ids";
import { today } from "~/platform/clock.server";
import { buildReceivedMoney } from "#db/seed/builders/bank";
import type { BuiltDesk } from "#db/seed/builders/organizations";
import { buildCommittedPledge } from "#db/seed/builders/pledges";
import { type BuiltProgram, buildPublishedProgram } from "#db/seed/builders/programs";
import type { DB } from "#db/types.generated";
import { run } from "./pledges";

export type Target = { proposalId: string; disbursementId: string };

/** A program of Rp 10.000.000 in two termin of half each, with `received` of it in its fund. */
export async function fundedProgram(db: Kysely<DB>, received = 10_000_000n): Promise<BuiltProgram> {
  const program = await buildPublishedProgram(db);
  await buildReceivedMoney(db, { pledge: await buildCommittedPledge(db, { program, instalments: [received] }) });
  return program;
}

export async function requested(db: Kysely<DB>, program: BuiltProgram, trancheN = 1): Promise<Target> {
  const { proposalId, community } = program;
  const asked = { key: newId(), proposalId, trancheN, note: "" };
  return { proposalId, ...(await run(db, requestDisbursement, community.treasurer, asked)) };
}

/** A termin that waits for the bank, by the desk's real steps. */
export async function sent(db: Kysely<DB>, program: BuiltProgram, desk: BuiltDesk, trancheN = 1): Promise<Target> {
  const target = await requested(db, program, trancheN);
  await run(db, prepareDisbursement, desk.disburser, { ...target, key: newId() });
  await run(db, approveDisbursement, desk.disbursementApprover, { ...target, key: newId() });
  await run(db, sendDisbursement, desk.disburser, target);
  return target;
}

export function execution(target: Target) {
  return { ...target, key: newId(), bankReference: "BNK-1", executedOn: today() };
}

export async function acknowledged(db: Kysely<DB>, program: BuiltProgram, desk: BuiltDesk, trancheN = 1): Promise<Target> {
  const target = await sent(db, program, desk, trancheN);
  await run(db, executeDisbursement, desk.disburser, execution(target));
  await run(db, acknowledgeDisbursement, program.community.treasurer, { ...target, key: newId() });
  return target;
}

/** A small paper that the server takes for a PDF. */
export function paper(name = "nota.pdf"): File {
  return new File([new Uint8Array(Buffer.from("%PDF-1.4\n%%EOF\n"))], name);
}

/** A receipt of the program's first budget line, or of another by its place. */
export function receiptOf(program: BuiltProgram, amount: bigint, trancheN = 1, line = 0) {
  return {
    key: newId(),
    proposalId: program.proposalId,
    trancheN,
    budgetLineId: program.budgetLines[line]?.id ?? "",
    amount,
    spentOn: today(),
    vendor: "Toko Tani",
    description: "Bibit",
    file: paper(),
  };
}

export async function receipted(db: Kysely<DB>, program: BuiltProgram, amount: bigint, trancheN = 1, line = 0): Promise<string> {
  const { receiptId } = await run(db, addReceipt, program.community.editor, receiptOf(program, amount, trancheN, line));
  return receiptId;
}

/** A report with nothing missing. */
export function fullReport(program: BuiltProgram): ReportDraft {
  return {
    headline: "Tiga kebun warga sudah ditanami",
    story: "Warga membuka lahan bersama, membuat bedengan dan menanam sayur yang cepat dipanen.",
    lessons: "Pengiriman bibit terlambat seminggu karena hujan.",
    beneficiaries: 32,
    women: 18,
    children: null,
    elderly: null,
    disabled: null,
    results: program.indicators.map(({ id }) => ({ indicatorId: id, actual: "32", note: "" })),
  };
}

/** How commands that ran at once ended: how many were done, and the codes of the refusals. Anything but a refusal fails the test. */
export function endings(results: readonly PromiseSettledResult<unknown>[]): { done: number; refused: string[] } {
  const refused = results.flatMap((result) => {
    if (result.status === "fulfilled") return [];
    const { code } = result.reason as { code?: string };
    if ((result.reason as Error).name !== "DomainError" || !code) throw result.reason;
    return [code];
  });
  return { done: results.length - refused.length, refused };
}
