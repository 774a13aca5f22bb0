import type { ReactNode } from "react";
import { Button, ButtonLink } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { Fields, TextArea, TextField } from "~/components/field";
import { Form, FormActions, Hidden } from "~/components/form";
import { useFormState, useMessages } from "~/components/language";
import { Page, PageHead } from "~/components/page";
import { Box } from "~/components/panel";
import { maskedIdentifier } from "~/features/identifiers/identifier";
import { IdentifierList } from "~/features/identifiers/identifier-list";
import { identifierMessages, identifierRefusals } from "~/features/identifiers/identifier-messages";
import { organizationsErrors } from "./organizations-messages";
import type { ProfileData } from "./profile-page.server";
import { standingMessages } from "./standing-messages";

/** What an organisation says of itself in public; a practitioner has no public page, so `words` say who reads it. */
export function ProfilePage({
  data,
  result,
  words,
  children,
}: {
  data: ProfileData;
  result: Parameters<typeof useFormState>[0];
  /** In place of the words about the public. */
  words?: { title: string; lead: string; about: string; aboutHint: string };
  /** What else belongs to the profile of this kind of organisation. */
  children?: ReactNode;
}) {
  const t = { ...useMessages(standingMessages).profile, ...words };
  const { organization } = data;
  const numbers = useMessages(identifierMessages);
  const texts = { ...useMessages(identifierRefusals), ...useMessages(organizationsErrors) };
  const form = useFormState(result, { defaults: organization, texts });
  const keep = (kind: "phone" | "npwp") => {
    const kept = data.identifiers.find((one) => one.kind === kind);
    return kept && numbers.keep(maskedIdentifier(kept.lastFour));
  };
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
          <TextField {...form.field("phone")} label={t.phone} hint={keep("phone")} type="tel" maxLength={20} optional />
          {organization.kind !== "practitioner" && (
            <TextField
              {...form.field("taxNumber")}
              label={numbers.kinds.npwp}
              hint={keep("npwp")}
              inputMode="numeric"
              maxLength={24}
              optional
            />
          )}
        </Fields>
        <FormActions>
          <Button>{t.save}</Button>
        </FormActions>
      </Form>
      <Box title={t.numbers} className="mt-7">
        <p className="hint mb-3">{t.numbersHint}</p>
        <IdentifierList items={data.identifiers} mayReveal={data.mayReveal} />
      </Box>
      {children}
    </Page>
  );
}
