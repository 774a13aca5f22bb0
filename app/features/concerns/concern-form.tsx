import { Button } from "~/components/button";
import { RadioGroup } from "~/components/choice-field";
import { ErrorSummary } from "~/components/error-summary";
import { Fields, SelectField, TextArea, TextField } from "~/components/field";
import { FileField } from "~/components/file-field";
import { Form, FormActions } from "~/components/form";
import type { FormState } from "~/components/form-state";
import { useMessages } from "~/components/language";
import { TrapField } from "~/components/trap-field";
import { concernKinds, replies } from "./concern";
import { concernMessages } from "./concern-messages";

type Subject = { slug: string; name: string };
type ConcernFormProps = {
  form: FormState;
  kunci: string;
  subjects: { programs: readonly Subject[]; organizations: readonly Subject[] };
  /** Whether files were chosen that the browser has lost now. */
  filesLost: boolean;
};

/** A concern without an account: what, where, what was seen, and whether one may be asked. */
export function ConcernForm({ form, kunci, subjects, filesLost }: ConcernFormProps) {
  const t = useMessages(concernMessages);
  return (
    <Form kunci={kunci} upload action="/lapor" className="paper flush py-1">
      <section className="edsec">
        <ErrorSummary form={form} />
        <RadioGroup
          {...form.field("kind")}
          label={t.kindName}
          options={concernKinds.map((kind) => ({ value: kind, label: t.kind[kind] }))}
          required
        />
      </section>
      <section className="edsec">
        <Fields columns={2}>
          <SelectField
            {...form.field("about")}
            label={t.about}
            empty={t.unknown}
            options={[
              ...subjects.programs.map(({ slug, name }) => ({ value: `program:${slug}`, label: t.aProgram(name) })),
              ...subjects.organizations.map(({ slug, name }) => ({ value: `lembaga:${slug}`, label: t.anOrganization(name) })),
            ]}
          />
          <TextField {...form.field("happened")} label={t.happened} hint={t.happenedHint} maxLength={120} optional autoComplete="off" />
          <TextArea {...form.field("story")} label={t.story} hint={t.storyHint} rows={6} maxLength={5000} required wide />
        </Fields>
      </section>
      <section className="edsec">
        <FileField
          name="file"
          label={t.files}
          hint={t.filesHint}
          error={form.error("file") ?? (filesLost ? t.filesAgain : undefined)}
          multiple
          optional
        />
      </section>
      <section className="edsec">
        <RadioGroup
          {...form.field("reply")}
          label={t.reply}
          options={replies.map((reply) => ({ value: reply, label: t.replies[reply] }))}
          required
        />
        <TextField
          {...form.field("contact")}
          label={t.contact}
          hint={t.contactHint}
          maxLength={120}
          optional
          autoComplete="off"
          className="mt-4"
        />
        <TrapField />
        <FormActions>
          <Button size="large">{t.send}</Button>
        </FormActions>
        <p className="hint">{t.danger}</p>
      </section>
    </Form>
  );
}
