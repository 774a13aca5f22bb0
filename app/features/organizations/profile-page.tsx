import type { ReactNode } from "react";
import { Button, ButtonLink } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { Fields, TextArea, TextField } from "~/components/field";
import { Form, FormActions, Hidden } from "~/components/form";
import { useFormState, useMessages } from "~/components/language";
import { Page, PageHead } from "~/components/page";
import { organizationsErrors } from "./organizations-messages";
import type { ProfileData } from "./profile-page.server";
import { standingMessages } from "./standing-messages";

/** What an organisation says of itself in public. */
export function ProfilePage({
  data,
  result,
  children,
}: {
  data: ProfileData;
  result: Parameters<typeof useFormState>[0];
  /** What else belongs to the profile of this kind of organisation. */
  children?: ReactNode;
}) {
  const t = useMessages(standingMessages).profile;
  const { organization } = data;
  const form = useFormState(result, { defaults: organization, texts: useMessages(organizationsErrors) });
  return (
    <Page narrow>
      <PageHead
        title={t.title}
        lead={t.lead}
        meta={organization.name}
        actions={
          organization.kind !== "practitioner" && (
            <ButtonLink kind="outline" to={`/${organization.kind === "company" ? "perusahaan" : "lembaga"}/${organization.slug}`}>
              {t.see}
            </ButtonLink>
          )
        }
      />
      <Form>
        <ErrorSummary form={form} />
        <Hidden values={{ organizationId: organization.id, version: form.field("version").defaultValue }} />
        <TextArea {...form.field("about")} label={t.about} hint={t.aboutHint} rows={6} maxLength={600} optional />
        <Fields columns={2}>
          <TextField {...form.field("address")} label={t.address} maxLength={200} required />
          <TextField {...form.field("phone")} label={t.phone} type="tel" maxLength={20} required />
        </Fields>
        <FormActions>
          <Button>{t.save}</Button>
        </FormActions>
      </Form>
      {children}
    </Page>
  );
}
