import { classNames } from "~/components/class-names";
import { fieldId } from "~/components/form-state";
import { type StepState, errorOf } from "./editor-fields";

type RowSelectProps = {
  state: StepState;
  name: string;
  label: string;
  /** Which row the choice belongs to, for those who can't see the table. */
  row: string;
  value: string;
  options: readonly { value: string; label: string; [data: `data-${string}`]: string | undefined }[];
  /** The words of the empty choice; none without them. */
  empty?: string;
  className?: string;
};

/** A choice in a row of a table, labelled like the inputs beside it. */
export function RowSelect({ state, name, label, row, value, options, empty, className }: RowSelectProps) {
  const error = errorOf(state, name);
  const id = fieldId(name);
  return (
    <label className={className}>
      <i>
        {label} <span className="sr">{row}</span>
      </i>
      <select
        className={classNames("sel", error && "bad")}
        id={id}
        name={name}
        defaultValue={value}
        disabled={!state.editable}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-galat` : undefined}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map(({ value: option, label: text, ...data }) => (
          <option key={option} value={option} {...data}>
            {text}
          </option>
        ))}
      </select>
      {error && (
        <span className="err" id={`${id}-galat`}>
          {error}
        </span>
      )}
    </label>
  );
}
