import type { Transaction } from "kysely";
import { type Person, peopleWithRoles, platformPeople } from "~/features/identity/people.server";
import { fundersOf } from "~/features/proposals/funders.server";
import type { ProgramForMoney } from "~/features/proposals/program-queries.server";
import { budgetTotal } from "~/features/proposals/proposal-draft";
import { absoluteUrl } from "~/platform/env.server";
import { queueEmails } from "~/platform/outbox.server";
import type { EmailProps } from "#emails/registry";
import type { DB } from "#db/types.generated";
import { answererOtherwise, answererRoles, checkerRoles, fundersPage } from "./amendment";
import { movedInBudget } from "./amendment-rules";
import type { LockedAmendment } from "./lock-amendment.server";
import { decodeContent } from "./program-content";

/** The desk learns that an amendment waits for its check. */
export async function tellDesk(trx: Transaction<DB>, program: ProgramForMoney, amendment: LockedAmendment): Promise<void> {
  const props = {
    program: program.title,
    urgent: program.urgent,
    number: amendment.n,
    reason: amendment.reason,
    url: absoluteUrl(`/admin/adendum/${program.slug}/${amendment.n}`),
  };
  await queueEmails(
    trx,
    (await platformPeople(trx, ...checkerRoles)).map((to) => ({
      template: "amendment-submitted",
      to,
      props,
      dedupeKey: `amendment-submitted:${amendment.id}:${amendment.revision}:${to.userId}`,
    })),
  );
}

type Progress = Pick<EmailProps<"amendment-progress">, "happened" | "words">;

/** The community learns how its amendment fares. */
export async function tellCommunity(
  trx: Transaction<DB>,
  program: ProgramForMoney,
  amendment: LockedAmendment,
  { happened, words }: Progress,
): Promise<void> {
  const props = {
    happened,
    words,
    program: program.title,
    urgent: program.urgent,
    number: amendment.n,
    answerBy: await answerDay(trx, amendment),
    url: absoluteUrl(`/ruang/lembaga/program/${program.slug}/adendum/${amendment.n}/periksa`),
  };
  await queueEmails(
    trx,
    (await peopleWithRoles(trx, program.organizationId, "chair", "editor", "treasurer")).map((to) => ({
      template: "amendment-progress",
      to,
      props,
      dedupeKey: `amendment-progress:${amendment.id}:${amendment.revision}:${happened}:${to.userId}`,
    })),
  );
}

type News = Pick<EmailProps<"amendment-for-funder">, "happened" | "words">;

/** The companies with a commitment learn what changes: those who must answer, and whoever follows the program for them. */
export async function tellFunders(
  trx: Transaction<DB>,
  program: ProgramForMoney,
  amendment: LockedAmendment,
  { happened, words }: News,
): Promise<void> {
  const base = await trx
    .selectFrom("program_versions")
    .select("content")
    .where("proposal_id", "=", program.id)
    .where("version", "=", amendment.baseVersion)
    .executeTakeFirstOrThrow();
  const before = decodeContent(base.content);
  const figures = {
    targetBefore: String(budgetTotal(before.lines)),
    targetAfter: String(budgetTotal(amendment.content.lines)),
    moved: String(movedInBudget(before, amendment.content).amount),
  };
  const answerBy = await answerDay(trx, amendment);
  for (const { companyId, people } of await readersOf(trx, program.id)) {
    const url = happened === "asked" ? fundersPage(program, amendment) : `/program/${program.slug}/riwayat`;
    await queueEmails(
      trx,
      people.map((to) => ({
        template: "amendment-for-funder",
        to,
        props: {
          happened,
          words,
          program: program.title,
          urgent: program.urgent,
          number: amendment.n,
          answerBy,
          ...figures,
          url: absoluteUrl(url),
        },
        dedupeKey: `amendment-for-funder:${amendment.id}:${happened}:${companyId}:${to.userId}`,
      })),
    );
  }
}

async function answerDay(trx: Transaction<DB>, { proposalId, n }: LockedAmendment): Promise<string> {
  const row = await trx
    .selectFrom("amendments")
    .select("answer_by")
    .where("proposal_id", "=", proposalId)
    .where("n", "=", n)
    .executeTakeFirstOrThrow();
  return row.answer_by ?? "";
}

async function readersOf(trx: Transaction<DB>, proposalId: string): Promise<{ companyId: string; people: Person[] }[]> {
  const readers = [];
  for (const companyId of await fundersOf(trx, proposalId)) {
    const approvers = await peopleWithRoles(trx, companyId, ...answererRoles);
    const first = approvers.length > 0 ? answererRoles : answererOtherwise;
    readers.push({ companyId, people: await peopleWithRoles(trx, companyId, ...first, "officer") });
  }
  return readers;
}
