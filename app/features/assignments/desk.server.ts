import type { Kysely } from "kysely";
import { practitionersFor } from "~/features/practitioners/practitioner-queries.server";
import type { ProposalStatus } from "~/features/proposals/proposal";
import { addDays } from "~/kernel/dates";
import { today } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import { assignmentKinds, elementsFor, isAboutTermin } from "./assignment";
import { type AssignmentView, answeredItems, answersOf, assignmentsOf, paidTermins } from "./assignment-queries.server";
import { tieOfPractitioner } from "./practitioner-tie.server";
import { photosOf } from "./visit-photo-queries.server";

const suggestedDays = 7;

/** What the desk needs to hand out tasks about a proposal: those there are, the kinds that fit its state, and who could do them or is kept from it by a tie. */
export async function deskAssignments(db: Kysely<DB>, proposal: { id: string; status: ProposalStatus; areaCode: string | null }) {
  const [assignments, termins] = await Promise.all([assignmentsOf(db, proposal.id), paidTermins(db, proposal.id)]);
  const kinds = assignmentKinds.filter((kind) => (isAboutTermin(kind) ? termins.length > 0 : proposal.status === "verifying"));
  const elements = [...new Set(kinds.flatMap((kind) => elementsFor[kind]))];
  const practitioners = elements.length > 0 && proposal.areaCode ? await practitionersFor(db, elements, proposal.areaCode) : [];
  return {
    assignments,
    visits: await visitsOf(db, assignments),
    kinds,
    termins,
    practitioners: await Promise.all(
      practitioners.map(async ({ organizationId, userId, name, elementName }) => ({
        organizationId,
        name,
        elementName,
        tie: (await tieOfPractitioner(db, userId, proposal.id)) ?? null,
      })),
    ),
    suggestedDue: addDays(today(), suggestedDays),
  };
}

/** The signed tasks with what was answered to each question, also to those that are asked no more, and the photos that prove it. */
async function visitsOf(db: Kysely<DB>, assignments: readonly AssignmentView[]) {
  const signed = assignments.filter((task) => task.status === "done");
  return Promise.all(
    signed.map(async (task) => {
      const [items, answers, photos] = await Promise.all([answeredItems(db, task), answersOf(db, task), photosOf(db, task)]);
      const { id, kind, trancheN, roleLabel, doneAt } = task;
      return { id, kind, trancheN, roleLabel, doneAt, items, answers, photos };
    }),
  );
}

export type VisitRecord = Awaited<ReturnType<typeof visitsOf>>[number];

export type DeskAssignments = Awaited<ReturnType<typeof deskAssignments>>;
