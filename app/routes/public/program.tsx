import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Badge, Goals, StatusBadge } from "~/components/badge";
import { useLanguage, useMessages } from "~/components/language";
import { Motif, motifOf } from "~/components/motif";
import { Breadcrumbs, DocumentPaper } from "~/components/page";
import { Aside } from "~/components/panel";
import { EmergencyMark } from "~/components/program-name";
import { AmendmentNotes } from "~/features/amendments/amendment-notes";
import { amendmentNotes } from "~/features/amendments/amendment-queries.server";
import { publicStatements } from "~/features/assignments/assignment-queries.server";
import { StatementsSection } from "~/features/assignments/statements-section";
import { publicConcerns } from "~/features/concerns/concern-queries.server";
import { ConcernSection } from "~/features/concerns/concern-section";
import { FreezeNotes } from "~/features/freezes/freeze-notes";
import { anyone, guardedLoader } from "~/features/identity/guard.server";
import { publishedNeeds } from "~/features/needs/needs-map.server";
import type { WomanLed } from "~/features/leading/lead";
import { WomanLedBadge } from "~/features/leading/woman-led-badge";
import { womanLedOf } from "~/features/leading/women-led.server";
import { findProgramBySlug } from "~/features/proposals/program-queries.server";
import type { ProgramView } from "~/features/proposals/program-view";
import { missingPage } from "~/features/reporting/nearest-program.server";
import { MemberSection } from "~/features/reporting/member-section";
import { nameMessages } from "~/features/reporting/name-messages";
import { programMessages } from "~/features/reporting/program-messages";
import { NeedsSection } from "~/features/reporting/program-needs";
import { PledgeBar, ProgramPanel } from "~/features/reporting/program-panel";
import {
  DocumentSection,
  FunderSection,
  IndicatorSection,
  ShareSection,
  UpdateSection,
  VerificationSection,
  WordsSection,
} from "~/features/reporting/program-proof-sections";
import { ContributionSection, PeopleSection, RiskSection, ScheduleSection } from "~/features/reporting/program-plan-sections";
import { AlurSection, BudgetSection, StorySection, TrancheSection, beneficiariesText } from "~/features/reporting/program-sections";
import { publicPage } from "~/features/reporting/public-page.server";
import { ResidentSection } from "~/features/residents/resident-counts";
import { questionsOfProgram } from "~/features/residents/resident-queries.server";
import { formatDay } from "~/kernel/dates";
import { absoluteUrl } from "~/platform/env.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [{ title: "Sinergi" }];
  const { program, address, image } = data;
  return [
    { title: `${program.title} · Sinergi` },
    { name: "description", content: program.summary },
    { tagName: "link", rel: "canonical", href: address },
    { property: "og:type", content: "article" },
    { property: "og:site_name", content: "Sinergi" },
    { property: "og:title", content: program.title },
    { property: "og:description", content: program.summary },
    { property: "og:url", content: address },
    { property: "og:image", content: image },
    { property: "og:locale", content: data.language === "id" ? "id_ID" : "en_GB" },
    { name: "twitter:card", content: "summary" },
    { "script:ld+json": structuredData(program, address) },
  ];
};

export const loader = guardedLoader(anyone, async (c) => {
  const program = await findProgramBySlug(c.db, c.params.slug ?? "");
  if (!program) throw await missingPage(c.db, c.params.slug ?? "");
  return publicPage(c, {
    language: c.language,
    program,
    statements: await publicStatements(c.db, program.id),
    led: await womanLedOf(c.db, program.id),
    questions: await questionsOfProgram(c.db, program.id),
    amendments: await amendmentNotes(c.db, program.id),
    concerns: await publicConcerns(c.db, { proposalId: program.id }),
    needs: await publishedNeeds(c.db, { within: "", proposalId: program.id }),
    address: absoluteUrl(`/program/${program.slug}`),
    image: absoluteUrl("/icon-512.png"),
  });
});

export { publicHeaders as headers } from "~/features/reporting/public-headers";

export default function ProgramPage() {
  const { program, led, amendments, statements, questions, concerns, needs, address } = useLoaderData<typeof loader>();
  return (
    <>
      <div className="wrap">
        <ProgramHead program={program} led={led} />
        <FreezeNotes freezes={program.freezes} />
        <AmendmentNotes slug={program.slug} notes={amendments} />
        <div className="two">
          <div>
            <DocumentPaper>
              <AlurSection program={program} />
              <StorySection program={program} />
              <PeopleSection program={program} />
              <NeedsSection needs={needs} />
              <BudgetSection program={program} />
              <ContributionSection program={program} />
              <MemberSection members={program.members} />
              <ScheduleSection program={program} />
              <TrancheSection program={program} />
              <IndicatorSection program={program} />
              <RiskSection program={program} />
              <VerificationSection program={program} />
              <StatementsSection statements={statements} />
              <FunderSection program={program} />
              <DocumentSection program={program} />
              <UpdateSection program={program} />
              <ResidentSection questions={questions} />
              <ConcernSection concerns={concerns} report={`/lapor?program=${program.slug}`} />
              <WordsSection />
            </DocumentPaper>
            <ShareSection program={program} address={address} />
          </div>
          <Aside>
            <ProgramPanel program={program} />
          </Aside>
        </div>
      </div>
      <PledgeBar program={program} />
    </>
  );
}

function ProgramHead({ program, led }: { program: ProgramView; led: WomanLed }) {
  const t = useMessages(programMessages);
  const names = useMessages(nameMessages);
  const language = useLanguage();
  const district = program.area.path.find((area) => area.level === "district");
  const people = beneficiariesText(program.beneficiaries, language);
  const need = program.needs[0];
  return (
    <>
      <Breadcrumbs
        items={[
          { href: "/program", label: t.browse },
          ...(district ? [{ href: `/program?wilayah=${district.code}`, label: district.name }] : []),
        ]}
      />
      <div className="ph-head [padding:.5rem_0_2rem] flex gap-6 items-start">
        <Motif of={motifOf({ kind: "community", element: program.organization.element })} size="xl" />
        <div className="min-w-0">
          <h1 className="max-w-[22ch]" lang="id">
            {program.title}
          </h1>
          <p className="mt-3">
            <a href={`/lembaga/${program.organization.slug}`}>
              <b>{program.organization.name}</b>
            </a>{" "}
            <span className="muted">· {districtLabel(program)}</span>
          </p>
          <div className="row mt-3 gap-2.5">
            {program.status === "suspended" ? (
              <StatusBadge tone="warn">{names.status.suspended}</StatusBadge>
            ) : (
              <StatusBadge tone="ok" icon="shield">
                {t.verifiedOn(formatDay(program.publishedAt, language))}
              </StatusBadge>
            )}
            {program.status === "completed" && <StatusBadge tone="ok">{names.status.completed}</StatusBadge>}
            <EmergencyMark urgent={program.urgent} />
            <WomanLedBadge led={led} />
            <Goals numbers={program.goals.map((goal) => goal.number)} />
            <Badge icon="user">{[need && (language === "id" ? need.nameId : need.nameEn), people].filter(Boolean).join(" · ")}</Badge>
          </div>
        </div>
      </div>
    </>
  );
}

/** "Kecamatan Sambong, Kabupaten Blora": the village stands with the story. */
function districtLabel(program: ProgramView): string {
  const shown = program.area.path.filter((area) => area.level === "district" || area.level === "regency");
  return shown
    .reverse()
    .map((area) => `${area.kindName} ${area.name}`)
    .join(", ");
}

function structuredData(program: ProgramView, address: string): object {
  return {
    "@context": "https://schema.org",
    "@type": "Project",
    name: program.title,
    description: program.summary,
    url: address,
    identifier: program.code,
    foundingDate: program.startsOn ?? undefined,
    dissolutionDate: program.endsOn ?? undefined,
    location: { "@type": "Place", name: program.area.label },
    parentOrganization: { "@type": "NGO", name: program.organization.name },
    funder: program.funders.map((funder) => ({ "@type": "Organization", name: funder.name })),
  };
}
