import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { FieldError, type FieldProps } from "./field";
import { fieldId } from "./form-state";

type Option = { value: string; label: ReactNode; hint?: ReactNode; count?: number | undefined; disabled?: boolean };

function ChoiceFrame({ field, children }: { field: Omit<FieldProps, "defaultValue">; children: ReactNode }) {
  const { name, label, id = fieldId(name), hint, error, wide, className } = field;
  const describedBy = classNames(error && `${id}-galat`, hint ? `${id}-petunjuk` : undefined);
  return (
    <fieldset className={classNames(wide && "wide", className)} id={id} tabIndex={-1} aria-describedby={describedBy}>
      <legend className="lab">{label}</legend>
      {children}
      <FieldError id={`${id}-galat`} text={error} />
      {hint && (
        <p className="hint" id={`${id}-petunjuk`}>
          {hint}
        </p>
      )}
    </fieldset>
  );
}

type RadioGroupProps = FieldProps & {
  options: readonly Option[];
  /** `list` for sentences, `cards` for choices with an explanation, `picks` for three short answers side by side. */
  look?: "list" | "cards" | "picks";
};

export function RadioGroup(props: RadioGroupProps) {
  const { name, options, defaultValue, look = "list", required, disabled } = props;
  return (
    <ChoiceFrame field={props}>
      <div className={look === "picks" ? "tri" : look === "cards" ? "rolez" : undefined}>
        {options.map((option) => (
          <label className={labelClasses[look]} key={option.value}>
            <input
              type="radio"
              name={name}
              value={option.value}
              defaultChecked={option.value === defaultValue}
              required={required}
              disabled={disabled || option.disabled}
            />
            <RadioText option={option} look={look} />
          </label>
        ))}
      </div>
    </ChoiceFrame>
  );
}

const labelClasses = { list: "opt", cards: "role plain", picks: "pick" } as const;

function RadioText({ option, look }: { option: Option; look: "list" | "cards" | "picks" }) {
  if (look === "picks") return <>{option.label}</>;
  if (look === "list") return <OptionText option={option} />;
  return (
    <>
      <b>{option.label}</b>
      {option.hint && <span>{option.hint}</span>}
    </>
  );
}

type CheckboxGroupProps = Omit<FieldProps, "defaultValue"> & {
  options: readonly Option[];
  defaultValue?: readonly string[] | undefined;
  /** `columns`: a long list beside itself where there is room. */
  look?: "list" | "columns" | "tiles";
};

export function CheckboxGroup(props: CheckboxGroupProps) {
  const { name, options, defaultValue = [], look = "list", disabled } = props;
  return (
    <ChoiceFrame field={props}>
      <div className={look === "list" ? undefined : look === "tiles" ? "tiles" : "[columns:17rem]"}>
        {options.map((option) => (
          <label className={classNames(look !== "tiles" && "opt break-inside-avoid", option.count === 0 && "z") ?? ""} key={option.value}>
            <input
              type="checkbox"
              name={name}
              value={option.value}
              defaultChecked={defaultValue.includes(option.value)}
              disabled={disabled || option.disabled}
            />
            {look === "tiles" ? option.label : <OptionText option={option} />}
            {option.count !== undefined && look !== "tiles" && <span className="c n">{option.count}</span>}
          </label>
        ))}
      </div>
    </ChoiceFrame>
  );
}

type CheckboxProps = Omit<FieldProps, "defaultValue"> & { value?: string; defaultChecked?: boolean | undefined };

export function Checkbox({
  name,
  label,
  id = fieldId(name),
  hint,
  error,
  value = "on",
  defaultChecked,
  required,
  disabled,
  wide,
  className,
}: CheckboxProps) {
  return (
    <div className={classNames("fld", wide && "wide", className)}>
      <label className="opt" htmlFor={id}>
        <input
          type="checkbox"
          id={id}
          name={name}
          value={value}
          defaultChecked={defaultChecked}
          required={required}
          disabled={disabled}
          aria-invalid={error ? true : undefined}
          aria-describedby={classNames(error && `${id}-galat`, hint ? `${id}-petunjuk` : undefined)}
        />
        <span>{label}</span>
      </label>
      <FieldError id={`${id}-galat`} text={error} />
      {hint && (
        <p className="hint" id={`${id}-petunjuk`}>
          {hint}
        </p>
      )}
    </div>
  );
}

function OptionText({ option }: { option: Option }) {
  if (!option.hint) return <span>{option.label}</span>;
  return (
    <span>
      {option.label}
      <small className="muted block">{option.hint}</small>
    </span>
  );
}
