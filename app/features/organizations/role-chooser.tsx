import { Button, ButtonLink } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { Form } from "~/components/form";
import { useLanguage, useMessages } from "~/components/language";
import { Motif, motifOf } from "~/components/motif";
import { Page, PageHead } from "~/components/page";
import { Aside, Panel } from "~/components/panel";
import { practitionerElements } from "~/features/identity/actor";
import { companyTypes, communityElements, personRole } from "./organization";
import type { ElementChoice } from "./organization-queries.server";
import { organizationsMessages } from "./organizations-messages";
import { RegistrationSteps } from "./registration-steps";
import { registrationMessages } from "./registration-messages";

/** "Anda mendaftar sebagai apa?": the elements and kinds of company, one of which the next page asks the details of. */
export function RoleChooser({ elements, missing }: { elements: readonly ElementChoice[]; missing: boolean }) {
  const t = useMessages(registrationMessages).choose;
  const language = useLanguage();
  const names = useMessages(organizationsMessages).companyTypes;
  const ofElement = (element: (typeof communityElements)[number] | (typeof practitionerElements)[number]): Role => ({
    value: element,
    motif: motifOf({ element }),
    label: elements.find((choice) => choice.code === element)?.[language] ?? element,
    hint: t.roles[element],
  });
  const ofPerson = (element: (typeof practitionerElements)[number]): Role => {
    const value = personRole(element);
    return { ...ofElement(element), value, hint: value === element ? t.roles[element] : t.leader };
  };
  const business = companyTypes.map((companyType) => ({
    value: companyType,
    motif: motifOf({ companyType }),
    label: names[companyType],
    hint: t.roles[companyType],
  }));
  return (
    <Page>
      <PageHead title={t.title} lead={t.lead} />
      <RegistrationSteps at={1} />
      <Form method="get" action="/daftar/lembaga" className="two mt-7">
        <div className="[display:grid] gap-9 content-start">
          <ErrorSummary errors={missing ? [{ field: "peran", text: t.missing }] : []} />
          <Roles title={t.community} hint={t.communityHint} roles={communityElements.map(ofElement)} id="peran" />
          <Roles title={t.practitioners} hint={t.practitionersHint} roles={practitionerElements.map(ofPerson)} />
          <Roles title={t.business} hint={t.businessHint} roles={business} />
          <div className="row">
            <Button size="large">{t.button}</Button>
          </div>
        </div>
        <Aside>
          <Panel>
            <h2 className="[font-size:var(--text-lg)]">{t.invitedTitle}</h2>
            <p className="small mt-2">{t.invited}</p>
            <ButtonLink kind="outline" className="mt-4" to="/ruang">
              {useMessages(registrationMessages).chooser.title}
            </ButtonLink>
          </Panel>
        </Aside>
      </Form>
    </Page>
  );
}

type Role = { value: string; motif: ReturnType<typeof motifOf>; label: string; hint: string };

function Roles({ title, hint, roles, id }: { title: string; hint: string; roles: readonly Role[]; id?: string }) {
  return (
    <fieldset id={id} tabIndex={-1}>
      <legend className="mb-3">
        <b className="[font-size:var(--text-lg)]">{title}</b>
        <br />
        <span className="small muted">{hint}</span>
      </legend>
      <div className="rolez">
        {roles.map((role) => (
          <label className="role" key={role.value}>
            <input type="radio" name="peran" value={role.value} />
            <Motif of={role.motif} />
            <b>{role.label}</b>
            <span>{role.hint}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
