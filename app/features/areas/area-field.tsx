import { useMessages } from "~/components/language";
import type { Area, AreaLevel } from "./area";
import { areaMessages } from "./area-messages";

type AreaFieldProps = {
  /** Name of the field that carries the code; what is typed to search travels as `<name>Cari`. */
  name: string;
  label: string;
  /** The area that is chosen already. */
  chosen?: Pick<Area, "code" | "label"> | undefined;
  /** What was searched for and what was found; the page's loader or action answers the search button. */
  search?: { q: string; results: readonly Area[] } | undefined;
  level?: AreaLevel | undefined;
  within?: string | undefined;
  hint?: string | undefined;
  error?: string | undefined;
  /** Name and value of the search button, by which the action knows that this is a search and no save. */
  button?: { name: string; value: string };
  disabled?: boolean | undefined;
};

/**
 * An area from the national list. Without JavaScript: a text, a search button that sends the form, and results as radio buttons.
 * With it, enhance.js fills the same list while one types (`data-area-search`).
 */
export function AreaField({ name, label, chosen, search, level, within, hint, error, button, disabled }: AreaFieldProps) {
  const t = useMessages(areaMessages);
  const submit = button ?? { name: "aksi", value: "cari-wilayah" };
  const options = [...(chosen ? [chosen] : []), ...(search?.results ?? []).filter((area) => area.code !== chosen?.code)];
  const ids = { input: `${name}-cari`, hint: `${name}-petunjuk`, error: `${name}-galat` };
  return (
    <div className="fld" id={name} data-area-search="/data/wilayah" data-area-name={name} data-area-level={level} data-area-within={within}>
      <label htmlFor={ids.input}>{label}</label>
      <input type="hidden" name={`${name}Semula`} value={chosen?.code ?? ""} />
      <div className="vtab">
        <div className="fld">
          <input
            className={error ? "in icn bad" : "in icn"}
            id={ids.input}
            name={`${name}Cari`}
            type="search"
            defaultValue={search?.q ?? ""}
            autoComplete="off"
            maxLength={80}
            disabled={disabled}
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? `${ids.error} ${ids.hint}` : ids.hint}
          />
        </div>
        <button className="btn btn-o" type="submit" name={submit.name} value={submit.value} formNoValidate disabled={disabled}>
          {t.search}
        </button>
      </div>
      {error && (
        <p className="err" id={ids.error}>
          {error}
        </p>
      )}
      <p className="hint" id={ids.hint}>
        {hint ?? t.hint}
      </p>
      <fieldset className="mt-2">
        <legend className="sr">{t.pick}</legend>
        <div data-area-results aria-live="polite">
          {options.map((area) => (
            <label className="opt" key={area.code}>
              <input type="radio" name={name} value={area.code} defaultChecked={area.code === chosen?.code} disabled={disabled} />
              <span>{area.label}</span>
            </label>
          ))}
          {search && search.q !== "" && search.results.length === 0 && <p className="hint">{t.none(search.q)}</p>}
        </div>
      </fieldset>
    </div>
  );
}
