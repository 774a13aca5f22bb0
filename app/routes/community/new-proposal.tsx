import { parseWithZod } from "@conform-to/zod/v4";
import { type MetaFunction, data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { TextField } from "~/components/field";
import { Form, Hidden } from "~/components/form";
import { useFormState, useLanguage, useMessages } from "~/components/language";
import { Note } from "~/components/note";
import { Page, PageHead } from "~/components/page";
import { refusalText } from "~/components/refusal-text";
import { community, guardedAction, guardedLoader } from "~/features/identity/guard.server";
import { offeredNeeds } from "~/features/needs/offered-needs.server";
import { editorMessages } from "~/features/proposals/editor/editor-messages";
import { proposalRefusals } from "~/features/proposals/proposal-messages";
import { titleSchema } from "~/features/proposals/proposal.schema";
import { startFromNeed } from "~/features/proposals/start-from-need.server";
import { startProposal } from "~/features/proposals/start-proposal.server";
import { blockedBy } from "~/features/organizations/blocked.server";
import { BlockedNotes } from "~/features/organizations/blocked-notes";
import { isId, newId } from "~/kernel/ids";
import { communityPowers } from "~/features/identity/powers";

export const meta: MetaFunction<typeof loader> = ({ data: given }) => [
  { title: `${editorMessages[given?.language ?? "id"].start.title} · Sinergi` },
];

export const loader = guardedLoader(community(...communityPowers.writes_proposals), async (c) => {
  const [need] = await offeredNeeds(c.db, { areaCode: null, groups: [], named: [c.url.searchParams.get("kebutuhan")].filter(isId) });
  const blocked = await blockedBy(c.db, c.membership.organizationId);
  return { kunci: newId(), language: c.language, need: need && !need.closed ? need : null, blocked };
});

export const action = guardedAction(community(...communityPowers.writes_proposals), async (c) => {
  const form = await c.form();
  const submission = parseWithZod(form, { schema: titleSchema });
  if (submission.status !== "success") return data({ result: submission.reply(), refusal: null }, 400);
  const { title } = submission.value;
  const start = { key: String(form.get("kunci") ?? ""), organizationId: c.membership.organizationId, title };
  const needId = String(form.get("kebutuhan") ?? "");
  const attempt = needId ? await c.attempt(startFromNeed, { ...start, needId }) : await c.attempt(startProposal, start);
  if (!attempt.ok) {
    return data({ result: submission.reply(), refusal: refusalText(attempt.refusal, c.language, proposalRefusals) }, 400);
  }
  throw redirect(`/ruang/lembaga/usulan/${attempt.value.proposalId}/${needId ? "penerima" : "cerita"}`, 303);
});

export default function NewProposal() {
  const { kunci, need, blocked } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useMessages(editorMessages);
  const language = useLanguage();
  const place = need?.areaLabel.split(",")[0] ?? "";
  const form = useFormState(answer?.result, need ? { defaults: { title: `${need.group.id}, ${place}` } } : {});
  return (
    <Page narrow>
      <PageHead crumbs={[{ href: "/ruang/lembaga/usulan", label: t.crumb }]} title={t.start.title} lead={t.start.lead} />
      <BlockedNotes blocked={blocked} deed="proposals" />
      <Form kunci={kunci} className="box stack [--gap:1.125rem]">
        <ErrorSummary form={form} />
        {answer?.refusal && (
          <Note tone="bad" role="alert">
            {answer.refusal}
          </Note>
        )}
        {need && (
          <>
            <Hidden values={{ kebutuhan: need.id }} />
            <Note>{t.start.fromNeed(`${need.group[language]}, ${place}`)}</Note>
          </>
        )}
        <TextField {...form.field("title")} label={t.start.name} hint={t.start.nameHint} maxLength={120} />
        <div>
          <Button size="large">{t.start.button}</Button>
        </div>
      </Form>
    </Page>
  );
}
