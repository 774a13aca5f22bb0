import { parseWithZod } from "@conform-to/zod/v4";
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button, ButtonLink } from "~/components/button";
import { RadioGroup } from "~/components/choice-field";
import { ErrorSummary } from "~/components/error-summary";
import { TextArea } from "~/components/field";
import { Form, FormActions, Hidden } from "~/components/form";
import { useFormState, useLanguage, useMessages } from "~/components/language";
import { Page, PageHead } from "~/components/page";
import { Box } from "~/components/panel";
import { misread, refused } from "~/features/identity/form-refusal";
import { type Context, guardedAction, guardedLoader, practitioner } from "~/features/identity/guard.server";
import { closeNeed } from "~/features/needs/close-need.server";
import { closings } from "~/features/needs/need";
import { needMessages, needWords } from "~/features/needs/need-messages";
import { needRefusals } from "~/features/needs/need-refusals";
import { closeNeedSchema } from "~/features/needs/need.schema";
import { ownNeed } from "~/features/needs/own-need.server";
import { flash } from "~/platform/flash.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${needMessages[data?.language ?? "id"].closeTitle} · Sinergi` }];

const mappers = practitioner("community_social_worker");

export const loader = guardedLoader(mappers, async (c) => {
  const { id, group, areaLabel, counts } = await openRecord(c);
  return { language: c.language, id, group, areaLabel, counts };
});

export const action = guardedAction(mappers, async (c) => {
  const { id } = await openRecord(c);
  const submission = parseWithZod(await c.form(), { schema: closeNeedSchema });
  if (submission.status !== "success") return misread(submission);
  const outcome = await c.attempt(closeNeed, { organizationId: c.membership.organizationId, needId: id, ...submission.value });
  if (!outcome.ok) return refused(submission, outcome.refusal, c.language, needRefusals);
  throw redirect("/ruang/petugas/kebutuhan", { status: 303, headers: await flash(needMessages[c.language].done.closed) });
});

export default function CloseNeed() {
  const { id, group, areaLabel, counts } = useLoaderData<typeof loader>();
  const t = useMessages(needMessages);
  const words = useMessages(needWords);
  const language = useLanguage();
  const form = useFormState(useActionData<typeof action>()?.result, { texts: t.errors });
  const address = `/ruang/petugas/kebutuhan/${id}`;
  return (
    <Page narrow>
      <PageHead
        size="small"
        crumbs={[
          { href: "/ruang/petugas/kebutuhan", label: t.title },
          { href: address, label: `${group[language]}, ${areaLabel}` },
        ]}
        title={t.closeTitle}
        lead={t.closeLead}
      />
      <Box>
        <Form>
          <ErrorSummary form={form} />
          <Hidden values={{ seen: counts }} />
          <RadioGroup
            {...form.field("closing")}
            label={t.closing}
            options={closings.map((closing) => ({ value: closing, label: words.closing[closing] }))}
            required
          />
          <TextArea {...form.field("note")} label={t.closingNote} rows={3} maxLength={300} required />
          <FormActions>
            <Button>{t.close}</Button>
            <ButtonLink kind="quiet" to={address}>
              {t.cancel}
            </ButtonLink>
          </FormActions>
        </Form>
      </Box>
    </Page>
  );
}

/** A record that is closed already leads back to where it can be read. */
async function openRecord(c: Context<typeof mappers>) {
  const need = await ownNeed(c);
  if (!need.open) throw redirect(`/ruang/petugas/kebutuhan/${need.id}`, 303);
  return need.open;
}
