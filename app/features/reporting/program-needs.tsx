import { useLanguage, useMessages } from "~/components/language";
import { Section } from "~/components/page";
import { CoverageBar, CoverageKey } from "~/features/needs/coverage-bar";
import { needWords } from "~/features/needs/need-messages";
import type { PublishedNeed } from "~/features/needs/needs-map.server";
import { formatWhole } from "~/kernel/money";
import { programMessages } from "./program-messages";

/** Which needs of the map a program answers, and how far all programs together reach them. */
export function NeedsSection({ needs }: { needs: readonly PublishedNeed[] }) {
  const t = useMessages(programMessages);
  const words = useMessages(needWords);
  const language = useLanguage();
  if (needs.length === 0) return null;
  return (
    <Section title={t.needs} hint={t.needsHint} id="kebutuhan">
      <ul className="recs">
        {needs.map((need) => (
          <li key={need.id}>
            <div className="min-w-0 w-full">
              <a href={`/kebutuhan?wilayah=${need.areaCode}#rincian`}>
                {need.group[language]}, {need.areaLabel.split(",")[0]}
              </a>
              <p className="small muted">{need.people === null ? words.below : words.people(formatWhole(need.people, language))}</p>
              {need.people !== null && <CoverageBar of={need} />}
            </div>
          </li>
        ))}
      </ul>
      <div className="mt-3">
        <CoverageKey />
      </div>
    </Section>
  );
}
