import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Button, ButtonLink } from "~/components/button";
import { DayText } from "~/components/day-text";
import { ActionForm } from "~/components/form";
import { useMessages } from "~/components/language";
import { Note } from "~/components/note";
import { DocumentPaper, Page, PageHead, Section } from "~/components/page";
import { refusalText } from "~/components/refusal-text";
import { accountMessages } from "~/features/identity/account-messages";
import { guardedAction, guardedLoader, signedIn } from "~/features/identity/guard.server";
import { localPath } from "~/features/identity/local-path";
import { startEnrolment } from "~/features/identity/second-factor/enrol.server";
import { holdsMoney } from "~/features/identity/second-factor/money-roles";
import { secondFactorMessages, secondFactorRefusals } from "~/features/identity/second-factor/second-factor-messages";
import { factorState } from "~/features/identity/second-factor/second-factor-queries.server";
import { flash } from "~/platform/flash.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${secondFactorMessages[data?.language ?? "id"].account.title} · Sinergi` },
];

export const loader = guardedLoader(signedIn, async (c) => ({
  language: c.language,
  back: localPath(c.url.searchParams.get("kembali"), "/akun"),
  factor: await factorState(c.db, c.actor.userId),
  required: c.actor.memberships.some(holdsMoney),
}));

/** Begins the enrolment with a new key, or with another one. */
export const action = guardedAction(signedIn, async (c) => {
  const back = localPath((await c.form()).get("kembali"), "/akun");
  const outcome = await c.attempt(startEnrolment, {});
  if (outcome.ok) throw redirect(`/akun/dua-langkah/pasang?kembali=${encodeURIComponent(back)}`, 303);
  const headers = await flash(refusalText(outcome.refusal, c.language, secondFactorRefusals), "bad");
  throw redirect("/akun/dua-langkah", { status: 303, headers });
});

export default function SecondFactor() {
  const { back, factor, required } = useLoaderData<typeof loader>();
  const t = useMessages(secondFactorMessages).account;
  const account = useMessages(accountMessages).account;
  const onward = encodeURIComponent(back);
  return (
    <Page narrow>
      <PageHead title={factor.state === "enrolled" ? t.on : t.off} lead={t.lead} crumbs={[{ href: "/akun", label: account.title }]} />
      {factor.state === "enrolled" ? (
        <DocumentPaper>
          <Section title={t.codes} hint={t.codesLead}>
            <p>{t.codesLeft(factor.codesLeft)}</p>
            <p className="muted small mb-3">
              {t.since} <DayText value={factor.since} />
            </p>
            <ButtonLink kind="outline" to="/akun/dua-langkah/kode">
              {t.newCodes}
            </ButtonLink>
          </Section>
          <Section title={t.remove} hint={t.removeLead}>
            <ButtonLink kind="outline" to="/akun/dua-langkah/lepas">
              {t.removeButton}
            </ButtonLink>
          </Section>
        </DocumentPaper>
      ) : (
        <>
          <Note tone={required ? "warn" : undefined} className="mb-5">
            {required ? t.required : t.optional}
          </Note>
          <p className="mb-4">{t.need}</p>
          {factor.state === "started" ? (
            <ButtonLink kind="action" to={`/akun/dua-langkah/pasang?kembali=${onward}`}>
              {t.resume}
            </ButtonLink>
          ) : (
            <ActionForm hidden={{ kembali: back }} className="block">
              <Button>{t.start}</Button>
            </ActionForm>
          )}
        </>
      )}
    </Page>
  );
}
