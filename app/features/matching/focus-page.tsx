import type { SubmissionResult } from "@conform-to/react";
import type { ReactNode } from "react";
import { Button, ButtonLink } from "~/components/button";
import { CheckboxGroup, RadioGroup } from "~/components/choice-field";
import { ErrorSummary } from "~/components/error-summary";
import { DateField, Fields, NumberField } from "~/components/field";
import { Form, FormActions, Hidden } from "~/components/form";
import type { FormState } from "~/components/form-state";
import { useFormState, useLanguage, useMessages } from "~/components/language";
import { RupiahField } from "~/components/money-field";
import { Page, PageHead } from "~/components/page";
import { Box } from "~/components/panel";
import type { Area } from "~/features/areas/area";
import { AreaListBox } from "~/features/areas/area-list-box";
import { pillars } from "~/features/proposals/proposal";
import { nameMessages } from "~/features/reporting/name-messages";
import { developmentGoals } from "#db/reference/development-goals";
import { type FocusPart, visibilities } from "./focus";
import type { FocusData } from "./focus-page.server";
import { focusErrors, matchingMessages } from "./matching-messages";

export type FocusAnswer = {
  result?: SubmissionResult<string[]> | null;
  search?: { q: string; results: readonly Area[] };
  areaError?: string;
};

/** What a company looks for, as its officers say it, each part with who may read it. */
export function FocusPage({ data, answer }: { data: FocusData; answer: FocusAnswer | undefined }) {
  const t = useMessages(matchingMessages);
  const { focus, organizationId, mayEdit } = data;
  const form = useFormState(answer?.result, { texts: useMessages(focusErrors), defaults: defaultsOf(data) });
  return (
    <Page narrow>
      <PageHead
        title={t.title}
        lead={t.lead}
        actions={
          <ButtonLink kind="outline" to={`/perusahaan/${data.slug}`}>
            {t.see}
          </ButtonLink>
        }
      />
      {!mayEdit && <p className="hint mb-4">{t.readOnly}</p>}
      <div className="mb-5">
        <AreaListBox
          title={t.areas}
          hint={t.areasHint}
          field={t.areaField}
          add={t.add}
          none={t.noAreas}
          hidden={{ organizationId }}
          areas={focus.areas}
          search={answer?.search}
          error={answer?.areaError}
          readOnly={!mayEdit}
        />
      </div>
      {mayEdit ? (
        <Form>
          <ErrorSummary form={form} />
          <Hidden values={{ organizationId, version: data.version }} />
          <div className="stack [--gap:1.25rem]">
            <FocusFields form={form} />
          </div>
          <FormActions>
            <Button size="large">{t.save}</Button>
          </FormActions>
        </Form>
      ) : (
        <fieldset className="stack [--gap:1.25rem]" disabled>
          <FocusFields form={form} />
        </fieldset>
      )}
    </Page>
  );
}

/** The same names as the fields, as they were saved. */
function defaultsOf({ focus }: FocusData) {
  const { plan, shown, ticket } = focus;
  return {
    pillars: focus.pillars,
    goals: focus.goals.map(String),
    ticketMin: ticket.min,
    ticketMax: ticket.max,
    planYear: plan?.year,
    planAmount: plan?.amount,
    planReadsFrom: plan?.readsFrom,
    planReadsUntil: plan?.readsUntil,
    areasShown: shown.areas,
    pillarsShown: shown.pillars,
    goalsShown: shown.goals,
    ticketShown: shown.ticket,
    planShown: shown.plan,
  };
}

function FocusFields({ form }: { form: FormState }) {
  const t = useMessages(matchingMessages);
  const names = useMessages(nameMessages);
  const language = useLanguage();
  return (
    <>
      <Part form={form} part="areas" title={t.areasReaders} />
      <Part form={form} part="pillars" title={t.pillars}>
        <CheckboxGroup
          name="pillars"
          label={<span className="sr">{t.pillars}</span>}
          options={pillars.map((pillar) => ({ value: pillar, label: names.pillar[pillar] }))}
          defaultValue={form.list("pillars")}
          error={form.error("pillars")}
        />
      </Part>
      <Part form={form} part="goals" title={t.goals}>
        <CheckboxGroup
          name="goals"
          label={<span className="sr">{t.goals}</span>}
          look="columns"
          options={developmentGoals.map(([number, , id, en]) => ({
            value: String(number),
            label: `${number} ${language === "id" ? id : en}`,
          }))}
          defaultValue={form.list("goals")}
          error={form.error("goals")}
        />
      </Part>
      <Part form={form} part="ticket" title={t.ticket}>
        <Fields columns={2}>
          <RupiahField {...form.field("ticketMin")} label={t.ticketMin} size="small" optional />
          <RupiahField {...form.field("ticketMax")} label={t.ticketMax} size="small" optional />
        </Fields>
        <p className="hint">{t.ticketHint}</p>
      </Part>
      <Part form={form} part="plan" title={t.plan}>
        <Fields columns={2}>
          <NumberField {...form.field("planYear")} label={t.planYear} maxLength={4} optional />
          <RupiahField {...form.field("planAmount")} label={t.planAmount} size="small" optional />
          <DateField {...form.field("planReadsFrom")} label={t.planReadsFrom} optional />
          <DateField {...form.field("planReadsUntil")} label={t.planReadsUntil} optional />
        </Fields>
      </Part>
    </>
  );
}

type PartProps = { form: FormState; part: FocusPart; title: string; children?: ReactNode };

/** One part of what is looked for, and who may read it. */
function Part({ form, part, title, children }: PartProps) {
  const t = useMessages(matchingMessages);
  return (
    <Box title={title}>
      <div className="stack [--gap:1rem]">
        {children}
        <RadioGroup
          {...form.field(`${part}Shown`)}
          label={
            <>
              {t.shown}
              <span className="sr">: {title}</span>
            </>
          }
          look="picks"
          options={visibilities.map((visibility) => ({ value: visibility, label: t.visibility[visibility] }))}
        />
      </div>
    </Box>
  );
}
