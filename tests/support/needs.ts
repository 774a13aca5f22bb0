import type { RecordNeedInput } from "~/features/needs/record-need.server";
import { newId } from "~/kernel/ids";

/** A count that nothing speaks against: 52 neglected children in Jegong. */
export function needInput(organizationId: string, overrides: Partial<RecordNeedInput> = {}): RecordNeedInput {
  return {
    key: newId(),
    organizationId,
    areaCode: "33.16.01.2005",
    needCode: "neglected_child",
    since: "2024-01-10",
    about: "5–14 tahun",
    people: 52,
    households: 33,
    women: 23,
    men: 29,
    urgency: "soon",
    sources: ["home_visit"],
    file: null,
    ...overrides,
  };
}
