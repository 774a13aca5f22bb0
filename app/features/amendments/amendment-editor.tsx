import { Tick } from "~/components/badge";
import { Button } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { DateField, Fields, SelectField, TextArea } from "~/components/field";
import { Form, FormActions, Hidden, SaveBar } from "~/components/form";
import { type FormState, fieldId } from "~/components/form-state";
import { useLanguage, useMessages } from "~/components/language";
import { Note } from "~/components/note";
import { Page, PageHead } from "~/components/page";
import { BudgetStep } from "~/features/proposals/editor/budget-step";
import { type StepState, errorOf, typedOr } from "~/features/proposals/editor/editor-fields";
import { IndicatorsStep } from "~/features/proposals/editor/indicators-step";
import { PlanStep } from "~/features/proposals/editor/plan-step";
import { PeopleStep } from "~/features/proposals/editor/people-step";
import { TranchesStep } from "~/features/proposals/editor/tranches-step";
import { issueLine } from "~/features/proposals/issue-messages";
import { textLimits } from "~/features/proposals/proposal-completeness";
import { formatDay, formatInstant } from "~/kernel/dates";
import { type ContentPart, amendable, amendmentReasons, isContentPart, partOfSection, partPaths, parts } from "./amendment";
import { amendmentMessages } from "./amendment-messages";
import { amendmentEditorMessages } from "./editor-messages";
import { EvidenceFields } from "./evidence-fields";
import type { AmendmentEditorView } from "./editor-view.server";

type EditorProps = {
  view: AmendmentEditorView;
  /** What kept the part from being saved. */
  refusal?: string | undefined;
  /** The state of the form about the reason, and whether its file must be chosen again. */
  form: FormState;
  again?: boolean | undefined;
};

/** One part of an amendment beside the list of all, with the same fields as a proposal's editor. */
export function AmendmentEditor({ view, refusal, form, again }: EditorProps) {
  const t = useMessages(amendmentEditorMessages);
  const language = useLanguage();
  const { program, amendment, part } = view;
  const address = addressOf(view);
  return (
    <Page>
      <EditorHead view={view} />
      <SaveBar
        state={refusal ? "unsaved" : "saved"}
        text={refusal ? <b>{t.conflict}</b> : t.savedAt(formatInstant(amendment.updatedAt, language))}
      >
        {refusal && (
          <a className="btn btn-q" href={address}>
            {t.conflictSaved}
          </a>
        )}
      </SaveBar>
      <div className="edit">
        <PartNav view={view} />
        <Form className="paper flush" action={address} upload={part === "reason"}>
          <section className="edsec" id={partPaths[part]}>
            <Hidden values={{ revisi: amendment.revision }} />
            {/* The Enter key presses the first button of a form: without this one it would remove a row. */}
            <button className="sr" type="submit" name="aksi" value="simpan" tabIndex={-1} aria-hidden="true" />
            <header>
              <h2>{t.part[part]}</h2>
              <span className="small muted" lang="id">
                {program.title}
              </span>
            </header>
            {refusal && (
              <Note tone="bad" role="alert" className="mb-4">
                {refusal}
              </Note>
            )}
            {isContentPart(part) ? (
              <ContentFields view={view} part={part} />
            ) : (
              <>
                <ReasonFields form={form} />
                <EvidenceFields evidence={view.evidence} form={form} again={again} />
              </>
            )}
            <FormActions className="mt-6">
              <Button name="aksi" value="lanjut">
                {t.saveNext}
              </Button>
              <Button kind="outline" name="aksi" value="simpan">
                {t.save}
              </Button>
            </FormActions>
          </section>
        </Form>
      </div>
    </Page>
  );
}

export function addressOf({ program, amendment, part }: Pick<AmendmentEditorView, "program" | "amendment" | "part">): string {
  return `/ruang/lembaga/program/${program.slug}/adendum/${amendment.n}/${partPaths[part]}`;
}

export function EditorHead({ view: { program, amendment } }: { view: AmendmentEditorView }) {
  const t = useMessages(amendmentEditorMessages);
  const words = useMessages(amendmentMessages);
  return (
    <PageHead
      crumbs={[
        { href: `/ruang/lembaga/program/${program.slug}`, label: program.title },
        { href: `/ruang/lembaga/program/${program.slug}/adendum`, label: t.title },
      ]}
      title={words.name(amendment.n)}
      meta={`${words.status[amendment.status]} · ${words.reasonCode[amendment.reasonCode]}`}
    />
  );
}

/** The parts, each with whether it changes something and whether something in it can't stand. */
export function PartNav({ view }: { view: AmendmentEditorView }) {
  const t = useMessages(amendmentEditorMessages);
  const wrong = new Set(view.problems.map((issue) => partOfSection(issue.section)));
  return (
    <nav className="cmp box" aria-label={t.parts}>
      <ol>
        {parts.map((part) => {
          const mark = !isContentPart(part) ? "" : wrong.has(part) ? t.wrong : view.changed.includes(part) ? t.changed : "";
          return (
            <li key={part}>
              <a href={addressOf({ ...view, part })} aria-current={part === view.part ? "step" : undefined}>
                <Tick state={mark === t.wrong ? "part" : mark ? "on" : "off"} />
                <span>{t.part[part]}</span>
                <span className="v">{mark}</span>
              </a>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

export function ReasonFields({ form }: { form: FormState }) {
  const t = useMessages(amendmentEditorMessages);
  const words = useMessages(amendmentMessages).reasonCode;
  return (
    <div className="stack [--gap:1.125rem]">
      <ErrorSummary form={form} />
      <Fields>
        <SelectField
          {...form.field("reasonCode")}
          label={t.reasonCode}
          options={amendmentReasons.map((value) => ({ value, label: words[value] }))}
          required
        />
        <TextArea {...form.field("reason")} label={t.reason} hint={t.reasonHint} rows={6} maxLength={2000} required />
      </Fields>
    </div>
  );
}

function ContentFields({ view, part }: { view: AmendmentEditorView; part: ContentPart }) {
  const t = useMessages(amendmentEditorMessages);
  const language = useLanguage();
  const { section } = amendable[part];
  const issues = view.problems.filter((issue) => partOfSection(issue.section) === part);
  const draft = { ...view.after, payeeAccountId: null };
  const state: StepState = {
    section,
    draft,
    unread: view.unread,
    issues,
    requests: [],
    editable: true,
    checked: true,
    fixed: view.fixed,
    language,
  };
  return (
    <>
      <ErrorSummary
        title={t.errors(issues.length)}
        errors={issues.map((issue) => ({ field: fieldId(issue.field), text: issueLine(issue, draft, language) }))}
      />
      <p className="small muted mb-3 mt-3">{t.leads[part]}</p>
      <PartFields state={state} view={view} part={part} />
    </>
  );
}

function PartFields({ state, view, part }: { state: StepState; view: AmendmentEditorView; part: ContentPart }) {
  switch (part) {
    case "budget":
      return <BudgetStep state={state} hints={[]} />;
    case "tranches":
      return <TranchesStep state={state} />;
    case "people":
      return <PeopleStep state={state} needs={view.needGroups} element="" offered={view.offeredNeeds} />;
    case "indicators":
      return <IndicatorsStep state={state} />;
    case "schedule":
      return <PlanStep state={state} />;
    case "story":
      return <StoryFields state={state} />;
    case "time":
      return <TimeFields state={state} before={view.before.endsOn} />;
  }
}

function StoryFields({ state }: { state: StepState }) {
  const t = useMessages(amendmentEditorMessages);
  return (
    <Fields>
      <TextArea
        name="summary"
        label={t.summary}
        rows={2}
        maxLength={textLimits.summary}
        defaultValue={state.draft.summary}
        error={errorOf(state, "summary")}
      />
      <TextArea name="story" label={t.story} rows={10} defaultValue={state.draft.story} error={errorOf(state, "story")} />
    </Fields>
  );
}

function TimeFields({ state, before }: { state: StepState; before: string | null }) {
  const t = useMessages(amendmentEditorMessages);
  return (
    <DateField
      name="endsOn"
      label={t.endsOn}
      hint={before ? t.endsHint(formatDay(before, state.language)) : undefined}
      defaultValue={typedOr(state, "endsOn", state.draft.endsOn ?? "")}
      error={errorOf(state, "endsOn")}
    />
  );
}
