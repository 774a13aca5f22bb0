import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/components/button";
import { EmptyState } from "~/components/empty-state";
import { KeepOnPhone } from "~/components/keep-on-phone";
import { useMessages } from "~/components/language";
import { Page, PageHead } from "~/components/page";
import { Box } from "~/components/panel";
import { AppealList } from "~/features/appeals/appeal-list";
import { appealMessages } from "~/features/appeals/appeal-messages";
import { appealWorkMessages } from "~/features/appeals/appeal-work-messages";
import { appealsOf } from "~/features/appeals/appeal-queries.server";
import { community, guardedLoader } from "~/features/identity/guard.server";
import { now } from "~/platform/clock.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${appealMessages[data?.language ?? "id"].title} · Sinergi` }];

export const loader = guardedLoader(community(), async (c) => {
  const appeals = await appealsOf(c.db, c.membership.organizationId);
  return { language: c.language, now: now(), appeals, isTagana: c.membership.element === "disaster_cadet" };
});

export default function Appeals() {
  const { appeals, now: at, isTagana } = useLoaderData<typeof loader>();
  const t = useMessages(appealMessages);
  const work = useMessages(appealWorkMessages);
  const raise = isTagana ? (
    <ButtonLink kind="action" to="/ruang/lembaga/darurat/baru">
      {work.own.raise}
    </ButtonLink>
  ) : undefined;
  return (
    <Page>
      {isTagana && <KeepOnPhone pages={[{ path: "/ruang/lembaga/darurat/baru" }]} />}
      <PageHead size="small" title={t.title} actions={appeals.length > 0 ? raise : undefined} />
      {appeals.length === 0 ? (
        <EmptyState title={work.own.none} action={raise}>
          {work.own.noneLead}
        </EmptyState>
      ) : (
        <Box title={t.title} aside={String(appeals.length)}>
          <AppealList appeals={appeals} now={at} to={(appeal) => `/ruang/lembaga/darurat/${appeal.id}`} />
        </Box>
      )}
    </Page>
  );
}
