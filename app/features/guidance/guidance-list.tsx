import { Badge } from "~/components/badge";
import { DayText } from "~/components/day-text";
import { useLanguage, useMessages } from "~/components/language";
import { Motif, motifOf } from "~/components/motif";
import { Box } from "~/components/panel";
import { type Day, dayOf, daysBetween } from "~/kernel/dates";
import { elementName } from "./guidance";
import { guidanceMessages } from "./guidance-messages";
import type { GuidanceRow } from "./guidance-queries.server";

const newForDays = 14;

type Names = Readonly<Record<string, string>>;

/** Articles by title, short answer and whom they are for. */
export function GuidanceList({ rows, areaNames, today }: { rows: readonly GuidanceRow[]; areaNames: Names; today: Day }) {
  const t = useMessages(guidanceMessages);
  return (
    <ul className="gl">
      {rows.map((row) => (
        <li key={row.id}>
          <Motif of={motifOf({ element: row.elements[0] ?? "functional_extension_officer" })} />
          <div>
            <h3>
              <a href={`/panduan/${row.slug}`} lang="id">
                {row.title}
              </a>
            </h3>
            <p className="mt-1" lang="id">
              {row.summary}
            </p>
            <div className="row">
              <AimBadges aim={row} areaNames={areaNames} />
              {daysBetween(dayOf(row.publishedAt), today) < newForDays && <Badge tone="warn">{t.fresh}</Badge>}
            </div>
          </div>
          <span className="mt n">
            <DayText value={row.publishedAt} />
            <br />
            {t.minutes(row.minutes)}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** For whom an article is: elements, then areas; nothing chosen is said in words. */
export function AimBadges({ aim, areaNames }: { aim: { elements: readonly string[]; areas: readonly string[] }; areaNames: Names }) {
  const t = useMessages(guidanceMessages);
  const language = useLanguage();
  return (
    <>
      {aim.elements.length === 0 && (
        <Badge tone="info" icon="people">
          {t.allElements}
        </Badge>
      )}
      {aim.elements.map((element) => (
        <Badge tone="info" icon="people" key={element}>
          {elementName(element)[language]}
        </Badge>
      ))}
      {aim.areas.length === 0 && <Badge icon="pin">{t.allAreas}</Badge>}
      {aim.areas.map((area) => (
        <Badge icon="pin" key={area}>
          {areaNames[area] ?? area}
        </Badge>
      ))}
    </>
  );
}

/** In a workspace: the newest guidance for the element and area of whoever reads. */
export function GuidanceBox({ rows }: { rows: readonly GuidanceRow[] }) {
  const t = useMessages(guidanceMessages);
  return (
    <Box title={t.box.title} aside={<a href="/panduan">{t.box.all}</a>} id="panduan">
      {rows.length === 0 ? (
        <p className="muted small">{t.box.none}</p>
      ) : (
        <ul className="recs">
          {rows.map((row) => (
            <li key={row.id}>
              <div className="min-w-0">
                <a href={`/panduan/${row.slug}`} lang="id">
                  {row.title}
                </a>
                <p className="small muted">
                  {t.topic[row.topic]} · {t.minutes(row.minutes)}
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Box>
  );
}
