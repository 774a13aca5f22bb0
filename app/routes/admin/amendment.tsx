import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Button, ButtonLink } from "~/components/button";
import { ActionForm } from "~/components/form";
import { useLanguage, useMessages } from "~/components/language";
import { Note } from "~/components/note";
import { DocumentPaper, Page } from "~/components/page";
import { Aside, Panel } from "~/components/panel";
import { checkerRoles } from "~/features/amendments/amendment";
import { amendmentMessages } from "~/features/amendments/amendment-messages";
import { amendmentReading } from "~/features/amendments/amendment-page.server";
import { findAmendment } from "~/features/amendments/amendment-queries.server";
import { AmendmentFigures, AmendmentHead, AmendmentSections } from "~/features/amendments/amendment-reading";
import { amendmentDeskMessages } from "~/features/amendments/desk-messages";
import { problemsNow } from "~/features/amendments/program-facts.server";
import { holds } from "~/features/identity/actor";
import { guardedLoader, platform } from "~/features/identity/guard.server";
import { issueLine } from "~/features/proposals/issue-messages";
import { newId } from "~/kernel/ids";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: `${amendmentMessages[data?.language ?? "id"].name(data?.reading.amendment.n ?? 1)}: ${data?.reading.program.title ?? ""} · Sinergi`,
  },
];

/** `/admin/adendum/:slug/:n`: an amendment with what it changes and what it can't, to check, send back or refuse. */
export const loader = guardedLoader(platform("verifier", "administrator", "auditor"), async (c) => {
  const page = await findAmendment(c.db, c.params.slug ?? "", c.params.n ?? "");
  if (!page || page.amendment.status === "draft" || page.amendment.submittedAt === null) throw new Response(null, { status: 404 });
  const { before, after } = page;
  const waits = page.amendment.status === "submitted";
  return {
    language: c.language,
    reading: await amendmentReading(c.db, page),
    draft: { ...after, payeeAccountId: null },
    problems: waits ? await problemsNow(c.db, page.program.id, { before, after, unread: {} }) : [],
    mayCheck: waits && holds(c.membership, checkerRoles),
    kunci: newId(),
  };
});

export default function DeskAmendment() {
  const { reading, draft, problems, mayCheck, kunci } = useLoaderData<typeof loader>();
  const t = useMessages(amendmentDeskMessages);
  const language = useLanguage();
  const { amendment, program } = reading;
  const address = `/admin/adendum/${program.slug}/${amendment.n}`;
  const needed = amendment.weights.length > 0;
  return (
    <Page>
      <AmendmentHead reading={reading} crumbs={[{ href: "/admin/adendum", label: t.title }]} />
      {problems.length > 0 && (
        <Note tone="bad" title={t.problems} className="mb-5">
          <ul>
            {problems.map((issue) => (
              <li key={`${issue.field}:${issue.code}`}>{issueLine(issue, draft, language)}</li>
            ))}
          </ul>
        </Note>
      )}
      <div className="two">
        <DocumentPaper>
          <AmendmentSections reading={reading} />
        </DocumentPaper>
        <Aside>
          <Panel>
            <AmendmentFigures reading={reading} />
            {mayCheck && (
              <>
                {problems.length === 0 && (
                  <ActionForm action={`${address}/periksa`} kunci={kunci}>
                    <Button block>{t.check}</Button>
                  </ActionForm>
                )}
                <ButtonLink to={`${address}/kembalikan`} block className="mt-2">
                  {t.back}
                </ButtonLink>
                <ButtonLink kind="danger-quiet" to={`${address}/tolak`} block className="mt-2">
                  {t.refuse}
                </ButtonLink>
                <p className="hint">
                  {needed ? t.checkEffect.ask : t.checkEffect.force} {reading.evidence.length > 0 && t.checkEvidence}
                </p>
              </>
            )}
          </Panel>
        </Aside>
      </div>
    </Page>
  );
}
