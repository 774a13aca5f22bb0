import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AlurDana } from "~/components/alur-dana";
import { Badge, StatusBadge } from "~/components/badge";
import { useLanguage, useMessages } from "~/components/language";
import { motifOf } from "~/components/motif";
import { DocumentPaper, Section } from "~/components/page";
import { Aside } from "~/components/panel";
import { ProgramName } from "~/components/program-name";
import { Table } from "~/components/table";
import { publicConcerns } from "~/features/concerns/concern-queries.server";
import { ConcernSection } from "~/features/concerns/concern-section";
import { anyone, guardedLoader } from "~/features/identity/guard.server";
import { leadMessages } from "~/features/leading/lead-messages";
import { womenShareOfCompany } from "~/features/leading/women-led.server";
import { programsInArea } from "~/features/matching/company-shares.server";
import { focusFor } from "~/features/matching/focus";
import { focusOf, readerOf } from "~/features/matching/focus-queries.server";
import { matchingMessages } from "~/features/matching/matching-messages";
import { SeekingPanel } from "~/features/matching/seeking-panel";
import { findCompanyProfile } from "~/features/reporting/company-profile.server";
import { nameMessages } from "~/features/reporting/name-messages";
import { profileMessages } from "~/features/reporting/profile-messages";
import { Facts, Hidden, OwnWords, ProfileHead } from "~/features/reporting/profile-parts";
import { publicPage } from "~/features/reporting/public-page.server";
import { Punctuality } from "~/features/reporting/punctuality";
import { formatDay } from "~/kernel/dates";
import { formatRupiah, formatRupiahShort, formatShare } from "~/kernel/money";
import { today } from "~/platform/clock.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.profile.name ?? "Sinergi"} · Sinergi` },
  { name: "description", content: data?.profile.about || data?.profile.name || "" },
];

export const loader = guardedLoader(anyone, async (c) => {
  const profile = await findCompanyProfile(c.db, c.params.slug ?? "");
  if (!profile) throw new Response(null, { status: 404 });
  const slug = c.params.slug ?? "";
  const { focus } = await focusOf(c.db, profile.id);
  const shown = focusFor(await readerOf(c.db, c.actor, profile.id), focus);
  return publicPage(c, {
    language: c.language,
    today: today(),
    profile,
    focus: shown,
    women: await womenShareOfCompany(c.db, profile.id),
    inArea: shown.areas ? await programsInArea(c.db, profile.id) : null,
    concerns: await publicConcerns(c.db, { organizationSlug: slug }),
    report: `/lapor?lembaga=${slug}`,
  });
});

export { publicHeaders as headers } from "~/features/reporting/public-headers";

export default function CompanyProfilePage() {
  const { profile, focus, today: day, concerns, report } = useLoaderData<typeof loader>();
  const t = useMessages(profileMessages);
  const names = useMessages(nameMessages);
  const language = useLanguage();
  const onTime = profile.payments.filter((payment) => payment.days <= 0).length;
  return (
    <div className="wrap">
      <ProfileHead
        crumbs={[{ href: "/transparansi", label: t.funders }]}
        motif={motifOf({ kind: "company", companyType: profile.companyType })}
        name={profile.name}
        meta={[names.companyTypeLong[profile.companyType], profile.since && t.funderSince(formatDay(profile.since, language))]
          .filter(Boolean)
          .join(" · ")}
        badges={
          <>
            {profile.verified && (
              <StatusBadge tone="ok" icon="shield">
                {t.companyVerified}
              </StatusBadge>
            )}
            {profile.payments.length > 0 && <Badge icon="clock">{t.onTime(onTime, profile.payments.length)}</Badge>}
          </>
        }
      />
      <div className="two">
        <DocumentPaper>
          <PromiseSection />
          <Section title={t.punctuality} hint={t.punctualityHint}>
            <Punctuality payments={profile.payments} />
          </Section>
          <ProgramsSection />
          <HiddenSection />
          <ConcernSection concerns={concerns} report={report} />
          <OwnWords title={t.ownCompany} hint={t.ownHint} text={profile.about} />
        </DocumentPaper>
        <Aside>
          <SeekingPanel
            focus={focus}
            today={day}
            facts={[
              { term: t.place, value: profile.areaLabel },
              { term: t.programs, value: String(profile.programs.length) },
            ]}
            findPrograms={t.findPrograms}
          />
        </Aside>
      </div>
    </div>
  );
}

function PromiseSection() {
  const { profile } = useLoaderData<typeof loader>();
  const t = useMessages(profileMessages);
  const language = useLanguage();
  const { flow } = profile;
  const short = (amount: bigint) => formatRupiahShort(amount, language);
  if (flow.committed === 0n) {
    return (
      <Section title={t.promises} hint={t.promisesHint}>
        <p className="muted">{t.noPromises}</p>
      </Section>
    );
  }
  const waiting = flow.committed - flow.received;
  return (
    <Section title={t.promises} hint={t.promisesHint}>
      <Facts
        items={[
          { name: t.promised, figure: short(flow.committed), base: t.promisedBase(profile.programs.length) },
          {
            name: t.paid,
            figure: short(flow.received),
            base: waiting === 0n ? t.paidAll : t.paidBase(formatShare(flow.received, flow.committed, language), short(waiting)),
          },
          { name: t.proven, figure: short(flow.accounted), base: t.provenBase(formatShare(flow.accounted, flow.committed, language)) },
          { name: t.cancelled, figure: short(profile.cancelled), base: profile.cancelled === 0n ? t.noneCancelled : t.cancelledBase },
        ]}
      />
      <div className="mt-6">
        <AlurDana flow={flow} size="strip" height={36} />
        <div className="alur-line">
          <span>
            <b className="n">{short(flow.accounted)}</b> {t.proven.toLowerCase()}
          </span>
          <span className="n muted">{t.fromPromise(short(flow.committed))}</span>
        </div>
      </div>
    </Section>
  );
}

function ProgramsSection() {
  const { profile, inArea, women } = useLoaderData<typeof loader>();
  const { programs, flow } = profile;
  const t = useMessages(profileMessages);
  const matching = useMessages(matchingMessages);
  const leads = useMessages(leadMessages);
  const language = useLanguage();
  const money = (amount: bigint) => formatRupiah(amount, language);
  const scale = programs.reduce((most, program) => (program.flow.committed > most ? program.flow.committed : most), 1n);
  return (
    <Section title={t.programs} hint={t.companyProgramsHint}>
      <Table
        label={t.programs}
        rows={programs}
        rowKey={(row) => row.slug}
        empty={<p className="muted">{t.noPromises}</p>}
        columns={[
          {
            head: t.program,
            className: "min-w-42",
            cell: (row) => (
              <>
                <a href={`/program/${row.slug}`}>
                  <ProgramName {...row} />
                </a>
                <small>{row.organization}</small>
              </>
            ),
          },
          { head: t.alur, className: "barc w-[24%]", cell: (row) => <AlurDana flow={row.flow} size="strip" scale={scale} /> },
          { head: t.committed, label: t.committed, align: "right", cell: (row) => money(row.flow.committed) },
          { head: t.proven, label: t.proven, align: "right", cell: (row) => money(row.flow.accounted) },
        ]}
        foot={[t.sum, "", money(flow.committed), money(flow.accounted)]}
      />
      {women.all.programs > 0 && (
        <p className="hint">
          {leads.womenLine(women.verified.programs + women.stated.programs, women.all.programs, women.verified.programs)}
        </p>
      )}
      {inArea && inArea.all > 0 && <p className="hint">{matching.inArea(inArea.inside, inArea.all)}</p>}
    </Section>
  );
}

function HiddenSection() {
  const t = useMessages(profileMessages);
  return (
    <Section title={t.hidden} hint={t.hiddenHint}>
      <div className="grid g11 gap-3">
        <Hidden title={t.hiddenBudget}>{t.hiddenBudgetText}</Hidden>
        <Hidden title={t.hiddenPeople}>{t.hiddenPeopleText}</Hidden>
        <Hidden title={t.hiddenPending}>{t.hiddenPendingText}</Hidden>
        <Hidden title={t.hiddenAccount}>{t.hiddenAccountText}</Hidden>
      </div>
      <p className="hint">{t.hiddenRule}</p>
    </Section>
  );
}
