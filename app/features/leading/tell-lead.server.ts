import type { Transaction } from "kysely";
import { recordAudit } from "~/features/audit/record-audit.server";
import type { Actor } from "~/features/identity/actor";
import { type Person, peopleWithRoles } from "~/features/identity/people.server";
import { absoluteUrl } from "~/platform/env.server";
import { queueEmail } from "~/platform/outbox.server";
import type { DB } from "#db/types.generated";
import { type LeaderStatus, namingRoles } from "./lead";
import type { LockedLead } from "./lock-lead.server";

type News = Pick<LockedLead, "id" | "leaderId" | "leader"> & { proposal: { id: string; title: string; organizationId: string } };

/** Writes what became of a program's leadership into the log, and tells the other side, or both when it ends. */
export async function tellLead(trx: Transaction<DB>, actor: Actor, news: News, happened: LeaderStatus, note: string): Promise<void> {
  const { id, leaderId, leader, proposal } = news;
  await recordAudit(trx, {
    actorId: actor.userId,
    action: `program.leader_${happened}`,
    subject: { kind: "proposal", id: proposal.id },
    organizationId: proposal.organizationId,
    proposalId: proposal.id,
    details: { name: leader },
  });
  const organization = await trx
    .selectFrom("organizations")
    .select("name")
    .where("id", "=", proposal.organizationId)
    .executeTakeFirstOrThrow();
  const send = async (people: readonly Person[], url: string) => {
    for (const person of people) {
      await queueEmail(trx, {
        template: "program-leader",
        to: person,
        props: { happened, leader, program: proposal.title, organization: organization.name, note, url: absoluteUrl(url) },
        dedupeKey: `program-leader:${id}:${happened}:${person.userId}`,
      });
    }
  };
  if (happened === "asked" || happened === "ended") {
    await send(await peopleWithRoles(trx, leaderId, "practitioner"), "/ruang/petugas/pendampingan");
  }
  if (happened !== "asked") {
    await send(await peopleWithRoles(trx, proposal.organizationId, ...namingRoles), `/ruang/lembaga/usulan/${proposal.id}/pemimpin`);
  }
}
