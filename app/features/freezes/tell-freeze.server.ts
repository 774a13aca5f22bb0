import type { Transaction } from "kysely";
import type { Actor, OrganizationKind } from "~/features/identity/actor";
import { peopleWithRoles } from "~/features/identity/people.server";
import { DomainError } from "~/kernel/domain-error";
import { isId } from "~/kernel/ids";
import { absoluteUrl } from "~/platform/env.server";
import { queueEmail } from "~/platform/outbox.server";
import type { DB } from "#db/types.generated";
import type { FreezeScope } from "./freeze";

type Frozen = { id: string; name: string; kind: OrganizationKind };

/** The organisation, locked, for an administrator who is no member of it. */
export async function lockForFreeze(trx: Transaction<DB>, actor: Actor, organizationId: string): Promise<Frozen> {
  const organization = isId(organizationId)
    ? await trx.selectFrom("organizations").select(["id", "name", "kind"]).where("id", "=", organizationId).forUpdate().executeTakeFirst()
    : undefined;
  if (!organization || organization.kind === "platform") throw new DomainError("organization_not_found");
  if (actor.memberships.some((m) => m.organizationId === organization.id)) throw new DomainError("own_organization");
  return organization;
}

/** Whoever works for the organisation learns at once what is stopped and why, or that it is lifted. */
export async function tellFreeze(
  trx: Transaction<DB>,
  organization: Frozen,
  { freezeId, scope, happened, words }: { freezeId: string; scope: FreezeScope; happened: "frozen" | "lifted"; words: string },
): Promise<void> {
  for (const person of await peopleWithRoles(trx, organization.id)) {
    await queueEmail(trx, {
      template: "organization-frozen",
      to: person,
      props: { organization: organization.name, scope, happened, words, url: absoluteUrl(workspaces[organization.kind]) },
      dedupeKey: `organization-frozen:${freezeId}:${happened}:${person.userId}`,
    });
  }
}

const workspaces: { readonly [K in OrganizationKind]: string } = {
  community: "/ruang/lembaga",
  company: "/ruang/perusahaan",
  practitioner: "/ruang/petugas",
  platform: "/admin",
};
