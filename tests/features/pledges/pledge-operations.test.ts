import { type Kysely, sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { findActor } from "~/features/identity/load-actor.server";
import { flowOfProgram } from "~/features/ledger/ledger-queries.server";
import { approvePledge } from "~/features/pledges/approve-pledge.server";
import { cancelPledge } from "~/features/pledges/cancel-pledge.server";
import { endOverduePledges } from "~/features/pledges/end-overdue-pledges.server";
import { hashOfToken, renewPaymentLink, revokePaymentLink } from "~/features/pledges/payment-link.server";
import { approvalDays, graceDays } from "~/features/pledges/pledge";
import { companyPledges, eventsOfPledge, findCompanyPledge, waitingPledges } from "~/features/pledges/pledge-queries.server";
import { refusePledge } from "~/features/pledges/refuse-pledge.server";
import { submitPledge } from "~/features/pledges/submit-pledge.server";
import { findPaymentPage } from "~/features/payments/payment-page-queries.server";
import { addDays, startOfDay } from "~/kernel/dates";
import { newId } from "~/kernel/ids";
import { checkLetter } from "~/kernel/reference";
import { atTime, today } from "~/platform/clock.server";
import { buildBankAccount } from "#db/seed/builders/bank";
import { type BuiltCompany, buildCompany } from "#db/seed/builders/organizations";
import { buildActor } from "#db/seed/builders/people";
import { type BuiltProgram, buildPublishedProgram } from "#db/seed/builders/programs";
import type { DB } from "#db/types.generated";
import { testDatabase } from "#tests/support/database";
import { approvedPledge, pledgeInput, run } from "#tests/support/pledges";

let db: Kysely<DB>;
let company: BuiltCompany;
let program: BuiltProgram;
beforeAll(async () => {
  db = await testDatabase();
  await buildBankAccount(db);
  company = await buildCompany(db);
});

async function freshProgram(lines?: readonly bigint[]): Promise<BuiltProgram> {
  program = await buildPublishedProgram(db, lines ? { lines } : {});
  return program;
}
const inDays = (days: number) => startOfDay(addDays(today(), days));
const committed = async () => (await flowOfProgram(db, program.proposalId)).committed;
const refusalOf = async (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error) => ({ code: error.code, ...error.details }),
  );
const mails = async (template: string) =>
  (await db.selectFrom("email_messages").select(["to_address", "props"]).where("template", "=", template).execute()) as {
    to_address: string;
    // biome-ignore lint/suspicious/noExplicitAny: each template has its own props
    props: any;
  }[];

describe("submitting", () => {
  it("waits for another member, commits nothing yet, and asks the approvers", async () => {
    await freshProgram();
    const sent = await run(db, submitPledge, company.officer, pledgeInput(program, company, 4_000_000n, { note: "Triwulan IV" }));
    expect(sent.status).toBe("awaiting_approval");
    expect(await committed()).toBe(0n);
    const pledge = await findCompanyPledge(db, company.organizationId, sent.pledgeId);
    expect(pledge).toMatchObject({ status: "awaiting_approval", pledged: 4_000_000n, note: "Triwulan IV", link: null });
    expect(pledge?.payments.map((payment) => [payment.status, payment.reference])).toEqual([["planned", null]]);
    const asked = (await mails("pledge-awaiting-approval")).filter((mail) => mail.props.url.endsWith(sent.pledgeId));
    expect(asked.map((mail) => mail.to_address)).toEqual([company.approver.email]);
    expect((await waitingPledges(db, company.organizationId)).map((row) => row.pledgeId)).toContain(sent.pledgeId);
  });

  it("sent twice with one key is one pledge; another input under the key is refused", async () => {
    await freshProgram();
    const input = pledgeInput(program, company, 1_000_000n);
    const [first, second] = await Promise.all([
      run(db, submitPledge, company.officer, input),
      run(db, submitPledge, company.officer, input),
    ]);
    expect(second).toEqual(first);
    expect(await run(db, submitPledge, company.officer, input)).toEqual(first);
    expect(await db.selectFrom("pledges").select("id").where("proposal_id", "=", program.proposalId).execute()).toHaveLength(1);
    const other = { ...input, amount: 2_000_000n, instalments: [{ amount: 2_000_000n, dueOn: addDays(today(), 30) }] };
    await expect(run(db, submitPledge, company.officer, other)).rejects.toThrow("key_reused");
  });

  it("is for officers of a company of valid standing", async () => {
    await freshProgram();
    const input = pledgeInput(program, company, 1_000_000n);
    await expect(run(db, submitPledge, company.approver, input)).rejects.toThrow("not_allowed");
    await expect(run(db, submitPledge, program.community.chair, input)).rejects.toThrow("not_allowed");
    const foreign = await buildCompany(db);
    await expect(run(db, submitPledge, foreign.officer, input)).rejects.toThrow("not_allowed");
    const unchecked = await buildCompany(db, { standing: "submitted" });
    await expect(run(db, submitPledge, unchecked.officer, pledgeInput(program, unchecked, 1_000_000n))).rejects.toThrow("standing_invalid");
    const late = atTime(inDays(400), () => run(db, submitPledge, company.officer, { ...input, key: newId() }));
    await expect(late).rejects.toThrow("standing_invalid");
  });

  it("says what is left when it is too much, and what is least when it is too little", async () => {
    await freshProgram();
    const attempt = (amount: bigint) => refusalOf(run(db, submitPledge, company.officer, pledgeInput(program, company, amount)));
    expect(await attempt(10_000_001n)).toMatchObject({ code: "target_exceeded", field: "jumlah", left: 10_000_000n });
    expect(await attempt(99_999n)).toMatchObject({ code: "amount_too_small", smallest: 100_000n });
    expect(await attempt(-5n)).toMatchObject({ code: "amount_too_small" });
  });

  it("refuses a plan that does not sum, is past or out of order", async () => {
    await freshProgram();
    const attempt = (instalments: { amount: bigint; dueOn: string }[]) =>
      refusalOf(run(db, submitPledge, company.officer, pledgeInput(program, company, 1_000_000n, { instalments })));
    const day = addDays(today(), 10);
    expect(await attempt([{ amount: 999_999n, dueOn: day }])).toMatchObject({ code: "instalments_sum", difference: 1n });
    expect(await attempt([{ amount: 1_000_000n, dueOn: addDays(today(), -1) }])).toMatchObject({ code: "instalment_past" });
    expect(await attempt([])).toMatchObject({ code: "instalments_count" });
  });

  it("refuses budget lines of another program, twice the same, or already paid for", async () => {
    const other = await freshProgram();
    await freshProgram();
    const [first, second] = program.budgetLines;
    if (!first || !second) throw new Error("the program has lines");
    const attempt = (lines: { budgetLineId: string; amount: bigint }[], amount: bigint) =>
      refusalOf(run(db, submitPledge, company.officer, pledgeInput(program, company, amount, { lines })));
    expect(await attempt([{ budgetLineId: other.budgetLines[0]?.id ?? "", amount: 1_000_000n }], 1_000_000n)).toMatchObject({
      code: "line_unknown",
    });
    const twice = { budgetLineId: first.id, amount: 500_000n };
    expect(await attempt([twice, twice], 1_000_000n)).toMatchObject({ code: "line_unknown" });
    expect(await attempt([twice], 1_000_000n)).toMatchObject({ code: "lines_sum" });
    await approvedPledge(db, program, company, first.amount, { lines: [{ budgetLineId: first.id, amount: first.amount }] });
    expect(await attempt([twice], 500_000n)).toMatchObject({ code: "line_taken", left: 0n });
    expect(await attempt([{ budgetLineId: second.id, amount: second.amount }], second.amount)).toBeUndefined();
  });

  it("refuses a program that is closed or suspended", async () => {
    await freshProgram();
    const input = () => pledgeInput(program, company, 1_000_000n);
    await expect(atTime(inDays(91), () => run(db, submitPledge, company.officer, input()))).rejects.toThrow("program_closed");
    await db
      .updateTable("proposals")
      .set({ status: "suspended", status_before_suspension: "published" })
      .where("id", "=", program.proposalId)
      .execute();
    await expect(run(db, submitPledge, company.officer, input())).rejects.toThrow("program_closed");
  });

  it("commits at once for a company of one person, and refuses when nobody else may approve", async () => {
    await freshProgram();
    const one = await buildCompany(db);
    await db.deleteFrom("memberships").where("organization_id", "=", one.organizationId).where("user_id", "!=", one.admin.userId).execute();
    const sent = await run(db, submitPledge, one.admin, pledgeInput(program, one, 1_000_000n));
    expect(sent.status).toBe("committed");
    expect(await committed()).toBe(1_000_000n);
    expect((await eventsOfPledge(db, sent.pledgeId)).at(-1)?.details).toMatchObject({ soleMember: true });
    const told = (await mails("pledge-approved")).filter((mail) => mail.props.url.endsWith(sent.pledgeId));
    expect(told.map((mail) => mail.to_address)).toEqual([one.admin.email]);
    await buildActor(db, { organizationId: one.organizationId, roles: ["finance"] });
    await expect(run(db, submitPledge, one.admin, pledgeInput(program, one, 1_000_000n))).rejects.toThrow("no_approver");
  });
});

describe("approving", () => {
  it("commits, gives references with a check letter, opens the link and tells both sides", async () => {
    await freshProgram();
    const instalments = [
      { amount: 3_000_000n, dueOn: addDays(today(), 10) },
      { amount: 1_000_000n, dueOn: addDays(today(), 40) },
    ];
    const id = await approvedPledge(db, program, company, 4_000_000n, { instalments });
    expect(await committed()).toBe(4_000_000n);
    const pledge = await findCompanyPledge(db, company.organizationId, id.pledgeId);
    expect(pledge).toMatchObject({ status: "committed", decider: company.approver.name });
    expect(pledge?.payments.map((payment) => payment.status)).toEqual(["expected", "expected"]);
    const references = pledge?.payments.map((payment) => payment.reference ?? "") ?? [];
    for (const reference of references) expect(reference.at(-1)).toBe(checkLetter(reference.slice(3, -1)));
    expect(new Set(references).size).toBe(2);
    expect(pledge?.link?.validUntil).toBe(addDays(today(), 40 + graceDays));

    const told = (await mails("pledge-approved")).filter((mail) => mail.props.url.endsWith(id.pledgeId));
    expect(told.map((mail) => mail.to_address).sort()).toEqual([company.finance.email, company.officer.email].sort());
    expect(told[0]?.props.instruction.payments.map((payment: { reference: string }) => payment.reference)).toEqual(references);
    const token = told[0]?.props.linkUrl.split("/").at(-1);
    expect(await findPaymentPage(db, token)).toMatchObject({ company: "PT Uji Coba", status: "committed" });
    expect(await db.selectFrom("payment_links").select("token_hash").where("token_hash", "=", token).execute()).toEqual([]);
    expect((await mails("pledge-received")).some((mail) => mail.to_address === program.community.chair.email)).toBe(true);
  });

  it("is never done by who drafted, nor from outside, nor twice", async () => {
    await freshProgram();
    await db
      .insertInto("memberships")
      .values({ organization_id: company.organizationId, user_id: company.officer.userId, role: "approver", created_at: new Date() })
      .execute();
    const both = await findActor(db, company.officer.userId);
    if (!both) throw new Error("the officer exists");
    const { pledgeId } = await run(db, submitPledge, both, pledgeInput(program, company, 1_000_000n));
    const id = { companyId: company.organizationId, proposalId: program.proposalId, pledgeId };
    await expect(run(db, approvePledge, both, { ...id, key: newId() })).rejects.toThrow("same_person");
    const foreign = await buildCompany(db);
    await expect(run(db, approvePledge, foreign.approver, { ...id, key: newId() })).rejects.toThrow("not_allowed");
    const smuggled = { ...id, companyId: foreign.organizationId, key: newId() };
    await expect(run(db, approvePledge, foreign.approver, smuggled)).rejects.toThrow("not_found");
    await expect(run(db, refusePledge, foreign.approver, { ...smuggled, reason: "other", note: "" })).rejects.toThrow("not_found");
    await expect(run(db, cancelPledge, foreign.approver, { ...smuggled, reason: "other", note: "" })).rejects.toThrow("not_found");
    expect(await committed()).toBe(0n);

    const key = newId();
    const [a, b] = await Promise.all([
      run(db, approvePledge, company.approver, { ...id, key }),
      run(db, approvePledge, company.approver, { ...id, key }),
    ]);
    expect(a).toEqual(b);
    await expect(run(db, approvePledge, company.approver, { ...id, key: newId() })).rejects.toThrow("wrong_status");
    expect(await committed()).toBe(1_000_000n);
    await db.deleteFrom("memberships").where("user_id", "=", company.officer.userId).where("role", "=", "approver").execute();
  });

  it("says what is left when others were faster, and keeps a chosen line for one funder", async () => {
    await freshProgram();
    const [line] = program.budgetLines;
    if (!line) throw new Error("the program has lines");
    const lines = [{ budgetLineId: line.id, amount: line.amount }];
    const slow = await run(db, submitPledge, company.officer, pledgeInput(program, company, line.amount, { lines }));
    const large = await run(db, submitPledge, company.officer, pledgeInput(program, company, 9_000_000n));
    await approvedPledge(db, program, company, line.amount, { lines });
    const approve = (pledgeId: string) =>
      refusalOf(
        run(db, approvePledge, company.approver, {
          companyId: company.organizationId,
          proposalId: program.proposalId,
          pledgeId,
          key: newId(),
        }),
      );
    expect(await approve(large.pledgeId)).toMatchObject({ code: "target_exceeded", left: 4_000_000n });
    expect(await approve(slow.pledgeId)).toMatchObject({ code: "target_exceeded" });
    await freshProgram([6_000_000n, 14_000_000n]);
    const [chosen] = program.budgetLines;
    const again = [{ budgetLineId: chosen?.id ?? "", amount: 6_000_000n }];
    const second = await run(db, submitPledge, company.officer, pledgeInput(program, company, 6_000_000n, { lines: again }));
    await approvedPledge(db, program, company, 6_000_000n, { lines: again });
    expect(await approve(second.pledgeId)).toMatchObject({ code: "line_taken", left: 0n });
  });

  it("leaves nothing behind when the transaction is given up", async () => {
    await freshProgram();
    const { pledgeId } = await run(db, submitPledge, company.officer, pledgeInput(program, company, 1_000_000n));
    const id = { companyId: company.organizationId, proposalId: program.proposalId, pledgeId };
    const counter = async () => (await db.selectFrom("counters").select("value").execute()).map((row) => row.value);
    const before = await counter();
    const key = newId();
    const crash = db.transaction().execute(async (trx) => {
      await approvePledge(trx, company.approver, { ...id, key });
      throw new Error("the power went out");
    });
    await expect(crash).rejects.toThrow("the power went out");
    expect(await committed()).toBe(0n);
    expect(await counter()).toEqual(before);
    expect((await findCompanyPledge(db, company.organizationId, pledgeId))?.payments[0]?.reference).toBeNull();
    await run(db, approvePledge, company.approver, { ...id, key });
    expect(await committed()).toBe(1_000_000n);
  });
});

describe("refusing and cancelling", () => {
  it("tells the drafter why, and leaves the ledger alone", async () => {
    await freshProgram();
    const { pledgeId } = await run(db, submitPledge, company.officer, pledgeInput(program, company, 1_000_000n));
    const id = { companyId: company.organizationId, proposalId: program.proposalId, pledgeId };
    await run(db, refusePledge, company.approver, { ...id, reason: "budget_spent", note: "Tahun depan." });
    expect(await findCompanyPledge(db, company.organizationId, pledgeId)).toMatchObject({ status: "refused", reasonCode: "budget_spent" });
    const told = (await mails("pledge-refused")).find((mail) => mail.props.url.endsWith(pledgeId));
    expect(told?.to_address).toBe(company.officer.email);
    expect(await committed()).toBe(0n);
    await expect(run(db, approvePledge, company.approver, { ...id, key: newId() })).rejects.toThrow("wrong_status");
    await expect(run(db, cancelPledge, company.officer, { ...id, reason: "other", note: "" })).rejects.toThrow("wrong_status");
  });

  it("releases what was committed, so that others can take it", async () => {
    await freshProgram();
    const id = await approvedPledge(db, program, company, 10_000_000n);
    await expect(run(db, cancelPledge, company.officer, { ...id, reason: "other", note: "" })).rejects.toThrow("not_allowed");
    await run(db, cancelPledge, company.approver, { ...id, reason: "budget_withdrawn", note: "" });
    expect(await committed()).toBe(0n);
    const pledge = await findCompanyPledge(db, company.organizationId, id.pledgeId);
    expect(pledge?.payments.map((payment) => payment.status)).toEqual(["cancelled"]);
    await approvedPledge(db, program, company, 10_000_000n);
    expect(await committed()).toBe(10_000_000n);
  });
});

describe("standing still", () => {
  it("cancels drafts nobody decided about, and lapses what stays unpaid past the grace", async () => {
    await freshProgram();
    const waiting = await run(db, submitPledge, company.officer, pledgeInput(program, company, 1_000_000n));
    const id = await approvedPledge(db, program, company, 2_000_000n);
    const statuses = async () =>
      new Map((await companyPledges(db, company.organizationId)).map((pledge) => [pledge.pledgeId, pledge.status] as const));
    await atTime(inDays(approvalDays), () => endOverduePledges(db));
    expect((await statuses()).get(waiting.pledgeId)).toBe("awaiting_approval");
    await expect(
      atTime(inDays(approvalDays + 1), () => run(db, approvePledge, company.approver, { ...id, pledgeId: waiting.pledgeId, key: newId() })),
    ).rejects.toThrow("approval_expired");
    await atTime(inDays(approvalDays + 1), () => endOverduePledges(db));
    expect((await statuses()).get(waiting.pledgeId)).toBe("cancelled");
    await atTime(inDays(30 + graceDays), () => endOverduePledges(db));
    expect((await statuses()).get(id.pledgeId)).toBe("committed");
    await atTime(inDays(30 + graceDays + 1), () => endOverduePledges(db));
    expect((await statuses()).get(id.pledgeId)).toBe("lapsed");
    expect(await committed()).toBe(0n);
    expect(await atTime(inDays(30 + graceDays + 2), () => endOverduePledges(db))).toBe(0);
  });
});

describe("the payment link", () => {
  it("works until it is replaced, revoked or past its day", async () => {
    await freshProgram();
    const id = await approvedPledge(db, program, company, 1_000_000n);
    const link = await run(db, renewPaymentLink, company.finance, id);
    const token = link.path.split("/").at(-1) ?? "";
    expect(await findPaymentPage(db, token)).toBeDefined();
    expect(await findPaymentPage(db, `${token}x`)).toBeUndefined();
    expect(await atTime(inDays(30 + graceDays), () => findPaymentPage(db, token))).toBeDefined();
    expect(await atTime(inDays(30 + graceDays + 1), () => findPaymentPage(db, token))).toBeUndefined();
    const fresh = await run(db, renewPaymentLink, company.officer, id);
    expect(await findPaymentPage(db, token)).toBeUndefined();
    await run(db, revokePaymentLink, company.finance, id);
    expect(await findPaymentPage(db, fresh.path.split("/").at(-1) ?? "")).toBeUndefined();
    await expect(run(db, renewPaymentLink, company.approver, id)).rejects.toThrow("not_allowed");
    const { rows } = await sql<{
      n: number;
    }>`select count(*)::int as n from payment_links where token_hash = ${hashOfToken(token)}`.execute(db);
    expect(rows[0]?.n).toBe(1);
  });
});
