import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AlurDana } from "~/components/alur-dana";
import { Goals, StatusBadge } from "~/components/badge";
import { ButtonLink } from "~/components/button";
import { useLanguage, useMessages } from "~/components/language";
import { Breadcrumbs, DocumentPaper, Section } from "~/components/page";
import { EmergencyMark } from "~/components/program-name";
import { anyone, guardedLoader } from "~/features/identity/guard.server";
import { IndicatorResults } from "~/features/reporting/indicator-result";
import { MemberSpending } from "~/features/reporting/member-section";
import { publicPage } from "~/features/reporting/public-page.server";
import { findProgramHeading } from "~/features/reporting/public-program.server";
import { reportMessages } from "~/features/reporting/report-messages";
import { findPublicReport } from "~/features/reporting/report-queries.server";
import { PeopleSection, PhotoSection, ReportVerification, SpendingSection, TextSection } from "~/features/reporting/report-sections";
import { formatDay } from "~/kernel/dates";
import { formatRupiah } from "~/kernel/money";
import { absoluteUrl } from "~/platform/env.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [{ title: "Sinergi" }];
  const { report, program, address } = data;
  const title = report.headline || program.title;
  return [
    { title: `${title} · Sinergi` },
    { name: "description", content: report.story.slice(0, 200) },
    { tagName: "link", rel: "canonical", href: address },
    { property: "og:type", content: "article" },
    { property: "og:title", content: title },
    { property: "og:description", content: program.title },
    { property: "og:url", content: address },
  ];
};

export const loader = guardedLoader(anyone, async (c) => {
  const program = await findProgramHeading(c.db, c.params.slug ?? "");
  const n = Number(c.params.n);
  const report = program && Number.isInteger(n) && n > 0 && n < 100 ? await findPublicReport(c.db, program.id, n) : undefined;
  if (!program || !report) throw new Response(null, { status: 404 });
  return publicPage(c, { language: c.language, program, report, address: absoluteUrl(`/program/${program.slug}/laporan/${n}`) });
});

export { publicHeaders as headers } from "~/features/reporting/public-headers";

export default function ImpactReport() {
  const { program, report } = useLoaderData<typeof loader>();
  const t = useMessages(reportMessages);
  const language = useLanguage();
  return (
    <div className="wrap">
      <ReportHead />
      <DocumentPaper>
        <Section title={t.alur} hint={t.alurHint}>
          <AlurDana flow={program.flow} height={112} waiting={false} />
          <p className="small mt-3">
            {t.alurText(formatRupiah(report.spent, language), formatRupiah(report.amount, language), report.tranche)}
          </p>
        </Section>
        {report.indicators.length > 0 && (
          <Section title={t.results} hint={t.resultsHint} id="capaian">
            <IndicatorResults results={report.indicators} last={report.tranche === report.tranches} />
          </Section>
        )}
        <PeopleSection report={report} />
        <SpendingSection report={report} />
        <MemberSpending members={report.members} />
        <TextSection title={t.story} text={report.story} />
        <TextSection title={t.lessons} text={report.lessons} />
        <PhotoSection report={report} element={program.organization.element} />
        <ReportVerification report={report} />
      </DocumentPaper>
    </div>
  );
}

function ReportHead() {
  const { program, report } = useLoaderData<typeof loader>();
  const t = useMessages(reportMessages);
  const language = useLanguage();
  return (
    <>
      <Breadcrumbs
        items={[
          { href: "/laporan", label: t.crumb },
          { href: `/program?wilayah=${program.district.code}`, label: program.district.name },
        ]}
      />
      <div className="[padding:.5rem_0_2rem]">
        <h1 className="max-w-[24ch] [font-size:clamp(1.875rem,1.2rem_+_2.8vw,3.125rem)]" lang="id">
          {report.headline || report.trancheTitle}
        </h1>
        <p className="lead mt-3.5">
          {t.leadBefore(report.tranche, report.tranches)}
          <a href={`/program/${program.slug}`} lang="id">
            {program.title}
          </a>
          , <a href={`/lembaga/${program.organization.slug}`}>{program.organization.name}</a>.
        </p>
        <div className="row mt-4">
          <StatusBadge tone="ok" icon="shield">
            {t.approved(formatDay(report.publishedOn, language))}
          </StatusBadge>
          <EmergencyMark urgent={program.urgent} />
          <Goals numbers={program.goals} />
          <ButtonLink kind="quiet" icon="dl" className="noprint" to={`/program/${program.slug}/laporan/${report.tranche}/data.csv`}>
            {t.csv}
          </ButtonLink>
        </div>
        <p className="xs muted mt-2 noprint">{t.print}</p>
      </div>
    </>
  );
}
