import { askedField, chosenField } from "~/kernel/three-way";
import { commonMessages } from "./common-messages";
import { FieldError } from "./field";
import { fieldId } from "./form-state";
import { useMessages } from "./language";

/** One part of a form that two people changed: what each wrote, and whether a choice was asked for before. */
export type Conflict = { unit: string; label: string; mine: string; saved: string; unanswered: boolean };

/** Both versions of every part that somebody else changed meanwhile, side by side; the writer chooses one for each. */
export function ConflictChoices({ conflicts }: { conflicts: readonly Conflict[] }) {
  const t = useMessages(commonMessages).conflict;
  if (conflicts.length === 0) return null;
  return (
    <section className="note warn block mb-5" aria-labelledby="bentrok" data-focus="" tabIndex={-1}>
      <h3 id="bentrok" className="[font-size:var(--text-base)]">
        {t.title(conflicts.length)}
      </h3>
      <p className="small mt-1">{t.lead}</p>
      {conflicts.map((conflict) => (
        <ConflictChoice key={conflict.unit} conflict={conflict} />
      ))}
    </section>
  );
}

function ConflictChoice({ conflict }: { conflict: Conflict }) {
  const t = useMessages(commonMessages).conflict;
  const name = chosenField(conflict.unit);
  const id = fieldId(name);
  const error = conflict.unanswered ? t.choose : undefined;
  const sides = [
    { value: "tersimpan", label: t.saved, text: conflict.saved },
    { value: "saya", label: t.mine, text: conflict.mine },
  ];
  return (
    <fieldset className="mt-4" id={id} aria-describedby={error && `${id}-galat`}>
      <legend className="lab">{conflict.label}</legend>
      <input type="hidden" name={askedField} value={conflict.unit} />
      <div className="grid gap-2 sm:[grid-template-columns:minmax(0,1fr)_minmax(0,1fr)]">
        {sides.map((side) => (
          <label className="opt items-start" key={side.value}>
            <input type="radio" name={name} value={side.value} />
            <span className="min-w-0">
              <b className="block small">{side.label}</b>
              <span className="block whitespace-pre-line [overflow-wrap:anywhere]">{side.text || t.empty}</span>
            </span>
          </label>
        ))}
      </div>
      <FieldError id={error && `${id}-galat`} text={error} />
    </fieldset>
  );
}
