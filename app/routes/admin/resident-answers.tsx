import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Badge } from "~/components/badge";
import { Button, ButtonLink } from "~/components/button";
import { ActionForm } from "~/components/form";
import { useLanguage, useMessages } from "~/components/language";
import { Page, PageHead } from "~/components/page";
import { Box } from "~/components/panel";
import { RecordList } from "~/components/record-list";
import { isPlatform } from "~/features/identity/actor";
import { guardedLoader, platform } from "~/features/identity/guard.server";
import { moderatingRoles } from "~/features/residents/moderate-answer.server";
import { residentMessages } from "~/features/residents/resident-messages";
import { type DeskAnswer, deskAnswers } from "~/features/residents/resident-queries.server";
import { formatDay } from "~/kernel/dates";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${residentMessages[data?.language ?? "id"].desk.name} · Sinergi` },
];

export const loader = guardedLoader(platform("verifier", "administrator", "auditor"), async (c) => {
  const waiting = await deskAnswers(c.db);
  const count = waiting.alerts.length + waiting.unread.length;
  return {
    language: c.language,
    ...waiting,
    count,
    counts: { "/admin/suara-warga": count },
    mayModerate: isPlatform(c.actor, ...moderatingRoles),
  };
});

export default function ResidentAnswers() {
  const { alerts, unread, hidden, count, mayModerate } = useLoaderData<typeof loader>();
  const t = useMessages(residentMessages).desk;
  const language = useLanguage();
  const nothing = <p className="muted">{t.nothing}</p>;
  return (
    <Page wide>
      <PageHead size="small" title={t.title(count)} meta={t.name} />
      <div className="stack [--gap:1.25rem]">
        <Box title={t.alerts}>
          <RecordList
            empty={nothing}
            items={alerts.map((alert) => ({
              key: alert.id,
              ...(mayModerate ? { to: `/admin/suara-warga/tugas/${alert.id}` } : {}),
              title: <span lang="id">{`${alert.thing}, ${alert.place}`}</span>,
              meta: alert.program,
              side: <span className="small muted">{t.since(formatDay(alert.openedAt, language))}</span>,
              icon: "flag",
            }))}
          />
        </Box>
        <Box title={t.unread}>{unread.length === 0 ? nothing : <Answers rows={unread} mayModerate={mayModerate} />}</Box>
        <Box title={t.hidden}>{hidden.length === 0 ? nothing : <Answers rows={hidden} mayModerate={mayModerate} />}</Box>
      </div>
    </Page>
  );
}

function Answers({ rows, mayModerate }: { rows: readonly DeskAnswer[]; mayModerate: boolean }) {
  const words = useMessages(residentMessages);
  const t = words.desk;
  const language = useLanguage();
  return (
    <ul className="recs">
      {rows.map((row) => (
        <li key={row.id}>
          <div className="min-w-0">
            <p className="row gap-2">
              <Badge>{words.answer[row.answer]}</Badge>
              {row.hiddenReason && <Badge tone="warn">{t.reasons[row.hiddenReason]}</Badge>}
              <span className="small muted" lang="id">
                {row.thing}, {row.place} · {row.program} · {formatDay(row.at, language)}
              </span>
            </p>
            <p className="mt-1" lang="id">
              {row.comment}
            </p>
            {row.hiddenNote && (
              <p className="small muted" lang="id">
                {row.hiddenNote}
              </p>
            )}
          </div>
          {mayModerate && (
            <div className="side row gap-2">
              <ActionForm action={`/admin/suara-warga/${row.id}/tampilkan`}>
                <Button kind="outline" aria-label={t.showOne(row.comment.slice(0, 60))}>
                  {t.show}
                </Button>
              </ActionForm>
              {!row.hiddenReason && (
                <ButtonLink
                  kind="danger-quiet"
                  to={`/admin/suara-warga/${row.id}/sembunyikan`}
                  aria-label={t.hideOne(row.comment.slice(0, 60))}
                >
                  {t.hide}
                </ButtonLink>
              )}
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
