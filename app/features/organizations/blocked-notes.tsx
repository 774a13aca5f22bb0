import { ButtonLink } from "~/components/button";
import { useLanguage, useMessages } from "~/components/language";
import { Note } from "~/components/note";
import type { FreezeScope } from "~/features/freezes/freeze";
import { FreezeNotes } from "~/features/freezes/freeze-notes";
import { formatDay } from "~/kernel/dates";
import type { Blocked } from "./blocked.server";
import { workspaceOf } from "./organization";
import { standingMessages } from "./standing-messages";

/** On the pages of what it blocks: that a standing ended or ends soon, or a freeze; what is closed, what still works, and the way out. */
export function BlockedNotes({ blocked, deed }: { blocked: Blocked; deed?: FreezeScope }) {
  const t = useMessages(standingMessages).blocked;
  const language = useLanguage();
  const { kind, view, until } = blocked;
  const words = kind === "platform" ? undefined : t[kind];
  const ending = view === "expired" || view === "expiring";
  return (
    <>
      <FreezeNotes freezes={blocked.freezes} {...(deed ? { only: deed } : {})} />
      {words && ending && until && (
        <Note
          tone={view === "expired" ? "bad" : "warn"}
          title={view === "expired" ? t.ended(formatDay(until, language)) : t.ends(formatDay(until, language))}
          actions={<ButtonLink to={`${workspaceOf(kind)}/legalitas`}>{t.renew}</ButtonLink>}
          className="mb-5"
        >
          <p>{view === "expired" ? words.closed : words.willClose}</p>
          <p>{words.works}</p>
        </Note>
      )}
    </>
  );
}
