import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Count } from "~/components/badge";
import { Button, ButtonLink } from "~/components/button";
import { EmptyState } from "~/components/empty-state";
import { ActionForm } from "~/components/form";
import { useLanguage, useMessages } from "~/components/language";
import { Note } from "~/components/note";
import { Page, PageHead } from "~/components/page";
import { Pagination } from "~/components/pagination";
import { guardedLoader, signedIn } from "~/features/identity/guard.server";
import { noticeFilters, noticesPath, readNoticeFilter } from "~/features/notifications/notice";
import { NoticeList } from "~/features/notifications/notice-list";
import { noticeMessages } from "~/features/notifications/notice-messages";
import { countAsks, countUnread, listNotices, mailFailsSince, mostCounted } from "~/features/notifications/notice-queries.server";
import { formatDay } from "~/kernel/dates";
import { isId } from "~/kernel/ids";
import type { Language } from "~/kernel/messages";
import { now, today } from "~/platform/clock.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? titleOf(data.language, data.unread, data.most) : noticeMessages.id.name} · Sinergi` },
];

function titleOf(language: Language, unread: number, most: number): string {
  const t = noticeMessages[language];
  return unread > most ? t.titleMany(most) : t.title(unread);
}

/** `/kabar`: what the person was told, by whatever way, newest first. */
export const loader = guardedLoader(signedIn, async (c) => {
  const filter = readNoticeFilter(c.url.searchParams);
  const [before, after] = ["sebelum", "sesudah"].map((name) => c.url.searchParams.get(name)).map((id) => (isId(id) ? id : null));
  const { userId, email, memberships } = c.actor;
  const place = { filter, before: before ?? null, after: after ?? null };
  const { deadlines, lines, newer, older } = await listNotices(c.db, { userId, language: c.language }, place);
  // Whoever works for one organisation knows which it is.
  const named = memberships.length > 1;
  const told = (line: (typeof lines)[number]) => ({ ...line, organizationName: named ? line.organizationName : null });
  return {
    language: c.language,
    filter,
    today: today(),
    until: now().toISOString(),
    most: mostCounted,
    unread: await countUnread(c.db, userId),
    ...(await countAsks(c.db, userId)),
    deadlines: deadlines.map(told),
    lines: lines.map(told),
    newer: newer && noticesPath({ filter, after: newer }),
    older: older && noticesPath({ filter, before: older }),
    failing: (await mailFailsSince(c.db, email)) ?? null,
  };
});

export default function Notices() {
  const page = useLoaderData<typeof loader>();
  const { filter, unread, unreadWithDeadline, failing } = page;
  const t = useMessages(noticeMessages);
  const language = useLanguage();
  const empty = page.lines.length + page.deadlines.length === 0;
  return (
    <Page>
      <PageHead
        title={titleOf(language, unread, page.most)}
        lead={unreadWithDeadline > 0 ? t.lead(unreadWithDeadline) : undefined}
        actions={
          <>
            {unread > 0 && (
              <ActionForm action="/kabar/terbaca" hidden={{ sampai: page.until }}>
                <Button kind="outline">{t.readAll}</Button>
              </ActionForm>
            )}
            <ButtonLink to="/akun/pemberitahuan">{t.settings}</ButtonLink>
          </>
        }
      />
      {failing && (
        <Note tone="warn" className="mb-4">
          {t.mailFails(formatDay(failing, language))}
        </Note>
      )}
      <Filters />
      {filter === "asks" && page.deadlines.length > 0 && <p className="small muted mb-3">{t.asksHint}</p>}
      {empty ? <EmptyState title={t.empty[filter]} /> : <NoticeList deadlines={page.deadlines} lines={page.lines} today={page.today} />}
      <div className="row justify-between mt-5">
        <p className="small muted">{t.kept}</p>
        <Pagination previous={page.newer} next={page.older} words={{ previous: t.newer, next: t.older }} />
      </div>
    </Page>
  );
}

function Filters() {
  const { filter, asks } = useLoaderData<typeof loader>();
  const t = useMessages(noticeMessages);
  return (
    <nav className="row gap-2 mb-4" aria-label={t.filter}>
      {noticeFilters.map((one) => (
        <ButtonLink
          kind={one === filter ? "action" : "outline"}
          to={noticesPath({ filter: one })}
          aria-current={one === filter ? "true" : undefined}
          key={one}
        >
          {t.filters[one]}
          {one === "asks" && asks > 0 && <Count value={asks} hot />}
        </ButtonLink>
      ))}
    </nav>
  );
}
