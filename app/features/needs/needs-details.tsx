import type { ReactNode } from "react";
import { Badge } from "~/components/badge";
import { Icon } from "~/components/icon";
import { useLanguage, useMessages } from "~/components/language";
import { Section } from "~/components/page";
import { ProgramName } from "~/components/program-name";
import { Table } from "~/components/table";
import { type Day, formatDay } from "~/kernel/dates";
import { formatWhole } from "~/kernel/money";
import { CoverageBar } from "./coverage-bar";
import { isOld } from "./need";
import { needWords } from "./need-messages";
import { needsMapMessages } from "./needs-map-messages";
import type { PublishedNeed, VillageSum } from "./needs-map.server";

type DetailsProps = {
  needs: readonly PublishedNeed[];
  today: Day;
  /** What a reader can do about a gap, if anything. */
  action?: (need: PublishedNeed) => ReactNode;
};

/** Needs one by one, with their place, their gap, and who answers them. */
export function NeedDetails({ needs, today, action }: DetailsProps) {
  const t = useMessages(needsMapMessages);
  const most = Math.max(...needs.map((need) => need.people ?? 0), 1);
  return (
    <Section title={t.details} hint={t.detailsHint} id="rincian">
      <Table
        label={t.details}
        columns={[
          { head: t.need, cell: (need) => <NeedName need={need} /> },
          { head: t.coverage, className: "barc w-[30%]", cell: (need) => <CoverageBar of={need} most={most} /> },
          { head: t.recorded, align: "right", cell: (need) => <Figure need={need} value={need.people} /> },
          { head: t.open, align: "right", cell: (need) => <Figure need={need} value={need.uncovered} /> },
          { head: t.source, cell: (need) => <Counted need={need} today={today} /> },
          ...(action ? [{ head: "", cell: action }] : []),
        ]}
        rows={needs}
        rowKey={(need) => need.id}
        empty={<p className="muted">{t.noNeeds}</p>}
      />
      <p className="hint">
        {t.valid} {action && t.proposeHint}
      </p>
    </Section>
  );
}

function NeedName({ need }: { need: PublishedNeed }) {
  const t = useMessages(needsMapMessages);
  const language = useLanguage();
  const households = need.households !== null && t.households(formatWhole(need.households, language));
  return (
    <>
      {need.group[language]}
      <small>{[need.areaLabel.split(",")[0], need.about, households].filter(Boolean).join(" · ")}</small>
      {need.people !== null && need.programs.length > 0 && (
        <small>
          {t.answeredBy}{" "}
          {need.programs.map((program, index) => (
            <span key={program.slug}>
              {index > 0 && ", "}
              <a href={`/program/${program.slug}`}>
                <ProgramName {...program} />
              </a>
            </span>
          ))}
        </small>
      )}
    </>
  );
}

function Figure({ need, value }: { need: PublishedNeed; value: number | null }) {
  const t = useMessages(needsMapMessages);
  const words = useMessages(needWords);
  const language = useLanguage();
  if (value !== null) return formatWhole(value, language);
  return need.people === null ? words.below : <span className="small muted">{t.notDetailed}</span>;
}

function Counted({ need, today }: { need: PublishedNeed; today: Day }) {
  const t = useMessages(needsMapMessages);
  const words = useMessages(needWords);
  return (
    <span className="small muted nowrap">
      {t.sourceLine(formatDay(need.countedAt, useLanguage()))}
      {isOld(need.countedAt, today) && (
        <>
          {" "}
          <Badge tone="warn" icon="clock">
            {words.old}
          </Badge>
        </>
      )}
    </span>
  );
}

/** What is never shown, and the sensitive groups as far as they are. */
export function PrivacySection({ sensitive }: { sensitive: readonly PublishedNeed[] }) {
  const t = useMessages(needsMapMessages);
  const language = useLanguage();
  return (
    <Section title={t.privacy} hint={t.privacyHint}>
      <ul className="reasons">
        {t.rules.split("\n").map((rule) => {
          const [fact, why] = rule.split("|");
          return (
            <li className="y" key={fact}>
              <Icon name="lock" />
              <div>
                <b>{fact}</b> {why}
              </div>
            </li>
          );
        })}
      </ul>
      {sensitive.length > 0 && (
        <div className="mt-4">
          <Table
            label={t.sensitive}
            columns={[
              {
                head: t.sensitive,
                cell: (need) => (
                  <>
                    {need.group[language]}
                    <small>{need.areaLabel}</small>
                  </>
                ),
              },
              { head: t.recorded, align: "right", cell: (need) => <Figure need={need} value={need.people} /> },
              { head: t.open, align: "right", cell: (need) => <Figure need={need} value={need.uncovered} /> },
            ]}
            rows={sensitive}
            rowKey={(need) => need.id}
          />
        </div>
      )}
    </Section>
  );
}

export function UnknownSection({ villages }: { villages: readonly VillageSum[] }) {
  const t = useMessages(needsMapMessages);
  const unmapped = villages.filter((village) => !village.mapped).map((village) => village.name);
  return (
    <Section title={t.unknown}>
      <p className="prose">
        {unmapped.length > 0 && `${t.unknownVillages(unmapped.join(", "))} `}
        {t.unknownText} <a href="/lapor">{t.tell}</a>.
      </p>
    </Section>
  );
}
