import type { Kysely } from "kysely";
import { publishedNeeds } from "~/features/needs/needs-map.server";
import { smallestShown } from "~/features/needs/need";
import { csvLine } from "~/kernel/csv";
import { dayOf } from "~/kernel/dates";
import type { DB } from "#db/types.generated";

const columns = [
  "id",
  "area_code",
  "area",
  "need",
  "sensitive",
  "urgency",
  "people",
  "served",
  "planned",
  "uncovered",
  "counted_on",
] as const;

/** Every open need as the map shows it: "<5" for a hidden count, and no parts where one of them would be below five. */
export async function needsCsv(db: Kysely<DB>): Promise<string> {
  const needs = await publishedNeeds(db, { within: "" });
  const lines = needs.map((need) =>
    csvLine([
      need.id,
      need.areaCode,
      need.areaLabel,
      need.group.id,
      String(need.sensitive),
      need.urgency,
      need.people ?? `<${smallestShown}`,
      need.served,
      need.planned,
      need.uncovered,
      dayOf(need.countedAt),
    ]),
  );
  return csvLine(columns) + lines.join("");
}
