import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "~/components/button";
import { SelectField } from "~/components/field";
import { Form } from "~/components/form";
import { KeepOnPhone } from "~/components/keep-on-phone";
import { useMessages } from "~/components/language";
import { Page, PageHead } from "~/components/page";
import { AppealForm } from "~/features/appeals/appeal-form";
import { loadAppealForm, raiseFromForm } from "~/features/appeals/appeal-form.server";
import { appealFormMessages } from "~/features/appeals/appeal-form-messages";
import { appealMessages } from "~/features/appeals/appeal-messages";
import { appealWorkMessages } from "~/features/appeals/appeal-work-messages";
import { community, guardedAction, guardedLoader } from "~/features/identity/guard.server";
import { flash } from "~/platform/flash.server";
import { communityPowers } from "~/features/identity/powers";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${appealFormMessages[data?.language ?? "id"].title} · Sinergi` }];

export const loader = guardedLoader(community(...communityPowers.raises_appeals), async (c) => {
  const form = await loadAppealForm(c);
  if (!form.isTagana) throw redirect("/ruang/lembaga/darurat");
  return form;
});

export const action = guardedAction(community(...communityPowers.raises_appeals), async (c) => {
  const answer = await raiseFromForm(c);
  if (!("raised" in answer)) return answer;
  const headers = await flash(appealWorkMessages[c.language].done.raised);
  throw redirect(`/ruang/lembaga/darurat/${answer.raised.appealId}`, { status: 303, headers });
});

export default function RaiseAppeal() {
  const { kunci, today, villages, districts, district } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useMessages(appealFormMessages);
  return (
    <Page narrow>
      <KeepOnPhone />
      <PageHead
        size="small"
        crumbs={[{ href: "/ruang/lembaga/darurat", label: useMessages(appealMessages).title }]}
        title={t.title}
        lead={t.lead}
      />
      <AppealForm kunci={kunci} today={today} villages={villages} answer={answer} />
      <Form method="get" className="row mt-8">
        <SelectField
          name="kecamatan"
          label={t.district}
          empty={false}
          defaultValue={district}
          options={districts.map((one) => ({ value: one.code, label: one.name }))}
        />
        <Button kind="quiet">{t.change}</Button>
      </Form>
    </Page>
  );
}
