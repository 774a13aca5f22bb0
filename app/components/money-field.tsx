import { formatWhole, parseRupiah } from "~/kernel/money";
import { terbilang } from "~/kernel/terbilang";
import { classNames } from "./class-names";
import { type FieldProps, FieldFrame } from "./field";

type RupiahFieldProps = Omit<FieldProps, "defaultValue"> & {
  defaultValue?: bigint | string | undefined;
  /** Says the amount in words below; enhance.js keeps the words up to date. */
  words?: boolean;
  size?: "large" | "small";
  placeholder?: string;
  form?: string;
};

/** Whole rupiah. Digits are grouped while one types; "126 jt" is understood as well. Read it with `parseRupiah`. */
export function RupiahField(props: RupiahFieldProps) {
  const { name, defaultValue, error, required, disabled, words, size = "large", placeholder, form } = props;
  const typed = typeof defaultValue === "bigint" ? defaultValue.toString() : (defaultValue ?? "");
  const amount = parseRupiah(typed);
  const field: FieldProps = { ...props, defaultValue: undefined };
  return (
    <FieldFrame field={field}>
      {(wiring) => (
        <>
          <div className={classNames("money", size === "small" && "s")}>
            <input
              className={classNames("in", error && "bad")}
              id={wiring.id}
              name={name}
              inputMode="numeric"
              autoComplete="off"
              defaultValue={amount === undefined ? typed : formatWhole(amount)}
              required={required}
              disabled={disabled}
              placeholder={placeholder}
              form={form}
              data-rupiah=""
              aria-invalid={error ? true : undefined}
              aria-describedby={classNames(wiring.describedBy, words && `${wiring.id}-terbilang`)}
            />
          </div>
          {words && (
            <p className="hint" id={`${wiring.id}-terbilang`} data-words={wiring.id} lang="id">
              {amount === undefined ? "" : terbilang(amount)}
            </p>
          )}
        </>
      )}
    </FieldFrame>
  );
}
