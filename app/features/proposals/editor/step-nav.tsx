import { Tick } from "~/components/badge";
import { useMessages } from "~/components/language";
import { Meter } from "~/components/charts";
import { type Section, sectionPaths, sectionsOf } from "../proposal";
import type { Progress } from "../proposal-progress";
import { proposalMessages } from "../proposal-messages";
import { editorMessages } from "./editor-messages";

type StepNavProps = { proposalId: string; current: Section; element: string; progress: Progress };

/** The sections with what is complete in each; the count is of fields, not percent. */
export function StepNav({ proposalId, current, element, progress }: StepNavProps) {
  const t = useMessages(editorMessages);
  const words = useMessages(proposalMessages);
  return (
    <nav className="cmp box" aria-label={t.sections}>
      <div className="hh mb-2">
        <h2 className="[font-size:var(--text-base)]">{t.completeness}</h2>
        <span className="small n">
          <b>{progress.done}</b> {t.of} {progress.total}
        </span>
      </div>
      <Meter label={t.ofTotal(progress.done, progress.total)} part={progress.done} whole={progress.total} />
      <ol>
        {sectionsOf(element).map((section) => {
          const { done, total } = progress.bySection[section];
          return (
            <li key={section}>
              <a
                href={`/ruang/lembaga/usulan/${proposalId}/${sectionPaths[section]}`}
                aria-current={section === current ? "step" : undefined}
              >
                <Tick state={total === 0 ? "off" : done === total ? "on" : done === 0 ? "no" : "part"} />
                <span>{words.section[section]}</span>
                <span className="v">{total === 0 ? "" : `${done}/${total}`}</span>
              </a>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
