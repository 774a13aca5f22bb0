import { CheckboxGroup, RadioGroup } from "~/components/choice-field";
import { Fields, NumberField } from "~/components/field";
import { FileField } from "~/components/file-field";
import type { FormState } from "~/components/form-state";
import { useMessages } from "~/components/language";
import { sources, urgencies } from "./need";
import { needMessages, needWords } from "./need-messages";

type CountFieldsProps = { form: FormState /** Without evidence where the group is known to be sensitive. */; sensitive?: boolean };

/** How many people, and where the number comes from: the part that every count has. */
export function CountFields({ form, sensitive }: CountFieldsProps) {
  const t = useMessages(needMessages);
  const words = useMessages(needWords);
  return (
    <>
      <div data-stepper="">
        <NumberField {...form.field("people")} label={t.people} hint={t.peopleHint} maxLength={20} required />
      </div>
      <Fields columns={2}>
        <NumberField {...form.field("men")} label={t.men} maxLength={20} optional />
        <NumberField {...form.field("women")} label={t.women} maxLength={20} optional />
      </Fields>
      <NumberField {...form.field("households")} label={t.households} maxLength={20} optional />
      <RadioGroup
        {...form.field("urgency")}
        label={t.urgency}
        options={urgencies.map((urgency) => ({ value: urgency, label: words.urgency[urgency] }))}
        required
      />
      <CheckboxGroup
        name="sources"
        label={t.sources}
        options={sources.map((source) => ({ value: source, label: words.source[source] }))}
        defaultValue={form.list("sources")}
        error={form.error("sources")}
      />
      {!sensitive && (
        <div data-sensitive-never="">
          <FileField name="file" label={t.file} hint={t.fileHint} error={form.error("file")} kinds={["image", "pdf"]} optional />
        </div>
      )}
    </>
  );
}
