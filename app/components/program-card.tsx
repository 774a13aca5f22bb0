import type { ReactNode } from "react";
import { AlurDana, type Flow } from "./alur-dana";
import { Goals } from "./badge";
import { Motif, type MotifName } from "./motif";

type ProgramCardProps = {
  to: string;
  title: string;
  organization: string;
  motif: MotifName;
  /** "Karang Taruna · Sambong" */
  place: ReactNode;
  /** "Fakir miskin · 24 pemuda" */
  summary?: ReactNode;
  flow: Flow;
  badge?: ReactNode;
  goals?: readonly number[];
  level?: 2 | 3;
};

/** One program, one link; no picture, no button of its own. */
export function ProgramCard({ to, title, organization, motif, place, summary, flow, badge, goals = [], level = 3 }: ProgramCardProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <article className="pc">
      <div className="hd">
        <Motif of={motif} />
        <div className="min-w-0">
          <b>{organization}</b>
          <span className="muted">{place}</span>
        </div>
      </div>
      <Heading>
        <a href={to}>{title}</a>
      </Heading>
      {summary && <p className="small muted">{summary}</p>}
      <AlurDana flow={flow} size="card" />
      <div className="ft">
        {badge}
        <Goals numbers={goals} />
      </div>
    </article>
  );
}
