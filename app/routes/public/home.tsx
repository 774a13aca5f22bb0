import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AlurDana } from "~/components/alur-dana";
import { ButtonLink } from "~/components/button";
import { useLanguage, useMessages } from "~/components/language";
import { Motif, motifOf } from "~/components/motif";
import { RecordList } from "~/components/record-list";
import { anyone, guardedLoader } from "~/features/identity/guard.server";
import { flowOfPlatform } from "~/features/ledger/ledger-queries.server";
import { emptyFilter } from "~/features/reporting/browse";
import { browseFacets } from "~/features/reporting/browse-facets.server";
import { browsePrograms } from "~/features/reporting/browse-programs.server";
import { DistrictMap } from "~/features/reporting/district-map";
import { homeMessages } from "~/features/reporting/home-messages";
import { nameMessages } from "~/features/reporting/name-messages";
import { ProgramTile } from "~/features/reporting/program-tile";
import { publicPage } from "~/features/reporting/public-page.server";
import { publishedReports } from "~/features/reporting/report-queries.server";
import { formatDay } from "~/kernel/dates";
import { today } from "~/platform/clock.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const t = homeMessages[data?.language ?? "id"];
  return [{ title: t.metaTitle }, { name: "description", content: t.metaText }];
};

export const loader = guardedLoader(anyone, async (c) => {
  const [flow, waiting, facets, reports] = await Promise.all([
    flowOfPlatform(c.db),
    browsePrograms(c.db, { ...emptyFilter, min: 1n }, undefined, 3),
    browseFacets(c.db, emptyFilter),
    publishedReports(c.db, 3),
  ]);
  return publicPage(c, {
    language: c.language,
    flow,
    waiting: waiting.programs,
    districts: facets.areas,
    reports: reports.reports,
    today: today(),
  });
});

export { publicHeaders as headers } from "~/features/reporting/public-headers";

export default function Home() {
  const t = useMessages(homeMessages);
  return (
    <>
      <div className="wrap hero">
        <div className="herog">
          <div>
            <h1>{t.title}</h1>
          </div>
          <div>
            <p className="lead text-ink">{t.lead}</p>
            <div className="row mt-6 gap-3">
              <ButtonLink kind="pledge" size="large" to="/program">
                {t.find}
              </ButtonLink>
              <ButtonLink size="large" to="/ruang/lembaga/usulan">
                {t.propose}
              </ButtonLink>
            </div>
          </div>
        </div>
        <AllFunds />
      </div>
      <Steps />
      <Waiting />
      <Reports />
      <Cloth />
      <Ways />
    </>
  );
}

function AllFunds() {
  const { flow, today } = useLoaderData<typeof loader>();
  const t = useMessages(homeMessages);
  const language = useLanguage();
  return (
    <section className="herobar" aria-labelledby="hb">
      <div className="hh mb-5">
        <h2 className="[font-size:var(--text-base)]" id="hb">
          {t.all}
        </h2>
        <span className="small muted n">{t.programs(flow.programs, formatDay(today, language))}</span>
      </div>
      <AlurDana flow={flow} height={300} />
      <p className="small mt-4">
        <a href="/transparansi">{t.check}</a>
      </p>
    </section>
  );
}

function Steps() {
  const t = useMessages(homeMessages);
  const s = t.steps;
  return (
    <section className="wrap pt-[clamp(3.5rem,7vw,6rem)]" id="cara">
      <h2 className="h2">{t.stepsTitle}</h2>
      <p className="lead [margin:.625rem_0_2rem]">{t.stepsLead}</p>
      <ol className="stairs">
        {(["committed", "received", "disbursed", "accounted"] as const).map((step, index) => (
          <li className={`s${index + 1}`} key={step}>
            <h3>{s[step]}</h3>
            <p>{s[`${step}Text`]}</p>
            <p className="muted mt-1.5">{s[`${step}Proof`]}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Waiting() {
  const { waiting } = useLoaderData<typeof loader>();
  const t = useMessages(homeMessages);
  return (
    <section className="pt-[clamp(3.5rem,7vw,6rem)]">
      <div className="wrap">
        <div className="hh mb-5">
          <h2 className="h2">{t.waiting}</h2>
          <a href="/program">{t.allPrograms}</a>
        </div>
        {waiting.length === 0 && <p className="muted">{t.noneWaiting}</p>}
        <div className="cards c3">
          {waiting.map((program) => (
            <ProgramTile key={program.id} program={program} />
          ))}
        </div>
      </div>
    </section>
  );
}

function Reports() {
  const { reports } = useLoaderData<typeof loader>();
  const t = useMessages(homeMessages);
  const language = useLanguage();
  if (reports.length === 0) return null;
  return (
    <section className="wrap pt-[clamp(3.5rem,7vw,6rem)]" id="laporan">
      <div className="hh mb-5">
        <h2 className="h2">{t.reports}</h2>
        <a href="/laporan">{t.allReports}</a>
      </div>
      <div className="box">
        <RecordList
          items={reports.map((report) => ({
            key: `${report.slug}${report.tranche}`,
            to: `/program/${report.slug}/laporan/${report.tranche}`,
            title: report.headline || report.program,
            meta: t.reportMeta(report.program, report.organization),
            side: formatDay(report.publishedOn, language),
            motif: motifOf({ kind: "community", element: report.element }),
          }))}
        />
      </div>
    </section>
  );
}

const cloth = [
  "professional_social_worker",
  "community_social_worker",
  "disaster_cadet",
  "lks",
  "karang_taruna",
  "lk3",
  "pioneer_family",
  "wksbm",
  "woman_leader",
  "functional_extension_officer",
  "community_extension_worker",
] as const;

function Cloth() {
  const t = useMessages(homeMessages);
  const names = useMessages(nameMessages).element;
  return (
    <section className="clothsec">
      <div className="wrap">
        <div className="clothg">
          <h2 className="h2">{t.clothTitle}</h2>
          <p className="lead">{t.clothLead}</p>
        </div>
      </div>
      <ul className="cloth wide">
        {cloth.map((element) => (
          <li key={element}>
            <Motif of={motifOf({ element })} />
            <b>{names[element]}</b>
          </li>
        ))}
        <li>
          <Motif of="tambal" />
          <b>{names.business}</b>
        </li>
      </ul>
    </section>
  );
}

function Ways() {
  const { districts } = useLoaderData<typeof loader>();
  const t = useMessages(homeMessages);
  const ways = [
    { name: t.company, text: t.companyText, link: t.companyLink, to: "/ruang/perusahaan" },
    { name: t.community, text: t.communityText, link: t.communityLink, to: "/ruang/lembaga" },
    { name: t.public, text: t.publicText, link: t.publicLink, to: "/transparansi" },
  ];
  return (
    <section className="wrap pt-[clamp(3.5rem,7vw,6rem)] pb-16">
      <div className="grid g12 gap-12 items-center">
        <div>
          <DistrictMap
            figures
            districts={districts.map((area) => ({
              code: area.value,
              programs: area.programs,
              need: area.need,
              href: `/program?wilayah=${area.value}`,
            }))}
          />
        </div>
        <div>
          <h2 className="h2">{t.areas}</h2>
          <ul className="ways w1 mt-6">
            {ways.map((way) => (
              <li key={way.to}>
                <h3>{way.name}</h3>
                <p className="muted small">{way.text}</p>
                <a className="small" href={way.to}>
                  {way.link}
                </a>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </section>
  );
}
