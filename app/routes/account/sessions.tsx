import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Badge } from "~/components/badge";
import { Button } from "~/components/button";
import { DayText } from "~/components/day-text";
import { ActionForm } from "~/components/form";
import { Icon } from "~/components/icon";
import { useMessages } from "~/components/language";
import { Page, PageHead } from "~/components/page";
import { accountMessages } from "~/features/identity/account-messages";
import { type SessionView, listSessions } from "~/features/identity/account-queries.server";
import { deviceName, placeName } from "~/features/identity/device";
import { guardedAction, guardedLoader, signedIn } from "~/features/identity/guard.server";
import { revokeOtherSessions, revokeSession } from "~/features/identity/revoke-session.server";
import { flash } from "~/platform/flash.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${accountMessages[data?.language ?? "id"].account.sessions} · Sinergi` },
];

export const loader = guardedLoader(signedIn, async (c) => ({
  language: c.language,
  sessionId: c.sessionId,
  sessions: await listSessions(c.db, c.actor.userId),
}));

/** Signs one device out, or with no `sessionId` all others. */
export const action = guardedAction(signedIn, async (c) => {
  const sessionId = (await c.form()).get("sessionId");
  if (typeof sessionId === "string" && sessionId !== "") await c.attempt(revokeSession, { sessionId });
  else await c.run(revokeOtherSessions, { currentSessionId: c.sessionId ?? "" });
  throw redirect("/akun/sesi", { status: 303, headers: await flash(c.request, "session_revoked") });
});

export default function Sessions() {
  const { sessions, sessionId } = useLoaderData<typeof loader>();
  const t = useMessages(accountMessages);
  return (
    <Page narrow>
      <PageHead title={t.sessions.title(sessions.length)} lead={t.sessions.lead} crumbs={[{ href: "/akun", label: t.sessions.back }]} />
      <ul className="mem">
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} current={session.id === sessionId} />
        ))}
      </ul>
      {sessions.length > 1 && (
        <div className="row mt-5">
          <ActionForm>
            <Button kind="outline">{t.sessions.revokeOthers}</Button>
          </ActionForm>
        </div>
      )}
    </Page>
  );
}

function SessionRow({ session, current }: { session: SessionView; current: boolean }) {
  const t = useMessages(accountMessages).sessions;
  return (
    <li>
      <span className="ini">
        <Icon name="phone2" />
      </span>
      <div>
        <b>{deviceName(session.userAgent) ?? t.unknown}</b>
        <small>{placeName(session.ipAddress)}</small>
      </div>
      <div className="st">
        <span>
          <DayText value={session.createdAt} form="instant" />
          <span className="s0">
            {t.until("")}
            <DayText value={session.expiresAt} />
          </span>
        </span>
      </div>
      {current ? (
        <Badge>{t.current}</Badge>
      ) : (
        <ActionForm className="block" hidden={{ sessionId: session.id }}>
          <Button kind="quiet">{t.revoke}</Button>
        </ActionForm>
      )}
    </li>
  );
}
