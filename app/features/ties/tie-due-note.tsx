import { ButtonLink } from "~/components/button";
import { useMessages } from "~/components/language";
import { Note } from "~/components/note";
import { tieMessages } from "./tie-messages";

/** For whoever verifies: the yearly declaration has run out, or was never made. */
export function TieDueNote({ declaration }: { declaration: { holds: boolean } | null }) {
  const t = useMessages(tieMessages);
  if (declaration?.holds) return null;
  return (
    <Note tone="warn" icon="shield" title={t.due} actions={<ButtonLink to="/akun/ikatan">{t.open}</ButtonLink>}>
      {t.dueText}
    </Note>
  );
}
