import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Badge } from "~/components/badge";
import { ButtonLink } from "~/components/button";
import { EmptyState } from "~/components/empty-state";
import { useLanguage, useMessages } from "~/components/language";
import { OutboxBar } from "~/components/outbox-bar";
import { Page, PageHead } from "~/components/page";
import { RecordList } from "~/components/record-list";
import { guardedLoader, practitioner } from "~/features/identity/guard.server";
import { CoverageBar } from "~/features/needs/coverage-bar";
import { mapper } from "~/features/needs/lock-need.server";
import { isOld } from "~/features/needs/need";
import { needMessages, needWords } from "~/features/needs/need-messages";
import { openNeeds } from "~/features/needs/need-queries.server";
import { areasOfWork } from "~/features/practitioners/practitioner-queries.server";
import { formatDay } from "~/kernel/dates";
import { formatWhole } from "~/kernel/money";
import { today } from "~/platform/clock.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${needMessages[data?.language ?? "id"].title} · Sinergi` }];

export const loader = guardedLoader(practitioner(), async (c) => {
  const { organizationId, element } = c.membership;
  const areas = await areasOfWork(c.db, organizationId);
  const needs = await openNeeds(
    c.db,
    areas.map((area) => area.code),
  );
  return { language: c.language, today: today(), organizationId, mayRecord: element === mapper, needs };
});

export default function Needs() {
  const { needs, mayRecord, organizationId, today: day } = useLoaderData<typeof loader>();
  const t = useMessages(needMessages);
  const words = useMessages(needWords);
  const language = useLanguage();
  const record = mayRecord && (
    <ButtonLink kind="action" size="large" icon="plus" to="/ruang/petugas/kebutuhan/baru">
      {t.record}
    </ButtonLink>
  );
  return (
    <Page>
      {mayRecord && <OutboxBar queue={organizationId} words={t.offline} />}
      <PageHead size="small" title={t.listTitle(needs.length)} lead={t.listLead} actions={record} />
      <RecordList
        empty={<EmptyState title={t.listTitle(0)}>{t.empty}</EmptyState>}
        items={needs.map((need) => ({
          key: need.id,
          to: `/ruang/petugas/kebutuhan/${need.id}`,
          title: need.group[language],
          meta: `${need.areaLabel} · ${words.people(formatWhole(need.people, language))} · ${t.counted(formatDay(need.countedAt, language))}`,
          note: <CoverageBar of={need} />,
          side: isOld(need.countedAt, day) ? (
            <Badge tone="warn" icon="clock">
              {words.old}
            </Badge>
          ) : (
            <span className="small muted">{words.urgency[need.urgency]}</span>
          ),
        }))}
      />
      <p className="small mt-4">
        <a href="/kebutuhan">{t.map}</a>
      </p>
    </Page>
  );
}
