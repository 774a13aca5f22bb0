import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Button, ButtonLink } from "~/components/button";
import { ActionForm } from "~/components/form";
import { useLanguage, useMessages } from "~/components/language";
import { Note } from "~/components/note";
import { DocumentPaper } from "~/components/page";
import { anyone, guardedLoader, judge, community } from "~/features/identity/guard.server";
import { groupChoices } from "~/features/needs/need-queries.server";
import { pathOfNeed } from "~/features/needs/need-paths";
import { NeedDetails, PrivacySection, UnknownSection } from "~/features/needs/needs-details";
import { readNeedsFilter } from "~/features/needs/needs-filter";
import { needsMapMessages } from "~/features/needs/needs-map-messages";
import { AreaTable, MapBox, NeedsHead, VillageTiles } from "~/features/needs/needs-map-parts";
import { type PublishedNeed, needsMap } from "~/features/needs/needs-map.server";
import { publicPage } from "~/features/reporting/public-page.server";
import { newId } from "~/kernel/ids";
import { today } from "~/platform/clock.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const t = needsMapMessages[data?.language ?? "id"];
  return [{ title: `${t.metaTitle} · Sinergi` }, { name: "description", content: t.metaText }];
};

export const loader = guardedLoader(anyone, async (c) => {
  const { filter, ignored } = readNeedsFilter(c.url.searchParams);
  const [map, groups] = await Promise.all([needsMap(c.db, filter.area, filter.group), groupChoices(c.db)]);
  const writer = judge(community("chair", "editor"), c.actor);
  return publicPage(c, {
    language: c.language,
    today: today(),
    filter,
    ignored,
    map,
    groups,
    // Who isn't signed in is led there; for others than communities there is nothing to propose. One key for each form.
    proposing: !c.actor || writer.allowed,
    keys: c.actor ? Object.fromEntries((map.district?.needs ?? []).map((need) => [need.id, newId()])) : {},
  });
});

export { publicHeaders as headers } from "~/features/reporting/public-headers";

export default function Needs() {
  const { map, filter, ignored, proposing, today: day } = useLoaderData<typeof loader>();
  const t = useMessages(needsMapMessages);
  const { district } = map;
  const shown = (district?.needs ?? []).filter((need) => need.areaCode.startsWith(filter.area) && (filter.all || need.uncovered !== 0));
  return (
    <div className="wrap">
      <NeedsHead map={map} />
      {ignored.length > 0 && (
        <Note tone="warn" className="mb-4">
          {t.ignored(ignored.join(", "))}
        </Note>
      )}
      <FilterForm />
      <div className="grid g12 items-start">
        <MapBox map={map} filter={filter} />
        <AreaTable map={map} filter={filter} />
      </div>
      <DocumentPaper className="mt-5">
        {district && <VillageTiles district={district} filter={filter} />}
        {district && <NeedDetails needs={shown} today={day} {...(proposing ? { action: (need) => <Propose need={need} /> } : {})} />}
        <PrivacySection sensitive={map.sensitive} />
        <UnknownSection villages={district?.villages ?? []} />
      </DocumentPaper>
    </div>
  );
}

function FilterForm() {
  const { map, filter, groups } = useLoaderData<typeof loader>();
  const t = useMessages(needsMapMessages);
  const language = useLanguage();
  const district = filter.area.slice(0, "33.16.01".length);
  return (
    <form className="row gap-2 mb-5" method="get" action="/kebutuhan">
      <label className="sr" htmlFor="wilayah">
        {t.area}
      </label>
      <select className="sel w-auto" id="wilayah" name="wilayah" defaultValue={district}>
        <option value="">{t.allAreas}</option>
        {map.parts.within && <option value={map.parts.within.code}>{map.parts.within.name}</option>}
        {map.parts.areas.map((area) => (
          <option value={area.code} key={area.code}>
            {map.parts.level === "district" ? t.district(area.name) : area.name}
          </option>
        ))}
      </select>
      <label className="sr" htmlFor="kebutuhan">
        {t.group}
      </label>
      <select className="sel w-auto max-w-full" id="kebutuhan" name="kebutuhan" defaultValue={filter.group ? pathOfNeed(filter.group) : ""}>
        <option value="">{t.allGroups}</option>
        {groups.map((group) => (
          <option value={pathOfNeed(group.code)} key={group.code}>
            {group[language]}
          </option>
        ))}
      </select>
      <label className="sr" htmlFor="tampil">
        {t.show}
      </label>
      <select className="sel w-auto" id="tampil" name="tampil" defaultValue={filter.all ? "semua" : ""}>
        <option value="">{t.gapsOnly}</option>
        <option value="semua">{t.showAll}</option>
      </select>
      <Button>{t.apply}</Button>
      <ButtonLink kind="quiet" icon="dl" to="/data/kebutuhan.csv">
        {t.csv}
      </ButtonLink>
    </form>
  );
}

/** From a gap to a draft with its facts in one click; who isn't signed in passes by the sign-in page. */
function Propose({ need }: { need: PublishedNeed }) {
  const { keys } = useLoaderData<typeof loader>();
  const t = useMessages(needsMapMessages);
  const language = useLanguage();
  const kunci = keys[need.id];
  if (!need.uncovered) return null;
  const place = need.areaLabel.split(",")[0] ?? "";
  const label = t.proposeFor(need.group[language], place);
  const to = "/ruang/lembaga/usulan/baru";
  if (!kunci) {
    return (
      <a className="small nowrap" href={`${to}?kebutuhan=${need.id}`} aria-label={label}>
        {t.propose}
      </a>
    );
  }
  return (
    <ActionForm action={to} kunci={kunci} hidden={{ kebutuhan: need.id, title: needsMapMessages.id.draftTitle(need.group.id, place) }}>
      <Button kind="outline" aria-label={label}>
        {t.propose}
      </Button>
    </ActionForm>
  );
}
