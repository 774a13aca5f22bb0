import type { ReactNode } from "react";
import { SvgDefinitions } from "../alur-dana";

/** What differs between the two halves: ids must not repeat, and the hatch takes its colours from where it is defined. */
export type Half = { suffix: string; hatch: string };

/** One group of components, light at the left, dark at the right. */
export function Pair({ id, title, hint, children }: { id: string; title: string; hint: string; children: (half: Half) => ReactNode }) {
  return (
    <section className="pt-9" id={id}>
      <div className="hh mb-3">
        <h2>{title}</h2>
        <p className="small muted">{hint}</p>
      </div>
      <div className="pair">
        <div data-theme="light">
          <SvgDefinitions id={`hz-${id}`} />
          {children({ suffix: `${id}-1`, hatch: `hz-${id}` })}
        </div>
        <div data-theme="dark">
          <SvgDefinitions id={`hzd-${id}`} />
          {children({ suffix: `${id}-2`, hatch: `hzd-${id}` })}
        </div>
      </div>
    </section>
  );
}
