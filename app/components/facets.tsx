import type { ReactNode } from "react";
import { Chip } from "./badge";
import { classNames } from "./class-names";
import { commonMessages } from "./common-messages";
import { Icon } from "./icon";
import { useMessages } from "./language";

export type FacetOption = { value: string; label: ReactNode; count?: number | undefined; checked?: boolean; hint?: string | undefined };

/** The filters of a list: closed on phones, beside the list on desks. A GET form, so every filter has an address. */
export function FacetForm({ summary, open, children }: { summary: string; open?: boolean; children: ReactNode }) {
  return (
    <details className="mf" open={open}>
      <summary className="btn btn-o btn-b">
        <Icon name="menu" />
        {summary}
      </summary>
      <form className="facets" method="get">
        {children}
      </form>
    </details>
  );
}

export function Facet({ title, hint, first, children }: { title: ReactNode; hint?: ReactNode; first?: boolean; children: ReactNode }) {
  return (
    <fieldset className={classNames("facet", first && "border-t-0 pt-0")}>
      <legend>{title}</legend>
      <div>
        {hint && <p className="xs muted mb-3">{hint}</p>}
        {children}
      </div>
    </fieldset>
  );
}

/** Choices with how many each would leave; none left is dashed but says so. */
export function FacetOptions({
  name,
  options,
  type = "checkbox",
}: {
  name: string;
  options: readonly FacetOption[];
  type?: "checkbox" | "radio";
}) {
  return (
    <>
      {options.map((option) => (
        <label className={classNames("opt", option.count === 0 && !option.checked && "text-ink-3")} key={option.value}>
          <input type={type} name={name} value={option.value} defaultChecked={option.checked ?? false} />
          <span>{option.label}</span>
          {option.count !== undefined && <span className="c">{option.count}</span>}
        </label>
      ))}
    </>
  );
}

/** Development goals as a grid of numbers. */
export function GoalTiles({ name, options }: { name: string; options: readonly FacetOption[] }) {
  return (
    <div className="tiles pt-1.5">
      {options.map((option) => {
        const none = option.count === 0 && !option.checked;
        return (
          <label className={none ? "z" : undefined} key={option.value}>
            <input
              type="checkbox"
              name={name}
              value={option.value}
              defaultChecked={option.checked ?? false}
              disabled={none}
              aria-label={option.hint}
            />
            {option.label}
          </label>
        );
      })}
    </div>
  );
}

/** The filters in force; each link takes one away. */
export function ActiveFilters({ items, clear }: { items: readonly { href: string; label: ReactNode }[]; clear?: string }) {
  const t = useMessages(commonMessages);
  if (items.length === 0) return null;
  return (
    <div className="row gap-2">
      {items.map((item) => (
        <Chip href={item.href} label={item.label} key={item.href} />
      ))}
      {clear && (
        <a className="btn btn-q" href={clear}>
          {t.clearFilters}
        </a>
      )}
    </div>
  );
}
