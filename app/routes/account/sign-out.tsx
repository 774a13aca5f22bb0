import { type MetaFunction, redirect } from "@remix-run/node";
import { Button } from "~/components/button";
import { Form } from "~/components/form";
import { useMessages } from "~/components/language";
import { accountMessages } from "~/features/identity/account-messages";
import { AuthPage } from "~/features/identity/auth-page";
import { anyone, guardedAction, guardedLoader } from "~/features/identity/guard.server";
import { actingOrganizationCookie } from "~/features/identity/preferences.server";
import { signOut } from "~/features/identity/sign-in.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${accountMessages[data?.language ?? "id"].account.signOut} · Sinergi` },
];

/** Signing out is a POST; whoever opens the address is asked first. */
export const loader = guardedLoader(anyone, (c) => {
  if (!c.actor) throw redirect("/");
  return { language: c.language };
});

export const action = guardedAction(anyone, async (c) => {
  const { cookies } = await signOut(c.db, c.request.headers);
  const headers = new Headers();
  for (const cookie of cookies) headers.append("Set-Cookie", cookie);
  headers.append("Set-Cookie", await actingOrganizationCookie.serialize("", { maxAge: 0 }));
  headers.append("Clear-Site-Data", '"cache"');
  throw redirect("/", { status: 303, headers });
});

export default function SignOut() {
  const t = useMessages(accountMessages).signOut;
  return (
    <AuthPage title={t.title} lead={t.lead}>
      <Form>
        <Button size="large">{t.button}</Button>
      </Form>
    </AuthPage>
  );
}
