import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
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
import { forgetDevice } from "~/features/identity/second-factor/change-second-factor.server";
import { secondFactorMessages } from "~/features/identity/second-factor/second-factor-messages";
import { listRememberedDevices } from "~/features/identity/second-factor/second-factor-queries.server";
import { isId } from "~/kernel/ids";
import { flash } from "~/platform/flash.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${accountMessages[data?.language ?? "id"].account.sessions} · Sinergi` },
];

export const loader = guardedLoader(signedIn, async (c) => ({
  language: c.language,
  sessionId: c.sessionId,
  sessions: await listSessions(c.db, c.actor.userId),
  devices: await listRememberedDevices(c.db, c.actor.userId),
}));

/** Forgets a remembered device, signs one device out, or with neither named all others. */
export const action = guardedAction(signedIn, async (c) => {
  const form = await c.form();
  const [sessionId, deviceId] = [form.get("sessionId"), form.get("deviceId")];
  if (isId(deviceId)) await c.attempt(forgetDevice, { deviceId });
  else if (typeof sessionId === "string" && sessionId !== "") await c.attempt(revokeSession, { sessionId });
  else await c.run(revokeOtherSessions, { currentSessionId: c.sessionId ?? "" });
  throw redirect("/akun/sesi", { status: 303, headers: await flash("session_revoked") });
});

export default function Sessions() {
  const { sessions, sessionId, devices } = useLoaderData<typeof loader>();
  const t = useMessages(accountMessages);
  const remembered = useMessages(secondFactorMessages).devices;
  return (
    <Page narrow>
      <PageHead title={t.sessions.title(sessions.length)} lead={t.sessions.lead} crumbs={[{ href: "/akun", label: t.sessions.back }]} />
      <ul className="mem">
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session}>
            {session.id === sessionId ? (
              <Badge>{t.sessions.current}</Badge>
            ) : (
              <EndButton hidden={{ sessionId: session.id }} text={t.sessions.revoke} />
            )}
          </SessionRow>
        ))}
      </ul>
      {sessions.length > 1 && (
        <div className="row mt-5">
          <ActionForm>
            <Button kind="outline">{t.sessions.revokeOthers}</Button>
          </ActionForm>
        </div>
      )}
      {devices.length > 0 && (
        <section className="mt-8">
          <h2>{remembered.title}</h2>
          <p className="muted mb-4">{remembered.lead}</p>
          <ul className="mem">
            {devices.map((device) => (
              <SessionRow key={device.id} session={device}>
                <EndButton hidden={{ deviceId: device.id }} text={remembered.forget} />
              </SessionRow>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}

function EndButton({ hidden, text }: { hidden: { readonly [name: string]: string }; text: string }) {
  return (
    <ActionForm className="block" hidden={hidden}>
      <Button kind="quiet">{text}</Button>
    </ActionForm>
  );
}

function SessionRow({ session, children }: { session: SessionView; children: ReactNode }) {
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
      {children}
    </li>
  );
}
