import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/components/button";
import { useMessages } from "~/components/language";
import { accountMessages } from "~/features/identity/account-messages";
import { AuthPage } from "~/features/identity/auth-page";
import { anyone, guardedLoader } from "~/features/identity/guard.server";
import { localPath } from "~/features/identity/local-path";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${accountMessages[data?.language ?? "id"].checkEmail.title} · Sinergi` },
];

export const loader = guardedLoader(anyone, (c) => ({ back: localPath(c.url.searchParams.get("kembali"), ""), language: c.language }));

export default function CheckEmail() {
  const { back } = useLoaderData<typeof loader>();
  const t = useMessages(accountMessages).checkEmail;
  return (
    <AuthPage title={t.title} lead={t.lead}>
      <p className="small">
        <b>{t.nothing}</b> {t.nothingHelp}
      </p>
      <div className="row mt-5">
        <ButtonLink kind="outline" to={`/masuk${back ? `?kembali=${encodeURIComponent(back)}` : ""}`}>
          {t.toSignIn}
        </ButtonLink>
      </div>
    </AuthPage>
  );
}
