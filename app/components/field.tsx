import type { InputHTMLAttributes, ReactNode, TextareaHTMLAttributes } from "react";
import { classNames } from "./class-names";
import { commonMessages } from "./common-messages";
import { fieldId } from "./form-state";
import { Icon } from "./icon";
import { useMessages } from "./language";

export type FieldProps = {
  name: string;
  label: ReactNode;
  id?: string | undefined;
  hint?: ReactNode;
  error?: string | undefined;
  defaultValue?: string | undefined;
  required?: boolean | undefined;
  disabled?: boolean | undefined;
  /** Says in words that it may stay empty. */
  optional?: boolean | undefined;
  /** Spans both columns of `Fields`. */
  wide?: boolean | undefined;
  className?: string | undefined;
};

/** A grid of fields: one column on phones, then two or three. */
export function Fields({ columns = 1, className, children }: { columns?: 1 | 2 | 3; className?: string | undefined; children: ReactNode }) {
  return <div className={classNames("flds", columns > 1 && `f${columns}`, className)}>{children}</div>;
}

type Wiring = { id: string; describedBy: string | undefined };

/** The frame of a field: label, control, error, hint; the control is given the ids that tie them together. */
export function FieldFrame({
  field: { name, label, id = fieldId(name), hint, error, optional, wide, className },
  good,
  children,
}: {
  field: FieldProps;
  good?: string | undefined;
  children: (wiring: Wiring) => ReactNode;
}) {
  const t = useMessages(commonMessages);
  const ids = { error: error && `${id}-galat`, good: good && `${id}-baik`, hint: hint && `${id}-petunjuk` };
  return (
    <div className={classNames("fld", wide && "wide", className)}>
      <label htmlFor={id}>
        {label}
        {optional && <span className="muted"> ({t.optional})</span>}
      </label>
      {children({ id, describedBy: classNames(ids.error, ids.good, ids.hint as string | undefined) })}
      <FieldError id={ids.error} text={error} />
      {good && (
        <p className="good" id={ids.good}>
          <Icon name="check" />
          <span>{good}</span>
        </p>
      )}
      {hint && (
        <p className="hint" id={`${id}-petunjuk`}>
          {hint}
        </p>
      )}
    </div>
  );
}

export function FieldError({ id, text }: { id: string | undefined; text: string | undefined }) {
  if (!text) return null;
  return (
    <p className="err" id={id}>
      <Icon name="warn" />
      <span>{text}</span>
    </p>
  );
}

type InputProps = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  | "autoComplete"
  | "inputMode"
  | "maxLength"
  | "minLength"
  | "placeholder"
  | "readOnly"
  | "autoFocus"
  | "spellCheck"
  | "autoCapitalize"
  | "pattern"
  | "min"
  | "max"
  | "form"
>;
type TextFieldProps = FieldProps &
  InputProps & {
    type?: "text" | "email" | "password" | "tel" | "url" | "search" | "date";
    /** A unit after the value: "persen", "orang". */
    suffix?: string | undefined;
    /** What the server found to be right. */
    good?: string | undefined;
    inputClassName?: string | undefined;
  };

export function TextField(props: TextFieldProps) {
  const { label, id, hint, optional, wide, className, error, good, suffix, inputClassName, type = "text", ...input } = props;
  return (
    <FieldFrame field={props} good={good}>
      {(wiring) => {
        const control = (
          <input
            className={classNames("in", error && "bad", good && "okk", inputClassName)}
            id={wiring.id}
            type={type}
            aria-invalid={error ? true : undefined}
            aria-describedby={wiring.describedBy}
            {...input}
          />
        );
        return suffix ? (
          <div className="sfx">
            {control}
            <i>{suffix}</i>
          </div>
        ) : (
          control
        );
      }}
    </FieldFrame>
  );
}

type TextAreaProps = FieldProps & Pick<TextareaHTMLAttributes<HTMLTextAreaElement>, "rows" | "maxLength" | "placeholder" | "readOnly">;

export function TextArea(props: TextAreaProps) {
  const { label, id, hint, optional, wide, className, error, rows = 4, ...input } = props;
  return (
    <FieldFrame field={props}>
      {(wiring) => (
        <textarea
          className={classNames("ta", error && "bad")}
          id={wiring.id}
          rows={rows}
          aria-invalid={error ? true : undefined}
          aria-describedby={wiring.describedBy}
          {...input}
        />
      )}
    </FieldFrame>
  );
}

/** A whole number, typed as text so that nothing is lost on phones; the server reads it. */
export function NumberField(props: Omit<TextFieldProps, "type" | "inputMode">) {
  return <TextField {...props} inputMode="numeric" autoComplete="off" />;
}

/** A calendar day by the device's own picker; travels as "2026-11-24". */
export function DateField(props: Omit<TextFieldProps, "type">) {
  return <TextField {...props} type="date" />;
}

/** Six digits of a second factor. */
export function OtpField(props: Omit<TextFieldProps, "type">) {
  return <TextField {...props} inputMode="numeric" autoComplete="one-time-code" maxLength={7} inputClassName="otp" />;
}

type SelectOption = { value: string; label: string; disabled?: boolean };
type SelectFieldProps = FieldProps & {
  options: readonly SelectOption[];
  /** The words of the empty choice; `false` for none. */
  empty?: string | false;
};

export function SelectField(props: SelectFieldProps) {
  const t = useMessages(commonMessages);
  const { options, empty = t.chooseFirst, defaultValue, name, error, required, disabled } = props;
  return (
    <FieldFrame field={props}>
      {(wiring) => (
        <select
          className={classNames("sel", error && "bad")}
          id={wiring.id}
          name={name}
          defaultValue={defaultValue ?? ""}
          required={required}
          disabled={disabled}
          aria-invalid={error ? true : undefined}
          aria-describedby={wiring.describedBy}
        >
          {empty !== false && <option value="">{empty}</option>}
          {options.map((option) => (
            <option value={option.value} key={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}

type SearchFieldProps = {
  name?: string;
  label: string;
  value?: string | undefined;
  placeholder?: string | undefined;
  button?: string;
  id?: string;
  action?: string;
  bare?: boolean;
};

/** A search with its button; lives in a GET form. `bare` without the form around, when the page has one. */
export function SearchField({ name = "q", label, value, placeholder, button, id = name, action, bare }: SearchFieldProps) {
  const t = useMessages(commonMessages);
  const inner = (
    <>
      <label className="sr" htmlFor={id}>
        {label}
      </label>
      <input className="in icn" id={id} name={name} type="search" defaultValue={value} placeholder={placeholder} />
      <button className="btn" type="submit">
        {button ?? t.search}
      </button>
    </>
  );
  return bare ? (
    <div className="search">{inner}</div>
  ) : (
    // biome-ignore lint/a11y/useSemanticElements: older browsers don't know the search element
    <form className="search" role="search" method="get" action={action}>
      {inner}
    </form>
  );
}
