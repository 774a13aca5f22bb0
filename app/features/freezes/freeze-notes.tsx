import { useLanguage, useMessages } from "~/components/language";
import { Note } from "~/components/note";
import { formatDay } from "~/kernel/dates";
import type { FreezeScope } from "./freeze";
import { freezeMessages } from "./freeze-messages";
import type { OpenFreeze } from "./freeze-queries.server";

/** What is frozen, why, since when and what that means; nothing while nothing is. */
export function FreezeNotes({
  freezes,
  only,
  className = "mb-5",
}: {
  freezes: readonly OpenFreeze[];
  /** Only those that stop this. */
  only?: FreezeScope;
  className?: string;
}) {
  const t = useMessages(freezeMessages);
  const language = useLanguage();
  const shown = freezes.filter(({ scope }) => only === undefined || scope === only || scope === "all");
  return (
    <>
      {shown.map((freeze) => (
        <Note tone="bad" icon="lock" title={t.frozen[freeze.scope]} className={className} key={freeze.id}>
          <p>
            {t.effects[freeze.scope]} {t.since(formatDay(freeze.frozenAt, language))}
          </p>
          <p>{t.reason(freeze.reason)}</p>
        </Note>
      ))}
    </>
  );
}
