import type { Transaction } from "kysely";
import { type Person, peopleWithRoles, platformPeople } from "~/features/identity/people.server";
import { newId } from "~/kernel/ids";
import { absoluteUrl } from "~/platform/env.server";
import { queueEmail } from "~/platform/outbox.server";
import type { DB } from "#db/types.generated";
import { maskedAccount } from "./payee-account";

type Owner = { id: string; name: string; sponsor_id: string | null };
type PayeeEvent = {
  happened: "added" | "closed" | "changed" | "checked";
  account: { id: string; bankName: string; number: string };
  /** The program whose payee changes; without one it is about all programs of the organisation. */
  program?: { id: string; title: string; slug: string };
  reason?: string;
};

/**
 * Alarms everybody whose money an account concerns, so that a change that somebody slipped in is noticed before money moves: chair and
 * treasurer, the sponsor and the sponsored, the companies that fund a program under way, and the desk.
 */
export async function tellPayeeEvent(trx: Transaction<DB>, owner: Owner, event: PayeeEvent): Promise<void> {
  const own = await peopleWithRoles(trx, owner.id, "chair", "treasurer");
  const sponsors = owner.sponsor_id ? await peopleWithRoles(trx, owner.sponsor_id, "chair", "treasurer") : [];
  const sponsored = event.program ? [] : await chairsOfSponsored(trx, owner.id);
  const funders = await peopleOfFunders(trx, owner.id, event.program?.id);
  const [administrators, disbursers] = [await platformPeople(trx, "administrator"), await platformPeople(trx, "disburser")];
  const workspace = absoluteUrl("/ruang/lembaga/rekening");
  const publicPage = event.program ? absoluteUrl(`/program/${event.program.slug}`) : absoluteUrl("/transparansi");
  const occasion = newId();
  const tell = async (people: readonly Person[], url: string) => {
    for (const person of people) {
      await queueEmail(trx, {
        template: "payee-account-changed",
        to: person,
        props: {
          happened: event.happened,
          organization: owner.name,
          program: event.program?.title ?? "",
          bank: event.account.bankName,
          maskedNumber: maskedAccount(event.account.number),
          reason: event.reason ?? "",
          url,
        },
        dedupeKey: `payee-account-changed:${occasion}:${person.userId}`,
      });
    }
  };
  await tell([...own, ...sponsors, ...sponsored], workspace);
  await tell(funders, publicPage);
  await tell(administrators, absoluteUrl(`/admin/anggota/${owner.id}`));
  // Members are not theirs to open.
  await tell(disbursers, event.program ? publicPage : absoluteUrl("/admin/penyaluran"));
}

async function chairsOfSponsored(trx: Transaction<DB>, sponsorId: string): Promise<Person[]> {
  const rows = await trx.selectFrom("organizations").select("id").where("sponsor_id", "=", sponsorId).orderBy("id").execute();
  const people: Person[] = [];
  for (const { id } of rows) people.push(...(await peopleWithRoles(trx, id, "chair", "treasurer")));
  return people;
}

/** Officers and finance of companies with a commitment to a program of the organisation that is open or runs. */
async function peopleOfFunders(trx: Transaction<DB>, organizationId: string, proposalId: string | undefined): Promise<Person[]> {
  const rows = await trx
    .selectFrom("pledges as g")
    .innerJoin("proposals as p", "p.id", "g.proposal_id")
    .select("g.company_id")
    .distinct()
    .where("p.organization_id", "=", organizationId)
    .where("p.status", "in", ["published", "running", "suspended"])
    .where("g.status", "in", ["committed", "settled"])
    .$if(proposalId !== undefined, (query) => query.where("p.id", "=", proposalId ?? ""))
    .orderBy("g.company_id")
    .execute();
  const people: Person[] = [];
  for (const { company_id } of rows) people.push(...(await peopleWithRoles(trx, company_id, "officer", "finance")));
  return people;
}
