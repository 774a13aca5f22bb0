import { useMessages } from "~/components/language";
import { auditDeskMessages } from "./audit-desk-messages";
import type { AuditLine } from "./audit-queries.server";
import { auditValueTexts } from "./audit-value-texts";

/** Who acted, by role and organisation: "Bendahara, LK3 Pelita Keluarga". */
export function Office({ line }: { line: Pick<AuditLine, "actor" | "office"> }) {
  const t = useMessages(auditDeskMessages);
  const names: { readonly [role: string]: string } = useMessages(auditValueTexts);
  if (line.actor.who === "system") return <>{t.automatic}</>;
  if (!line.office) return <>{t.noRole}</>;
  const roles = line.office.roles.map((role) => names[role] ?? role).join(", ");
  return <>{[roles, line.office.organizationName].filter(Boolean).join(", ")}</>;
}
