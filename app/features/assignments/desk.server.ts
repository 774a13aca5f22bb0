import type { Kysely } from "kysely";
import { practitionersFor } from "~/features/practitioners/practitioner-queries.server";
import type { ProposalStatus } from "~/features/proposals/proposal";
import { addDays } from "~/kernel/dates";
import { today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { assignmentKinds, elementsFor, isAboutTermin } from "./assignment";
import { assignmentsOf, paidTermins } from "./assignment-queries.server";

const suggestedDays = 7;

/** What the desk needs to hand out tasks about a proposal: those there are, the kinds that fit its state, and who could do them. */
export async function deskAssignments(db: Kysely<DB>, proposal: { id: string; status: ProposalStatus; areaCode: string | null }) {
  const [assignments, termins] = await Promise.all([assignmentsOf(db, proposal.id), paidTermins(db, proposal.id)]);
  const kinds = assignmentKinds.filter((kind) => (isAboutTermin(kind) ? termins.length > 0 : proposal.status === "verifying"));
  const elements = [...new Set(kinds.flatMap((kind) => elementsFor[kind]))];
  const practitioners = elements.length > 0 && proposal.areaCode ? await practitionersFor(db, elements, proposal.areaCode) : [];
  return {
    assignments,
    kinds,
    termins,
    practitioners: practitioners.map(({ organizationId, name, elementName }) => ({ organizationId, name, elementName })),
    suggestedDue: addDays(today(), suggestedDays),
  };
}

export type DeskAssignments = Awaited<ReturnType<typeof deskAssignments>>;
