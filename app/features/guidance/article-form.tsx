import { Button } from "~/components/button";
import { CheckboxGroup } from "~/components/choice-field";
import { ErrorSummary } from "~/components/error-summary";
import { SelectField, TextArea, TextField } from "~/components/field";
import { Form, FormActions, Hidden } from "~/components/form";
import type { FormState } from "~/components/form-state";
import { useLanguage, useMessages } from "~/components/language";
import type { Area } from "~/features/areas/area";
import { AreaField } from "~/features/areas/area-field";
import { elementCodes, elementName, guidanceTopics } from "./guidance";
import { guidanceMessages } from "./guidance-messages";
import { writerMessages } from "./writer-messages";

type ArticleFormProps = {
  form: FormState;
  kunci?: string;
  revision: number;
  areas: readonly { code: string; label: string }[];
  search?: { q: string; results: readonly Area[] } | undefined;
};

/** The text of an article and whom it is for. Saving keeps the draft; readers see it only after it is published. */
export function ArticleForm({ form, kunci, revision, areas, search }: ArticleFormProps) {
  const t = useMessages(writerMessages).form;
  const topics = useMessages(guidanceMessages).topic;
  const language = useLanguage();
  return (
    <Form kunci={kunci} className="box stack [--gap:1.25rem]">
      <ErrorSummary form={form} />
      <Hidden values={{ revision }} />
      <TextField {...form.field("title")} label={t.title} hint={t.titleHint} maxLength={120} required />
      <TextArea {...form.field("summary")} label={t.summary} hint={t.summaryHint} rows={3} maxLength={300} />
      <TextArea {...form.field("body")} label={t.body} hint={t.bodyHint} rows={16} maxLength={20_000} />
      <SelectField
        {...form.field("topic")}
        label={t.topic}
        options={guidanceTopics.map((topic) => ({ value: topic, label: topics[topic] }))}
        required
      />
      <TextArea {...form.field("regulations")} label={t.regulations} hint={t.regulationsHint} rows={3} />
      <CheckboxGroup
        name="elements"
        label={t.elements}
        hint={t.elementsHint}
        error={form.error("elements")}
        defaultValue={form.list("elements")}
        options={elementCodes.map((code) => ({ value: code, label: elementName(code)[language] }))}
      />
      {areas.length > 0 && (
        <CheckboxGroup
          name="areas"
          label={t.areas}
          hint={t.areasHint}
          defaultValue={areas.map((area) => area.code)}
          options={areas.map((area) => ({ value: area.code, label: area.label }))}
        />
      )}
      <AreaField
        name="areaCode"
        label={areas.length > 0 ? t.addArea : t.areas}
        hint={areas.length > 0 ? undefined : t.areasHint}
        search={search}
        error={form.error("areaCode")}
      />
      <FormActions>
        <Button name="aksi" value="lihat">
          {t.preview}
        </Button>
        <Button kind="outline" name="aksi" value="simpan">
          {t.save}
        </Button>
      </FormActions>
    </Form>
  );
}
