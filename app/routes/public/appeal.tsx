import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Button, ButtonLink } from "~/components/button";
import { ActionForm } from "~/components/form";
import { useLanguage, useMessages } from "~/components/language";
import { Money } from "~/components/money";
import { Note } from "~/components/note";
import { Breadcrumbs, DocumentPaper, Page } from "~/components/page";
import { Aside, Panel } from "~/components/panel";
import { AppealHead } from "~/features/appeals/appeal-head";
import { appealMessages } from "~/features/appeals/appeal-messages";
import { appealRefusals } from "~/features/appeals/appeal-refusals";
import { appealWorkMessages } from "~/features/appeals/appeal-work-messages";
import { findAppeal, followersOf } from "~/features/appeals/appeal-queries.server";
import { AppealReading } from "~/features/appeals/appeal-reading";
import { followAppeal } from "~/features/appeals/follow-appeal.server";
import { anyone, guardedAction, guardedLoader, signedIn } from "~/features/identity/guard.server";
import { leadBack } from "~/features/identity/lead-back.server";
import { publicPage } from "~/features/reporting/public-page.server";
import { formatDay } from "~/kernel/dates";
import { now } from "~/platform/clock.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.appeal.title} · Sinergi` : "Sinergi" }];

export const loader = guardedLoader(anyone, async (c) => {
  const appeal = await findAppeal(c.db, { code: c.params.code ?? "" });
  if (!appeal) throw new Response(null, { status: 404 });
  const followers = await followersOf(c.db, appeal.id, c.actor?.userId ?? null);
  return publicPage(c, { language: c.language, now: now(), appeal, followers, signedIn: c.actor !== null });
});

export { publicHeaders as headers } from "~/features/reporting/public-headers";

/** Whoever is signed in may ask to be told; others are led to sign in first. */
export const action = guardedAction(signedIn, async (c) => {
  const appeal = await findAppeal(c.db, { code: c.params.code ?? "" });
  if (!appeal) throw redirect("/darurat", 303);
  const outcome = await c.attempt(followAppeal, { appealId: appeal.id });
  return leadBack(c, outcome, {
    to: `/darurat/${appeal.code}`,
    done: appealWorkMessages[c.language].done.following,
    refusals: appealRefusals,
  });
});

export default function Appeal() {
  const { appeal, now: at, followers, signedIn: known } = useLoaderData<typeof loader>();
  const t = useMessages(appealMessages);
  const language = useLanguage();
  return (
    <Page>
      <Breadcrumbs items={[{ href: "/darurat", label: t.title }]} />
      <AppealHead appeal={appeal} now={at} />
      <div className="two mt-6">
        <DocumentPaper>
          <AppealReading appeal={appeal} />
        </DocumentPaper>
        <Aside>
          <Panel>
            <p className="small muted">{t.page.needs}</p>
            <p className="kpi">
              <Money amount={appeal.total} />
            </p>
            {appeal.decisionNote && (
              <Note title={t.page.note} className="mt-3">
                <span lang="id">{appeal.decisionNote}</span>
              </Note>
            )}
            {appeal.programSlug ? (
              <div className="mt-4">
                <ButtonLink kind="pledge" block to={`/program/${appeal.programSlug}`}>
                  {t.page.open}
                </ButtonLink>
                {appeal.validUntil && <p className="hint">{t.page.validUntil(formatDay(appeal.validUntil, language))}</p>}
              </div>
            ) : (
              appeal.status === "raised" && (
                <Note tone="warn" title={t.page.notOpen} className="mt-3">
                  {t.page.notOpenText}
                </Note>
              )
            )}
            {appeal.status === "raised" && !followers.own && (
              <ActionForm className="block mt-3">
                <Button kind="outline" block>
                  {t.page.follow}
                </Button>
              </ActionForm>
            )}
            {known && followers.own && <p className="hint">{t.page.following}</p>}
            {followers.count > 0 && <p className="hint">{t.page.followers(followers.count)}</p>}
            <p className="hint">
              {t.page.code} {appeal.code}. {t.page.disclaimer}
            </p>
            <p className="small mt-3">
              <b>{t.page.after}.</b> {t.page.afterText}
            </p>
          </Panel>
        </Aside>
      </div>
    </Page>
  );
}
