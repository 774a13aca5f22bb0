import { classNames } from "~/components/class-names";
import { fieldId } from "~/components/form-state";
import { useMessages } from "~/components/language";
import { formatRupiah, formatWhole } from "~/kernel/money";
import { type DraftLine, amountOfLine, sharedOf } from "../proposal-draft";
import { type StepState, errorOf, typedOr } from "./editor-fields";
import { RowInput } from "./row-input";
import { stepMessages } from "./step-messages";

/** Whose a line of a joint budget is, and what of it is other groups'. */
export function LineMembers({ state, line, label }: { state: StepState; line: DraftLine; label: string }) {
  const t = useMessages(stepMessages).members;
  const { members } = state.draft;
  if (members.length === 0) return null;
  const name = `lines.${line.id}.memberId`;
  const error = errorOf(state, name);
  const amount = amountOfLine(line);
  const others = members.filter((member) => member.id !== line.memberId);
  const open = line.shares.length > 0 || others.some((member) => errorOf(state, shareName(line, member.id)));
  return (
    <div className="[grid-column:1/-1] grid gap-2 sm:[grid-template-columns:minmax(0,1fr)_minmax(0,1fr)]">
      <label className="lbl">
        <i>
          {t.owner} <span className="sr">{label}</span>
        </i>
        <select
          className={classNames("sel", error && "bad")}
          id={fieldId(name)}
          name={name}
          defaultValue={line.memberId ?? ""}
          disabled={!state.editable}
          aria-invalid={error ? true : undefined}
        >
          <option value="">{t.choose}</option>
          {members.map((member, index) => (
            <option key={member.id} value={member.id}>
              {member.name || t.member(index + 1)}
            </option>
          ))}
        </select>
        {error && <span className="err">{error}</span>}
      </label>
      <details className="small" open={open}>
        <summary>
          {t.split} <span className="sr">{label}</span>
        </summary>
        <div className="mt-2 grid gap-2">
          {others.map((member) => (
            <RowInput
              key={member.id}
              state={state}
              className="lbl"
              row={label}
              name={shareName(line, member.id)}
              label={t.part(member.name)}
              value={typedOr(state, shareName(line, member.id), shareText(line, member.id))}
              numeric
            />
          ))}
          {amount !== undefined && line.shares.length > 0 && (
            <p className="hint">{t.rest(formatRupiah(amount - sharedOf(line), state.language))}</p>
          )}
        </div>
      </details>
    </div>
  );
}

function shareName(line: DraftLine, memberId: string): string {
  return `lines.${line.id}.share.${memberId}`;
}

function shareText(line: DraftLine, memberId: string): string {
  const share = line.shares.find((part) => part.memberId === memberId);
  return share ? formatWhole(share.amount) : "";
}
