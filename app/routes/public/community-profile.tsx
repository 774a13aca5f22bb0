import { Fragment } from "react";
import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Badge, StatusBadge } from "~/components/badge";
import { ButtonLink } from "~/components/button";
import { DescriptionList } from "~/components/description-list";
import { Icon } from "~/components/icon";
import { useLanguage, useMessages } from "~/components/language";
import { Motif, motifOf } from "~/components/motif";
import { Reasons } from "~/components/note";
import { DocumentPaper, Section } from "~/components/page";
import { Aside, Panel } from "~/components/panel";
import { Table } from "~/components/table";
import { publicConcerns } from "~/features/concerns/concern-queries.server";
import { ConcernSection } from "~/features/concerns/concern-section";
import { FreezeNotes } from "~/features/freezes/freeze-notes";
import { anyone, guardedLoader } from "~/features/identity/guard.server";
import { mentoringMessages } from "~/features/mentoring/mentoring-messages";
import { mentorsOf } from "~/features/mentoring/mentoring-queries.server";
import { PublicServices } from "~/features/referrals/public-services";
import { publicServices } from "~/features/referrals/service-queries.server";
import { findCommunityProfile } from "~/features/reporting/community-profile.server";
import { nameMessages, nameOf } from "~/features/reporting/name-messages";
import { profileMessages } from "~/features/reporting/profile-messages";
import { Facts, OwnWords, ProfileHead } from "~/features/reporting/profile-parts";
import { ProgramTile } from "~/features/reporting/program-tile";
import { publicPage } from "~/features/reporting/public-page.server";
import { formatDay } from "~/kernel/dates";
import { formatRupiah, formatRupiahShort, formatShare } from "~/kernel/money";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.profile.name ?? "Sinergi"} · Sinergi` },
  { name: "description", content: data?.profile.about || data?.profile.name || "" },
];

export const loader = guardedLoader(anyone, async (c) => {
  const profile = await findCommunityProfile(c.db, c.params.slug ?? "");
  if (!profile) throw new Response(null, { status: 404 });
  const slug = c.params.slug ?? "";
  return publicPage(c, {
    language: c.language,
    profile,
    concerns: await publicConcerns(c.db, { organizationSlug: slug }),
    services: await publicServices(c.db, slug),
    mentors: await mentorsOf(c.db, slug),
    report: `/lapor?lembaga=${slug}`,
  });
});

export { publicHeaders as headers } from "~/features/reporting/public-headers";

export default function CommunityProfilePage() {
  const { profile, concerns, services, report } = useLoaderData<typeof loader>();
  const t = useMessages(profileMessages);
  const language = useLanguage();
  return (
    <div className="wrap">
      <ProfileHead
        crumbs={[
          { href: "/program", label: t.browse },
          { href: `/program?wilayah=${profile.districtCode}`, label: profile.districtName },
        ]}
        motif={motifOf({ kind: "community", element: profile.element })}
        name={profile.name}
        meta={`${profile.elementName[language]} · ${profile.areaLabel}`}
        badges={
          <>
            <StatusBadge tone={profile.standing.valid ? "ok" : "warn"} {...(profile.standing.valid ? { icon: "shield" } : {})}>
              {profile.standing.valid ? t.standingValid : t.standingLapsed}
            </StatusBadge>
            <Badge>{t.programsCount(profile.flow.programs)}</Badge>
            {profile.reports.disbursed > 0 && (
              <Badge icon="doc">{t.reportsCount(profile.reports.published, profile.reports.disbursed)}</Badge>
            )}
          </>
        }
      />
      <FreezeNotes freezes={profile.freezes} />
      <div className="two">
        <DocumentPaper>
          <RecordSection />
          <StandingSection />
          <Section title={t.programs} hint={t.programsHint}>
            {profile.programs.length === 0 && <p className="muted">{t.noPrograms}</p>}
            <div className="cards [grid-template-columns:repeat(auto-fill,minmax(min(100%,19rem),1fr))]">
              {profile.programs.map((program) => (
                <ProgramTile key={program.id} program={program} />
              ))}
            </div>
          </Section>
          <PublicServices services={services} />
          <FunderSection />
          <ConcernSection concerns={concerns} report={report} />
          <OwnWords title={t.own} hint={t.ownHint} text={profile.about} />
        </DocumentPaper>
        <StandingPanel />
      </div>
    </div>
  );
}

function RecordSection() {
  const { flow, reports } = useLoaderData<typeof loader>().profile;
  const t = useMessages(profileMessages);
  const language = useLanguage();
  const short = (amount: bigint) => formatRupiahShort(amount, language);
  return (
    <Section title={t.record} hint={t.recordHint}>
      <Facts
        items={[
          { name: t.received, figure: short(flow.received), base: t.ofCommitted(short(flow.committed)) },
          {
            name: t.proven,
            figure: formatShare(flow.accounted, flow.disbursed, language),
            base: flow.disbursed === 0n ? t.nothingDisbursed : t.provenOf(short(flow.accounted), short(flow.disbursed)),
          },
          { name: t.reports, figure: t.outOf(reports.published, reports.disbursed), base: t.reportsBase },
          { name: t.programs, figure: String(flow.programs), base: t.programsBase(short(flow.target)) },
        ]}
      />
    </Section>
  );
}

function StandingSection() {
  const { profile } = useLoaderData<typeof loader>();
  const t = useMessages(profileMessages);
  const language = useLanguage();
  return (
    <Section title={t.standing} hint={t.standingHint} id="kedudukan">
      <Table
        label={t.standing}
        rows={profile.proofs}
        rowKey={(row) => row.name.id}
        empty={<p className="muted">{t.noProofs}</p>}
        columns={[
          {
            head: t.proof,
            cell: (row) => (
              <div>
                {row.name[language]}
                {row.term && <small>{t.term(formatDay(row.term.from, language), formatDay(row.term.until, language))}</small>}
              </div>
            ),
          },
          {
            head: t.checked,
            label: t.checked,
            cell: (row) => (
              <div>
                {t.byDesk[row.checkedAs]}
                {row.checkedOn && <small className="n">{formatDay(row.checkedOn, language)}</small>}
              </div>
            ),
          },
          {
            head: t.validUntil,
            label: t.validUntil,
            className: "n",
            cell: (row) => (
              <StatusBadge tone={row.expired ? "warn" : "ok"}>
                {row.validUntil ? formatDay(row.validUntil, language) : t.untilReplaced}
                {row.expired && `, ${t.expired}`}
              </StatusBadge>
            ),
          },
        ]}
      />
      {profile.payees.length > 0 && (
        <ul className="reasons mt-4">
          {profile.payees.map((payee) => (
            <li className="y" key={`${payee.kind}${payee.checkedOn}`}>
              <Icon name="check" />
              <span>{t.payee[payee.kind](formatDay(payee.checkedOn, language), payee.regulation ?? "")}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="hint">{t.declared(profile.declared)}</p>
      {profile.sponsored.length > 0 && (
        <p className="hint">
          {t.sponsors}
          {profile.sponsored.map((one, index) => (
            <Fragment key={one.slug}>
              {index > 0 && ", "}
              <a href={`/lembaga/${one.slug}`}>{one.name}</a>
            </Fragment>
          ))}
          .
        </p>
      )}
      {profile.sponsor && (
        <p className="hint">
          {t.sponsor}
          <a href={`/lembaga/${profile.sponsor.slug}`}>{profile.sponsor.name}</a>.
        </p>
      )}
    </Section>
  );
}

function FunderSection() {
  const { funders, flow } = useLoaderData<typeof loader>().profile;
  const t = useMessages(profileMessages);
  const names = useMessages(nameMessages);
  const language = useLanguage();
  const money = (amount: bigint) => formatRupiah(amount, language);
  return (
    <Section title={t.funders}>
      <Table
        label={t.funders}
        rows={funders}
        rowKey={(row) => row.slug}
        empty={<p className="muted">{t.noFunders}</p>}
        columns={[
          {
            head: t.funder,
            cell: (row) => (
              <span className="row gap-3 flex-nowrap">
                <Motif of={motifOf({ kind: "company", companyType: row.companyType })} size="s" />
                <span>
                  <a href={`/perusahaan/${row.slug}`}>{row.name}</a>
                  <small>{nameOf(names.companyType, row.companyType)}</small>
                </span>
              </span>
            ),
          },
          { head: t.committed, label: t.committed, align: "right", cell: (row) => money(row.committed) },
          { head: t.received, label: t.received, align: "right", cell: (row) => money(row.received) },
        ]}
        foot={[t.sum, money(flow.committed), money(flow.received)]}
      />
    </Section>
  );
}

function StandingPanel() {
  const { profile, mentors } = useLoaderData<typeof loader>();
  const t = useMessages(profileMessages);
  const mentoring = useMessages(mentoringMessages);
  const language = useLanguage();
  const { valid, until } = profile.standing;
  return (
    <Aside>
      <Panel>
        <h2 className="[font-size:var(--text-lg)]">{valid ? t.standingValid : t.standingLapsed}</h2>
        {valid && until && <p className="small muted mt-1">{t.validTo(formatDay(until, language))}</p>}
        <Reasons
          className="mt-3"
          items={[
            valid ? { tone: "y", text: t.mayReceive } : { tone: "m", text: t.mayNot },
            profile.freezes.length === 0 ? { tone: "y", text: t.notFrozen } : { tone: "x", text: t.frozen },
          ]}
        />
        {mentors.map((mentor) => (
          <p className="small mt-3" key={`${mentor.name}${mentor.since.getTime()}`}>
            {mentoring.mentoredBy}
            <b>{mentor.name}</b>, {mentoring.since(formatDay(mentor.since, language))}
          </p>
        ))}
        <DescriptionList
          className="mt-4 pt-4 [border-top:1px_solid_var(--line)]"
          items={[
            profile.legalForm !== null && { term: t.legalForm, value: t.legalForms[profile.legalForm] },
            { term: t.since, value: <span className="n">{formatDay(profile.since, language)}</span> },
          ]}
        />
        <ButtonLink to="/program" kind="action" block className="mt-4">
          {t.seePrograms}
        </ButtonLink>
      </Panel>
    </Aside>
  );
}
