import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useMessages } from "~/components/language";
import { OutboxBar } from "~/components/outbox-bar";
import { Page, PageHead } from "~/components/page";
import { guardedAction, guardedLoader, practitioner } from "~/features/identity/guard.server";
import { ExistingNeed } from "~/features/needs/existing-need";
import { needMessages } from "~/features/needs/need-messages";
import { areaChoices, groupChoices } from "~/features/needs/need-queries.server";
import { RecordForm } from "~/features/needs/record-form";
import { recordFromForm } from "~/features/needs/record-page.server";
import { areasOfWork } from "~/features/practitioners/practitioner-queries.server";
import { newId } from "~/kernel/ids";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${needMessages[data?.language ?? "id"].recordTitle} · Sinergi` }];

export const loader = guardedLoader(practitioner("community_social_worker"), async (c) => {
  const { organizationId } = c.membership;
  const codes = (await areasOfWork(c.db, organizationId)).map((area) => area.code);
  const [areas, groups] = await Promise.all([areaChoices(c.db, codes), groupChoices(c.db)]);
  return { language: c.language, formKey: newId(), organizationId, areas, groups };
});

export const action = guardedAction(practitioner("community_social_worker"), recordFromForm);

export default function RecordNeed() {
  const { formKey, organizationId, areas, groups } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useMessages(needMessages);
  const question = answer?.question;
  return (
    <Page narrow>
      <OutboxBar queue={organizationId} to="/ruang/petugas/kebutuhan/baru" words={t.offline} />
      <PageHead
        size="small"
        crumbs={[{ href: "/ruang/petugas/kebutuhan", label: t.title }]}
        title={t.recordTitle}
        lead={question ? undefined : t.recordLead}
      />
      {question ? (
        <ExistingNeed formKey={formKey} result={answer?.result} question={question} />
      ) : (
        <RecordForm formKey={formKey} organizationId={organizationId} areas={areas} groups={groups} result={answer?.result} />
      )}
    </Page>
  );
}
