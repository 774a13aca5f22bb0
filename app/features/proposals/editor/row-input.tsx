import { classNames } from "~/components/class-names";
import { fieldId } from "~/components/form-state";
import { type StepState, errorOf } from "./editor-fields";

type RowInputProps = {
  state: StepState;
  name: string;
  label: string;
  /** Which row the input belongs to, for those who can't see the table. */
  row: string;
  value: string;
  numeric?: boolean;
  type?: "text" | "date" | "month";
  placeholder?: string;
  maxLength?: number;
  /** The id of a list of suggestions. */
  list?: string;
  readOnly?: boolean;
  className?: string;
};

/** An input in a row of a table: its own label on phones, hidden under the table's head on wide screens. */
export function RowInput({
  state,
  name,
  label,
  row,
  value,
  numeric,
  type = "text",
  placeholder,
  maxLength,
  list,
  readOnly,
  className,
}: RowInputProps) {
  const error = errorOf(state, name);
  const id = fieldId(name);
  const errorId = `${id}-galat`;
  return (
    <label className={className}>
      <i>
        {label} <span className="sr">{row}</span>
      </i>
      <input
        className={classNames("in", numeric && "num", error && "bad")}
        id={id}
        name={name}
        type={type}
        defaultValue={value}
        inputMode={numeric ? "decimal" : undefined}
        placeholder={placeholder}
        maxLength={maxLength}
        list={list}
        autoComplete="off"
        readOnly={readOnly}
        disabled={!state.editable}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? errorId : undefined}
      />
      {error && (
        <span className="err" id={errorId}>
          {error}
        </span>
      )}
    </label>
  );
}
