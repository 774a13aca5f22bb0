import type { SubmissionResult } from "@conform-to/react";
import type { ReactNode } from "react";
import { Button, ButtonLink } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { DateField, FieldFrame, TextField } from "~/components/field";
import { Form, FormActions } from "~/components/form";
import type { FieldState } from "~/components/form-state";
import { useFormState, useLanguage, useMessages } from "~/components/language";
import { Note } from "~/components/note";
import { CountFields } from "./count-fields";
import { needMessages } from "./need-messages";
import type { AreaChoices, GroupChoice } from "./need-queries.server";

type RecordFormProps = {
  formKey: string;
  organizationId: string;
  areas: AreaChoices;
  groups: readonly GroupChoice[];
  result: SubmissionResult<string[]> | null | undefined;
};

/** One need: where, which group, how many. Works without JavaScript; with it, it also waits for a signal on the phone. */
export function RecordForm({ formKey, organizationId, areas, groups, result }: RecordFormProps) {
  const t = useMessages(needMessages);
  const form = useFormState(result, { texts: t.errors });
  const chosen = groups.find((group) => group.code === form.field("needCode").defaultValue);
  return (
    <Form kunci={formKey} upload offline={{ queue: organizationId, fresh: !result }}>
      <ErrorSummary form={form} />
      <AreaSelect field={form.field("areaCode")} areas={areas} />
      <GroupSelect field={form.field("needCode")} groups={groups} />
      <div data-sensitive-only="" hidden={!chosen?.sensitive}>
        <Note tone="warn" icon="lock" title={t.sensitive}>
          {t.sensitiveText}
        </Note>
      </div>
      <CountFields form={form} />
      <DateField {...form.field("since")} label={t.since} required />
      <div data-sensitive-never="">
        <TextField {...form.field("about")} label={t.about} hint={t.aboutHint} maxLength={80} optional />
      </div>
      <FormActions>
        <Button size="large">{t.save}</Button>
        <ButtonLink kind="quiet" to="/ruang/petugas/kebutuhan">
          {t.cancel}
        </ButtonLink>
      </FormActions>
    </Form>
  );
}

function AreaSelect({ field, areas }: { field: FieldState; areas: AreaChoices }) {
  const t = useMessages(needMessages);
  return (
    <FieldFrame field={{ ...field, label: t.village, hint: t.villageHint }}>
      {({ id, describedBy }) => (
        <Select field={field} id={id} describedBy={describedBy}>
          <option value="" />
          {areas.districts.map((district) => (
            <optgroup label={district.name} key={district.name} data-sensitive-never="">
              {district.villages.map((village) => (
                <option value={village.code} key={village.code}>
                  {village.label}
                </option>
              ))}
            </optgroup>
          ))}
          <optgroup label={t.regencies} data-sensitive-only="">
            {areas.regencies.map((regency) => (
              <option value={regency.code} key={regency.code}>
                {regency.label}
              </option>
            ))}
          </optgroup>
        </Select>
      )}
    </FieldFrame>
  );
}

function GroupSelect({ field, groups }: { field: FieldState; groups: readonly GroupChoice[] }) {
  const t = useMessages(needMessages);
  const language = useLanguage();
  const options = (sensitive: boolean) =>
    groups
      .filter((group) => group.sensitive === sensitive)
      .map((group) => (
        <option value={group.code} data-sensitive={sensitive || undefined} key={group.code}>
          {group[language]}
        </option>
      ));
  return (
    <FieldFrame field={{ ...field, label: t.group, hint: t.sensitiveGeneral }}>
      {({ id, describedBy }) => (
        <Select field={field} id={id} describedBy={describedBy} chooses>
          <option value="" />
          <optgroup label={t.ordinaryGroups}>{options(false)}</optgroup>
          <optgroup label={t.sensitiveGroups}>{options(true)}</optgroup>
        </Select>
      )}
    </FieldFrame>
  );
}

type SelectProps = { field: FieldState; id: string; describedBy: string | undefined; chooses?: boolean; children: ReactNode };

function Select({ field, id, describedBy, chooses, children }: SelectProps) {
  return (
    <select
      className={field.error ? "sel bad" : "sel"}
      id={id}
      name={field.name}
      defaultValue={field.defaultValue ?? ""}
      required
      aria-invalid={field.error ? true : undefined}
      aria-describedby={describedBy}
      data-sensitive-choice={chooses ? "" : undefined}
    >
      {children}
    </select>
  );
}
