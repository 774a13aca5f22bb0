import { useMessages } from "~/components/language";
import { Note } from "~/components/note";
import { appealMessages } from "./appeal-messages";

/** Says that appeals are being checked right now, and leads to them; nothing when none is. */
export function WaitingNote({ appeals }: { appeals: readonly { code: string; title: string }[] }) {
  const t = useMessages(appealMessages);
  if (appeals.length === 0) return null;
  return (
    <Note tone="warn" title={t.waitingNote(appeals.length)} className="mb-6">
      <ul>
        {appeals.map((appeal) => (
          <li key={appeal.code}>
            <a href={`/darurat/${appeal.code}`} lang="id">
              {appeal.title}
            </a>
          </li>
        ))}
      </ul>
    </Note>
  );
}
