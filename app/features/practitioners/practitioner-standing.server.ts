import type { Kysely } from "kysely";
import { getOrganization } from "~/features/organizations/organization-queries.server";
import { standingView } from "~/features/organizations/standing";
import { documentKinds, listStandingDocuments } from "~/features/organizations/standing-queries.server";
import { today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";

/** How a practitioner stands today: the whole in one word, its last day, and each paper of the element's ladder. */
export async function practitionerStanding(db: Kysely<DB>, organizationId: string) {
  const organization = await getOrganization(db, organizationId);
  const [kinds, documents] = await Promise.all([documentKinds(db, organization.element), listStandingDocuments(db, organizationId)]);
  return {
    view: standingView({ standing: organization.standing, standing_valid_until: organization.standingValidUntil }, today()),
    validUntil: organization.standingValidUntil,
    element: { id: organization.elementId ?? "", en: organization.elementEn ?? "" },
    papers: kinds.map((kind) => {
      const document = documents.find((one) => one.kind === kind.code && one.supersededAt === null);
      return {
        code: kind.code,
        name: { id: kind.nameId, en: kind.nameEn },
        document: document ? { status: document.status, validUntil: document.validUntil } : null,
      };
    }),
  };
}

export type PractitionerStanding = Awaited<ReturnType<typeof practitionerStanding>>;
