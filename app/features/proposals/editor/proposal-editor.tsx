import { Badge, StatusBadge } from "~/components/badge";
import { Button } from "~/components/button";
import { type Conflict, ConflictChoices } from "~/components/conflict-choices";
import { ErrorSummary } from "~/components/error-summary";
import { Form, FormActions, Hidden, SaveBar } from "~/components/form";
import { fieldId } from "~/components/form-state";
import { useLanguage, useMessages } from "~/components/language";
import { Note } from "~/components/note";
import { Page, PageHead } from "~/components/page";
import { formatInstant } from "~/kernel/dates";
import { issueLine } from "../issue-messages";
import { sectionPaths } from "../proposal";
import { proposalMessages } from "../proposal-messages";
import { AreaStep } from "./area-step";
import { BudgetStep } from "./budget-step";
import { type StepState, isMistake } from "./editor-fields";
import { editorMessages } from "./editor-messages";
import type { EditorView } from "./editor-view.server";
import { IndicatorsStep } from "./indicators-step";
import { MembersStep } from "./members-step";
import { PayeeStep } from "./payee-step";
import { PeopleStep } from "./people-step";
import { PlanStep } from "./plan-step";
import { ReviewStep } from "./review-step";
import { stepMessages } from "./step-messages";
import { StepNav } from "./step-nav";
import { StoryStep } from "./story-step";
import { TranchesStep } from "./tranches-step";

type ProposalEditorProps = {
  view: EditorView;
  /** Tells this open page from others that write the same proposal. */
  sheet: string;
  /** Also say what is missing. */
  checked: boolean;
  maySend: boolean;
  /** What kept the step from being saved. */
  refusal?: string | undefined;
  /** What somebody else changed meanwhile, to choose from. */
  conflicts?: readonly Conflict[] | undefined;
  uploadError?: string | undefined;
};

/** One step of the editor beside the list of all. */
export function ProposalEditor({ view, sheet, checked, maySend, refusal, conflicts = [], uploadError }: ProposalEditorProps) {
  const t = useMessages(editorMessages);
  const words = useMessages(proposalMessages);
  const language = useLanguage();
  const address = `/ruang/lembaga/usulan/${view.id}/${sectionPaths[view.section]}`;
  const state: StepState = { ...view, checked, language };
  return (
    <Page>
      <PageHead
        crumbs={[{ href: "/ruang/lembaga/usulan", label: t.crumb }]}
        title={view.draft.title || t.list.untitled}
        meta={`${words.status[view.status]} · ${t.version(view.version)} · ${view.organizationName}`}
      />
      <SaveBar
        state={refusal ? "unsaved" : "saved"}
        text={refusal ? <b>{t.conflict}</b> : view.editable ? t.savedAt(formatInstant(view.updatedAt, language)) : t.readOnly}
      >
        {refusal && (
          <a className="btn btn-q" href={address}>
            {t.conflictSaved}
          </a>
        )}
      </SaveBar>
      <div className="edit">
        <StepNav proposalId={view.id} current={view.section} element={view.element} progress={view.progress} />
        {view.section === "review" ? (
          <div className="paper flush">
            <section className="edsec" id="kirim">
              <header>
                <h2>{words.section.review}</h2>
              </header>
              {refusal && (
                <Note tone="bad" role="alert" className="mb-4">
                  {refusal}
                </Note>
              )}
              <ReviewStep state={state} view={view} maySend={maySend} mayWrite={view.mayWrite} copyKey={sheet} />
            </section>
          </div>
        ) : (
          <StepForm
            state={state}
            view={view}
            sheet={sheet}
            address={address}
            refusal={refusal}
            conflicts={conflicts}
            uploadError={uploadError}
          />
        )}
      </div>
    </Page>
  );
}

type StepFormProps = {
  state: StepState;
  view: EditorView;
  sheet: string;
  address: string;
  refusal: string | undefined;
  conflicts: readonly Conflict[];
  uploadError: string | undefined;
};

function StepForm({ state, view, sheet, address, refusal, conflicts, uploadError }: StepFormProps) {
  const t = useMessages(editorMessages);
  const words = useMessages(proposalMessages);
  const steps = useMessages(stepMessages);
  const { section } = view;
  const issues = view.issues.filter((issue) => issue.section === section);
  const shown = issues.filter((issue) => state.checked || isMistake(issue));
  return (
    <Form
      className="paper flush"
      action={address}
      upload={section === "payee"}
      autosave={view.editable && conflicts.length === 0 ? `${address}/simpan` : undefined}
    >
      <section className="edsec" id={sectionPaths[section]}>
        <Hidden values={{ versi: view.version, lembar: sheet, urutan: 0, dasar: view.base }} />
        {/* The Enter key presses the first button of a form: without this one it would remove a row. */}
        <button className="sr" type="submit" name="aksi" value="simpan" tabIndex={-1} aria-hidden="true" />
        <header>
          <h2>{words.section[section]}</h2>
          {issues.length === 0 ? (
            <StatusBadge tone="ok">{t.complete}</StatusBadge>
          ) : (
            <Badge tone="warn" icon="minus">
              {t.open(issues.length)}
            </Badge>
          )}
        </header>
        {refusal && (
          <Note tone="bad" role="alert" className="mb-4">
            {refusal}
          </Note>
        )}
        <ConflictChoices conflicts={conflicts} />
        <ErrorSummary
          title={t.errors(shown.length)}
          errors={shown.map((issue) => ({ field: fieldId(issue.field), text: issueLine(issue, view.draft, state.language) }))}
        />
        <p className="small muted mb-3 mt-3">{steps[section === "review" ? "story" : section].lead}</p>
        <StepFields state={state} view={view} uploadError={uploadError} />
        {view.editable && (
          <FormActions className="mt-6">
            <Button name="aksi" value="lanjut">
              {t.saveNext}
            </Button>
            <Button kind="outline" name="aksi" value="simpan">
              {t.save}
            </Button>
          </FormActions>
        )}
      </section>
    </Form>
  );
}

function StepFields({ state, view, uploadError }: Pick<StepFormProps, "state" | "view" | "uploadError">) {
  switch (view.section) {
    case "story":
      return <StoryStep state={state} goals={view.developmentGoals} />;
    case "people":
      return (
        <PeopleStep
          state={state}
          needs={view.needGroups}
          element={view.element}
          offered={view.offeredNeeds}
          leaderPage={`/ruang/lembaga/usulan/${view.id}/pemimpin`}
        />
      );
    case "area":
      return <AreaStep state={state} area={view.area} search={view.areaSearch} />;
    case "plan":
      return <PlanStep state={state} />;
    case "members":
      return <MembersStep state={state} villages={view.villages} />;
    case "budget":
      return <BudgetStep state={state} hints={view.priceHints} importAddress={`/ruang/lembaga/usulan/${view.id}/impor-rab`} />;
    case "tranches":
      return <TranchesStep state={state} />;
    case "indicators":
      return <IndicatorsStep state={state} />;
    default:
      return <PayeeStep state={state} view={view} uploadError={uploadError} />;
  }
}
