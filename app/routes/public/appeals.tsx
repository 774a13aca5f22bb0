import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { useMessages } from "~/components/language";
import { Page, PageHead } from "~/components/page";
import { Box } from "~/components/panel";
import { AppealList } from "~/features/appeals/appeal-list";
import { appealMessages } from "~/features/appeals/appeal-messages";
import { decidedAppeals, waitingAppeals } from "~/features/appeals/appeal-queries.server";
import { anyone, guardedLoader } from "~/features/identity/guard.server";
import { publicPage } from "~/features/reporting/public-page.server";
import { now } from "~/platform/clock.server";

const shownDecided = 30;

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const t = appealMessages[data?.language ?? "id"];
  return [{ title: `${t.title} · Sinergi` }, { name: "description", content: t.list.lead }];
};

export const loader = guardedLoader(anyone, async (c) => {
  const [waiting, decided] = await Promise.all([waitingAppeals(c.db), decidedAppeals(c.db, shownDecided)]);
  return publicPage(c, { language: c.language, now: now(), waiting, decided });
});

export { publicHeaders as headers } from "~/features/reporting/public-headers";

export default function Appeals() {
  const { waiting, decided, now: at } = useLoaderData<typeof loader>();
  const t = useMessages(appealMessages);
  return (
    <Page>
      <PageHead title={t.title} lead={t.list.lead} />
      <div className="stack [--gap:1.25rem]">
        {waiting.length === 0 ? (
          <EmptyState title={t.list.none}>{t.list.noneLead}</EmptyState>
        ) : (
          <Box title={t.list.waiting} aside={String(waiting.length)}>
            <AppealList appeals={waiting} now={at} to={(appeal) => `/darurat/${appeal.code}`} />
          </Box>
        )}
        {decided.length > 0 && (
          <Box title={t.list.decided} aside={String(decided.length)}>
            <AppealList appeals={decided} now={at} to={(appeal) => `/darurat/${appeal.code}`} />
          </Box>
        )}
      </div>
    </Page>
  );
}
