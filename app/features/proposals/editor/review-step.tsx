import { Button, ButtonLink } from "~/components/button";
import { DayText } from "~/components/day-text";
import { DescriptionList } from "~/components/description-list";
import { ActionForm } from "~/components/form";
import { fieldId } from "~/components/form-state";
import { useMessages } from "~/components/language";
import { Money } from "~/components/money";
import { Note } from "~/components/note";
import { Timeline } from "~/components/timeline";
import { BlockedNotes } from "~/features/organizations/blocked-notes";
import { formatDay } from "~/kernel/dates";
import { formatWhole } from "~/kernel/money";
import { fieldLabel, sectionOfField } from "../field-label";
import { issueLine } from "../issue-messages";
import { planMessages } from "../plan/plan-messages";
import { type RejectionReason, isPublic, isWithdrawable, sectionPaths } from "../proposal";
import { budgetTotal } from "../proposal-draft";
import { proposalMessages } from "../proposal-messages";
import type { EditorView } from "./editor-view.server";
import type { StepState } from "./editor-fields";
import { editorMessages } from "./editor-messages";
import { ConsentBox } from "./consent-box";
import { PinnedNotes } from "./pinned-notes";

type ReviewStepProps = {
  state: StepState;
  view: EditorView;
  maySend: boolean;
  mayWrite: boolean;
  /** Makes pressing the copy button twice count once. */
  copyKey: string;
};

/** What will be sent, what is still missing, and how to take it back. The buttons belong to forms of their own. */
export function ReviewStep({ state, view, maySend, mayWrite, copyKey }: ReviewStepProps) {
  const { list, print, pdf, clone, review: t } = useMessages(editorMessages);
  const { issues, consent } = view;
  const signed = consent?.state === "not_needed" || consent?.state === "given";
  return (
    <>
      {view.editable && view.blocked && <BlockedNotes blocked={view.blocked} deed="proposals" />}
      <Rejection view={view} />
      <Requests state={state} view={view} />
      <Summary state={state} view={view} />
      {isPublic(view.status) && (
        <div className="acts">
          <ButtonLink kind="outline" to={`/program/${view.slug}`}>
            {list.programPage}
          </ButtonLink>
        </div>
      )}
      {view.editable && (
        <div className="mt-5">
          {issues.length === 0 ? (
            <Note tone="ok">{t.ready}</Note>
          ) : (
            <div className="errs miss" id="kurang">
              <h3>{t.missing(issues.length)}</h3>
              <ul>
                {issues.map((issue) => (
                  <li key={`${issue.field}${issue.code}`}>
                    <a href={`/ruang/lembaga/usulan/${view.id}/${sectionPaths[issue.section]}?periksa=1#${fieldId(issue.field)}`}>
                      {issueLine(issue, view.draft, state.language)}
                    </a>
                  </li>
                ))}
              </ul>
            </div>
          )}
          {view.consent && (
            <div className="mt-4">
              <ConsentBox
                consent={view.consent}
                proposalId={view.id}
                version={view.version}
                complete={issues.length === 0}
                maySend={maySend}
              />
            </div>
          )}
          <p className="small muted mt-4">{t.after}</p>
          <form className="acts" method="post" action={`/ruang/lembaga/usulan/${view.id}/ajukan`} data-once="">
            <input type="hidden" name="versi" value={view.version} />
            <Button size="large" disabled={issues.length > 0 || !maySend || !signed}>
              {t.send}
            </Button>
          </form>
          {!maySend && <p className="hint">{t.chairOnly}</p>}
        </div>
      )}
      <History view={view} />
      <div className="acts">
        <ButtonLink kind="outline" to={`/ruang/lembaga/usulan/${view.id}/cetak`}>
          {print}
        </ButtonLink>
        <ButtonLink kind="outline" to={`/ruang/lembaga/usulan/${view.id}/pdf`} type="application/pdf">
          {pdf}
        </ButtonLink>
        {mayWrite && (
          <ActionForm action={`/ruang/lembaga/usulan/${view.id}/salin`} kunci={copyKey}>
            <Button kind="outline">{clone}</Button>
          </ActionForm>
        )}
      </div>
      {maySend && isWithdrawable(view.status) && <Withdraw proposalId={view.id} />}
    </>
  );
}

function Rejection({ view }: { view: EditorView }) {
  const t = useMessages(editorMessages).review;
  const words = useMessages(proposalMessages);
  const event = view.history.findLast((entry) => entry.to === "rejected");
  if (view.status !== "rejected" || !event) return null;
  return (
    <Note
      tone="bad"
      title={`${t.rejected}: ${words.rejectionReason[event.reasonCode as RejectionReason] ?? event.reasonCode}`}
      className="mb-4"
    >
      {event.note}
    </Note>
  );
}

function Requests({ state, view }: { state: StepState; view: EditorView }) {
  const t = useMessages(editorMessages).review;
  if (view.requests.length === 0) return null;
  return (
    <div className="mb-5">
      <h3 className="[font-size:var(--text-base)] mb-2">{t.requests}</h3>
      {view.requests.map((request) => (
        <div key={request.id}>
          <p className="small">
            <a href={`/ruang/lembaga/usulan/${view.id}/${sectionPaths[sectionOfField(request.field)]}#${fieldId(request.field)}`}>
              {fieldLabel(request.field, view.draft, state.language)}
            </a>
          </p>
          <PinnedNotes requests={[request]} />
        </div>
      ))}
    </div>
  );
}

function Summary({ state, view }: { state: StepState; view: EditorView }) {
  const t = useMessages(editorMessages).review;
  const own = useMessages(planMessages).own;
  const { draft } = view;
  const needs = view.needGroups
    .filter((need) => draft.needs.includes(need.code))
    .map((need) => (state.language === "id" ? need.nameId : need.nameEn));
  return (
    <DescriptionList
      items={[
        { term: t.target, value: <Money amount={budgetTotal(draft.lines)} /> },
        draft.contributions.length > 0 && { term: own.title, value: <Money amount={budgetTotal(draft.contributions)} /> },
        {
          term: t.people,
          value:
            draft.beneficiaries === null
              ? "–"
              : `${formatWhole(draft.beneficiaries, state.language)} ${draft.beneficiaryUnit}${needs.length > 0 ? `, ${needs.join(", ")}` : ""}`,
        },
        { term: t.area, value: view.area?.label ?? "–" },
        {
          term: t.time,
          value:
            draft.startsOn && draft.endsOn
              ? `${formatDay(draft.startsOn, state.language)} – ${formatDay(draft.endsOn, state.language)}`
              : "–",
        },
      ]}
    />
  );
}

function History({ view }: { view: EditorView }) {
  const t = useMessages(editorMessages).review;
  const words = useMessages(proposalMessages);
  return (
    <>
      <h3 className="[font-size:var(--text-base)] [margin:1.75rem_0_.5rem]">{t.history}</h3>
      <Timeline
        items={view.history.map((entry, index) => ({
          key: entry.id,
          state: index === view.history.length - 1 ? "now" : "done",
          title: words.status[entry.to],
          side: <DayText className="small muted" value={entry.at} form="instant" />,
          text: entry.to === "withdrawn" || entry.to === "suspended" ? (entry.note ?? undefined) : undefined,
        }))}
      />
    </>
  );
}

function Withdraw({ proposalId }: { proposalId: string }) {
  const t = useMessages(editorMessages).review;
  return (
    <details className="mt-6">
      <summary className="btn btn-do">{t.withdraw}</summary>
      <form className="mt-3" method="post" action={`/ruang/lembaga/usulan/${proposalId}/tarik`} data-once="">
        <p>
          <b>{t.withdrawAsk}</b>
        </p>
        <p className="hint">{t.withdrawHint}</p>
        <div className="fld mt-3">
          <label htmlFor="catatan">{t.withdrawNote}</label>
          <input className="in" id="catatan" name="catatan" maxLength={300} />
        </div>
        <div className="acts">
          <Button kind="danger">{t.withdrawYes}</Button>
        </div>
      </form>
    </details>
  );
}
