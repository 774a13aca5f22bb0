import { kilobytesOf } from "~/kernel/text";
import type { ReactNode } from "react";
import { StatusBadge } from "~/components/badge";
import { UploadList } from "~/components/document-list";
import { useMessages } from "~/components/language";
import { isImage } from "~/features/files/file";
import type { Evidence } from "./evidence";
import { evidenceMessages } from "./evidence-messages";

type EvidenceListProps = {
  evidence: readonly Evidence[];
  /** Whether this reader may open every one, or only those that are meant for anyone. */
  opens: "all" | "public";
  /** Whether the desk has checked the amendment; left out while it is written. */
  checked?: boolean;
  actions?: (one: Evidence) => ReactNode;
};

/** The files behind the reason: what each is, whether it was checked, and who may open it. */
export function EvidenceList({ evidence, opens, checked, actions }: EvidenceListProps) {
  const t = useMessages(evidenceMessages);
  if (evidence.length === 0) return null;
  return (
    <div className="mt-4">
      <UploadList
        items={evidence.map((one) => {
          const photo = isImage(one.mediaType);
          const kilobytes = kilobytesOf(one.sizeBytes);
          return {
            name: <span lang="id">{one.title}</span>,
            href: opens === "all" || one.forPublic ? `/berkas/${one.fileId}` : undefined,
            icon: photo ? ("img" as const) : ("doc" as const),
            note: (
              <>
                {photo ? t.photo : t.document}, <span className="n">{kilobytes} KB</span> · {one.forPublic ? t.covered : t.closed}
              </>
            ),
            badge: checked === undefined ? undefined : <CheckedBadge checked={checked} />,
            actions: actions?.(one),
          };
        })}
      />
    </div>
  );
}

function CheckedBadge({ checked }: { checked: boolean }) {
  const t = useMessages(evidenceMessages);
  return <StatusBadge tone={checked ? "ok" : "info"}>{checked ? t.checked : t.unchecked}</StatusBadge>;
}
