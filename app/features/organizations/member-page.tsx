import { Button } from "~/components/button";
import { CheckboxGroup } from "~/components/choice-field";
import { DescriptionList } from "~/components/description-list";
import { ErrorSummary } from "~/components/error-summary";
import { ActionForm, Form, FormActions, Hidden } from "~/components/form";
import { useFormState, useMessages } from "~/components/language";
import { Page, PageHead } from "~/components/page";
import { organizationsMessages } from "./organizations-messages";
import { rolesOf } from "./roles";
import { teamMessages } from "./team-messages";
import type { MemberData } from "./team-page.server";

/** One member's roles, and the way out. */
export function MemberPage({ data, result }: { data: MemberData; result: Parameters<typeof useFormState>[0] }) {
  const team = useMessages(teamMessages);
  const t = team.member;
  const names = useMessages(organizationsMessages).roles;
  const form = useFormState(result, { defaults: { roles: data.member.roles } });
  return (
    <Page narrow>
      <PageHead title={t.title(data.member.name)} meta={data.member.email} crumbs={[{ href: data.team, label: team.name }]} />
      {data.mayManage ? (
        <Form>
          <ErrorSummary form={form} />
          <Hidden values={{ organizationId: data.organizationId }} />
          <CheckboxGroup
            name="roles"
            label={t.roles}
            hint={t.rolesHint}
            error={form.error("roles")}
            defaultValue={form.list("roles")}
            options={rolesOf(data.kind).map((role) => ({ value: role, label: names[role] }))}
          />
          <FormActions>
            <Button>{t.save}</Button>
          </FormActions>
        </Form>
      ) : (
        <DescriptionList items={[{ term: t.roles, value: data.member.roles.map((role) => names[role]).join(", ") }]} />
      )}
      <hr className="hr my-7" />
      <ActionForm
        hidden={{ organizationId: data.organizationId, aksi: "keluarkan" }}
        confirm={{ title: t.removeTitle(data.member.name), text: t.removeText, button: data.own ? t.leave : t.remove, danger: true }}
        className="block"
      >
        <Button kind="danger-quiet">{data.own ? t.leave : t.remove}</Button>
        <p className="hint">{t.removeText}</p>
      </ActionForm>
    </Page>
  );
}
