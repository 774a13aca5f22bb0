import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button, ButtonLink } from "~/components/button";
import { DayText } from "~/components/day-text";
import { ActionForm, Form } from "~/components/form";
import { useLanguage, useMessages } from "~/components/language";
import { Note } from "~/components/note";
import { refusalText } from "~/components/refusal-text";
import { accountMessages } from "~/features/identity/account-messages";
import { AuthPage } from "~/features/identity/auth-page";
import { anyone, guardedAction, guardedLoader } from "~/features/identity/guard.server";
import { actingOrganizationCookie } from "~/features/identity/preferences.server";
import { acceptInvitation } from "~/features/organizations/accept-invitation.server";
import { findInvitation } from "~/features/organizations/member-queries.server";
import { workspaceOf } from "~/features/organizations/organization";
import { organizationsMessages, organizationsRefusals } from "~/features/organizations/organizations-messages";
import { registrationMessages } from "~/features/organizations/registration-messages";
import { flash } from "~/platform/flash.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${registrationMessages[data?.language ?? "id"].join.accept} · Sinergi` },
  { name: "referrer", content: "same-origin" },
];

export const loader = guardedLoader(anyone, async (c) => ({
  language: c.language,
  path: c.url.pathname,
  signedInAs: c.actor?.email ?? null,
  invitation: (await findInvitation(c.db, c.params.token ?? "")) ?? null,
}));

export const action = guardedAction(anyone, async (c) => {
  if (!c.actor) throw redirect(`/masuk?kembali=${encodeURIComponent(c.url.pathname)}`, 303);
  const outcome = await c.attempt(acceptInvitation, { token: c.params.token ?? "" });
  if (!outcome.ok) return { refusal: { code: outcome.refusal.code, details: outcome.refusal.details } };
  const headers = new Headers(await flash("member_joined"));
  headers.append("Set-Cookie", await actingOrganizationCookie.serialize(outcome.value.organizationId));
  throw redirect(workspaceOf(outcome.value.kind), { status: 303, headers });
});

export default function Join() {
  const { invitation, signedInAs, path } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useMessages(registrationMessages).join;
  const account = useMessages(accountMessages);
  const names = useMessages(organizationsMessages);
  const language = useLanguage();
  if (!invitation) return <AuthPage title={account.expired.title} lead={account.expired.invitation} />;
  const query = `?kembali=${encodeURIComponent(path)}&surel=${encodeURIComponent(invitation.email)}`;
  return (
    <AuthPage title={t.title(invitation.organization)} lead={t.lead(invitation.inviter, names.roles[invitation.role])}>
      {answer?.refusal && (
        <Note tone="bad" className="mb-4">
          {refusalText(answer.refusal, language, organizationsRefusals)}
        </Note>
      )}
      <p className="mb-5">
        {t.account(invitation.email)} {t.until} <DayText value={invitation.validUntil} />.
      </p>
      {signedInAs === null ? (
        <div className="row">
          <ButtonLink size="large" kind="action" to={`/masuk${query}`}>
            {t.signIn}
          </ButtonLink>
          <ButtonLink size="large" kind="outline" to={`/daftar${query}`}>
            {t.signUp}
          </ButtonLink>
        </div>
      ) : signedInAs === invitation.email ? (
        <Form>
          <Button size="large">{t.accept}</Button>
        </Form>
      ) : (
        <>
          <Note tone="warn" className="mb-4">
            {t.other(signedInAs)}
          </Note>
          <ActionForm action="/keluar">
            <Button kind="outline">{t.signOut}</Button>
          </ActionForm>
        </>
      )}
    </AuthPage>
  );
}
