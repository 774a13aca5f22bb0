import { Button } from "~/components/button";
import { type Conflict, ConflictChoices } from "~/components/conflict-choices";
import { ErrorSummary } from "~/components/error-summary";
import { Fields, NumberField, TextArea, TextField } from "~/components/field";
import { fieldId } from "~/components/form-state";
import { Form, FormActions, Hidden, SaveBar } from "~/components/form";
import { useMessages } from "~/components/language";
import { Box } from "~/components/panel";
import { formatDecimal } from "~/features/proposals/proposal-draft";
import { formatTime } from "~/kernel/dates";
import { impactMessages } from "./impact-messages";
import type { ReportIndicator, ReportSheet, ReportWorkspace } from "./report-queries.server";
import { valuesOf } from "./report-values";
import { reportWorkspaceMessages } from "./report-workspace-messages";

type FieldOf = (name: string) => { name: string; id: string; defaultValue: string; error: string | undefined };

/** The report itself: text, people, indicators. It is kept while one types; the button keeps it without scripts too. */
export function ReportFormBox({
  workspace,
  sheet,
  page,
  refusal,
  conflicts = [],
}: {
  workspace: ReportWorkspace;
  sheet: ReportSheet;
  /** Tells this open page from others that write the same report. */
  page: string;
  refusal: string | undefined;
  conflicts?: readonly Conflict[] | undefined;
}) {
  const t = useMessages(reportWorkspaceMessages);
  const words = useMessages(impactMessages);
  const values = valuesOf(sheet.draft, sheet.unread);
  const field: FieldOf = (name) => ({
    name,
    id: fieldId(name),
    defaultValue: values[name] ?? "",
    error: name in sheet.unread ? t.errors.not_read : undefined,
  });
  const unread = Object.keys(sheet.unread).map((name) => ({ field: fieldId(name), text: `${sheet.unread[name]}: ${t.errors.not_read}` }));
  const address = `/ruang/lembaga/program/${workspace.program.slug}/laporan/${workspace.termin.n}`;
  return (
    <Form action={address} autosave={conflicts.length === 0 ? `${address}/simpan` : undefined} id="laporan">
      <ErrorSummary errors={[...(refusal ? [{ text: refusal }] : []), ...unread]} />
      <ConflictChoices conflicts={conflicts} />
      <Hidden values={{ versi: sheet.version, lembar: page, urutan: 0, dasar: sheet.base }} />
      <Box title={t.story}>
        <Fields>
          <TextField {...field("headline")} label={words.field.headline} hint={t.headlineHint} maxLength={160} />
          <TextArea {...field("story")} label={words.field.story} hint={t.storyHint} rows={7} maxLength={6000} />
          <TextArea {...field("lessons")} label={words.field.lessons} hint={t.lessonsHint} rows={4} maxLength={3000} />
        </Fields>
      </Box>
      <Box title={t.people} aside={t.peopleHint}>
        <Fields columns={2}>
          <NumberField
            {...field("beneficiaries")}
            label={words.field.beneficiaries}
            suffix={workspace.program.beneficiaryUnit || undefined}
          />
          <NumberField {...field("women")} label={words.field.women} optional />
          <NumberField {...field("children")} label={words.field.children} optional />
          <NumberField {...field("elderly")} label={words.field.elderly} optional />
          <NumberField {...field("disabled")} label={words.field.disabled} optional />
        </Fields>
      </Box>
      <Box title={t.indicators}>
        <div className="stack [--gap:1.5rem]">
          {workspace.indicators.map((indicator) => (
            <Indicator indicator={indicator} field={field} key={indicator.id} />
          ))}
        </div>
      </Box>
      <SaveBar text={t.savedAt(formatTime(sheet.updatedAt))} />
      <FormActions>
        <Button size="large">{t.save}</Button>
      </FormActions>
    </Form>
  );
}

function Indicator({ indicator, field }: { indicator: ReportIndicator; field: FieldOf }) {
  const t = useMessages(reportWorkspaceMessages);
  const goal = t.indicatorGoal(formatDecimal(indicator.baseline ?? "0"), formatDecimal(indicator.target ?? "0"));
  return (
    <fieldset>
      <legend>
        <b>{indicator.name}</b> <span className="small muted n">{goal}</span>
      </legend>
      <input type="hidden" name="indicators" value={indicator.id} />
      <Fields columns={2} className="mt-2">
        <NumberField {...field(`actual.${indicator.id}`)} label={t.actual} suffix={indicator.unit || undefined} />
        <TextField {...field(`note.${indicator.id}`)} label={t.actualNote} hint={t.actualNoteHint} maxLength={300} />
      </Fields>
    </fieldset>
  );
}
