import { parseWithZod } from "@conform-to/zod/v4";
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { SelectField, TextArea } from "~/components/field";
import { Form, FormActions } from "~/components/form";
import { useFormState, useMessages } from "~/components/language";
import { Page, PageHead } from "~/components/page";
import { Box } from "~/components/panel";
import { holds } from "~/features/identity/actor";
import { misread, refused } from "~/features/identity/form-refusal";
import { community, guardedAction, guardedLoader } from "~/features/identity/guard.server";
import { askMentor } from "~/features/mentoring/ask-mentor.server";
import { askingRoles, longestWish } from "~/features/mentoring/mentoring";
import { MentoringList } from "~/features/mentoring/mentoring-list";
import { mentoringMessages, mentoringRefusals } from "~/features/mentoring/mentoring-messages";
import { mentoringsOf } from "~/features/mentoring/mentoring-queries.server";
import { askMentorSchema } from "~/features/mentoring/mentoring.schema";
import { womenLeaders } from "~/features/practitioners/women-leaders.server";
import { flash } from "~/platform/flash.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${mentoringMessages[data?.language ?? "id"].title} · Sinergi` }];

export const loader = guardedLoader(community(), async (c) => {
  const [mentorings, leaders] = await Promise.all([mentoringsOf(c.db, c.membership.organizationId), womenLeaders(c.db)]);
  return { language: c.language, mentorings, leaders, mayAsk: holds(c.membership, askingRoles) };
});

export const action = guardedAction(community(...askingRoles), async (c) => {
  const submission = parseWithZod(await c.form(), { schema: askMentorSchema });
  if (submission.status !== "success") return misread(submission);
  const outcome = await c.attempt(askMentor, { organizationId: c.membership.organizationId, ...submission.value });
  if (!outcome.ok) return refused(submission, outcome.refusal, c.language, mentoringRefusals);
  const headers = await flash(mentoringMessages[c.language].done.asked);
  throw redirect("/ruang/lembaga/pendampingan", { status: 303, headers });
});

export default function CommunityMentorings() {
  const { mentorings, mayAsk } = useLoaderData<typeof loader>();
  const t = useMessages(mentoringMessages);
  const count = (status: string) => mentorings.filter((one) => one.status === status).length;
  return (
    <Page>
      <PageHead title={t.communityHeading(count("active"), count("asked"))} lead={t.communityLead} />
      <div className="stack [--gap:1.25rem]">
        <MentoringList mentorings={mentorings} side="organization" room="/ruang/lembaga/pendampingan" />
        {mayAsk ? <AskBox /> : <p className="hint">{t.askers}</p>}
      </div>
    </Page>
  );
}

function AskBox() {
  const { leaders } = useLoaderData<typeof loader>();
  const t = useMessages(mentoringMessages);
  const form = useFormState(useActionData<typeof action>()?.result, { texts: useMessages(mentoringRefusals) });
  return (
    <Box title={t.ask} id="minta">
      {leaders.length === 0 && <p className="muted mb-3">{t.nobody}</p>}
      <Form action="#minta">
        <ErrorSummary form={form} />
        <SelectField
          {...form.field("mentorId")}
          label={t.mentor}
          hint={t.mentorHint}
          empty={t.mentorEmpty}
          options={leaders.map(({ id, name, area }) => ({ value: id, label: area ? `${name}, ${area}` : name }))}
        />
        <TextArea {...form.field("wish")} label={t.wish} hint={t.wishHint} rows={4} maxLength={longestWish} required />
        <FormActions>
          <Button>{t.send}</Button>
        </FormActions>
      </Form>
    </Box>
  );
}
