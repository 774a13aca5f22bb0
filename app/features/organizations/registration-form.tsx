import type { SubmissionResult } from "@conform-to/react";
import { Button } from "~/components/button";
import { RadioGroup } from "~/components/choice-field";
import { ErrorSummary } from "~/components/error-summary";
import { Fields, SelectField, TextArea, TextField } from "~/components/field";
import { ActionForm, Form, FormActions, Hidden } from "~/components/form";
import { useFormState, useMessages } from "~/components/language";
import { Note } from "~/components/note";
import { Page, PageHead } from "~/components/page";
import { Aside, Panel } from "~/components/panel";
import { AreaField } from "~/features/areas/area-field";
import type { Area } from "~/features/areas/area";
import { identifierRefusals } from "~/features/identifiers/identifier-messages";
import { legalForms, needsSponsor } from "./organization";
import { organizationsErrors, organizationsRefusals } from "./organizations-messages";
import { registrationMessages } from "./registration-messages";
import type { RegistrationData } from "./registration-page.server";
import { RegistrationSteps } from "./registration-steps";
import { StandingLadder } from "./standing-ladder";

type Answer = {
  result?: SubmissionResult<string[]> | undefined;
  area?: { chosen?: Area | undefined; search?: { q: string; results: Area[] } | undefined } | undefined;
};

/** The details of an organisation that registers, beside the documents that will prove its standing. */
export function RegistrationForm({
  data,
  name,
  hidden,
  answer,
}: {
  data: RegistrationData;
  /** What the page registers, in words: an element or a kind of company. */
  name: string;
  hidden: { element?: string; companyType?: string };
  answer: Answer | undefined;
}) {
  const t = useMessages(registrationMessages).form;
  const refusals = useMessages(organizationsRefusals);
  const form = useFormState(answer?.result, {
    texts: { ...useMessages(identifierRefusals), ...refusals, ...useMessages(organizationsErrors) },
  });
  const company = hidden.companyType !== undefined;
  const { person } = data;
  const family = needsSponsor(data.element.code);
  if (!data.verified) return <Unconfirmed />;
  return (
    <Page>
      <PageHead title={t.title(name)} crumbs={[{ href: "/daftar/lembaga", label: t.change }]} />
      <RegistrationSteps at={1} />
      <div className="two mt-7">
        <Form kunci={data.key}>
          <ErrorSummary form={form} />
          <Hidden values={hidden} />
          <TextField
            {...form.field("name")}
            label={company ? t.companyName : person ? t.personName : family ? t.familyName : t.name}
            hint={person ? t.personNameHint : family ? t.familyNameHint : t.nameHint}
            autoComplete={person ? "name" : "organization"}
            maxLength={160}
            required
          />
          <AreaField
            name="areaCode"
            label={person ? t.homeArea : t.area}
            level="village"
            hint={person ? t.homeAreaHint : t.areaHint}
            chosen={answer?.area?.chosen}
            search={answer?.area?.search}
            error={form.error("areaCode")}
          />
          <Fields columns={2}>
            <TextField {...form.field("address")} label={t.address} autoComplete="street-address" maxLength={200} required />
            <TextField {...form.field("phone")} label={t.phone} type="tel" autoComplete="tel" maxLength={20} required />
          </Fields>
          {data.legalForm && (
            <RadioGroup
              {...form.field("legalForm")}
              label={t.legalForm}
              defaultValue={form.field("legalForm").defaultValue ?? data.legalForm}
              options={legalForms.map((value) => ({ value, label: t.legalForms[value], hint: t.legalFormHints[value] }))}
            />
          )}
          {family && <SponsorField data={data} field={form.field("sponsorId")} />}
          {!family && !person && (
            <TextField
              {...form.field("taxNumber")}
              label={t.taxNumber}
              hint={t.taxNumberHint}
              inputMode="numeric"
              maxLength={24}
              optional
            />
          )}
          <TextArea {...form.field("about")} label={t.about} hint={t.aboutHint} rows={4} maxLength={600} optional />
          <FormActions>
            <Button size="large">{t.button}</Button>
          </FormActions>
        </Form>
        <Documents data={data} name={name} />
      </div>
    </Page>
  );
}

function SponsorField({ data, field }: { data: RegistrationData; field: ReturnType<ReturnType<typeof useFormState>["field"]> }) {
  const t = useMessages(registrationMessages).form;
  return (
    <SelectField
      {...field}
      label={t.sponsor}
      hint={data.sponsors.length > 0 ? t.sponsorHint : t.noSponsors}
      empty={t.sponsorEmpty}
      options={data.sponsors.map((sponsor) => ({
        value: sponsor.id,
        label: sponsor.area ? `${sponsor.name}, ${sponsor.area}` : sponsor.name,
      }))}
    />
  );
}

function Documents({ data, name }: { data: RegistrationData; name: string }) {
  const t = useMessages(registrationMessages).form;
  return (
    <Aside>
      <Panel>
        <h2 className="[font-size:var(--text-lg)]">{t.documents(name)}</h2>
        {data.legalForm && <p className="small muted mt-1">{t.legalForms[data.legalForm]}</p>}
        <StandingLadder kinds={data.kinds} />
        {data.legalForm && (
          <p className="hint">
            <a href={`?peran=${data.element.code}${data.legalForm === "incorporated" ? "&bentuk=belum" : ""}`}>
              {t.otherLadder(t.legalForms[data.legalForm === "incorporated" ? "unincorporated" : "incorporated"])}
            </a>
          </p>
        )}
        <p className="hint">{t.next}</p>
        <p className="hint">
          {t.basis}: {data.element.basis}
        </p>
      </Panel>
    </Aside>
  );
}

function Unconfirmed() {
  const t = useMessages(registrationMessages).unconfirmed;
  return (
    <Page narrow>
      <Note
        tone="warn"
        title={t.title}
        actions={
          <ActionForm action="/akun/konfirmasi">
            <Button kind="outline">{t.button}</Button>
          </ActionForm>
        }
      >
        {t.lead}
      </Note>
    </Page>
  );
}
