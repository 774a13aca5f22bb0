import type { DraftPatch } from "./draft-patch";
import { peopleTotal } from "./people";

/** Who benefits, as the columns of `proposals` hold it. */
export function peopleColumns(patch: DraftPatch) {
  return {
    beneficiaries: patch.beneficiaries,
    beneficiary_unit: patch.beneficiaryUnit,
    people: peopleColumn(patch),
    indirect: patch.indirect,
    women: patch.women,
    men: patch.men,
    age_0_5: patch.age0to5,
    age_6_17: patch.age6to17,
    age_18_59: patch.age18to59,
    age_60_up: patch.age60up,
    disabled: patch.disabled,
  };
}

/** How many people benefit, also where they are the unit: parts are compared with this, by a constraint once it is sent. */
function peopleColumn({ beneficiaries, beneficiaryUnit, people }: DraftPatch): number | null | undefined {
  if (beneficiaries === undefined || beneficiaryUnit === undefined) return people;
  return peopleTotal({ beneficiaries, beneficiaryUnit, people: people ?? null });
}
