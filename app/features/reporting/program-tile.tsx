import { StatusBadge } from "~/components/badge";
import { useLanguage, useMessages } from "~/components/language";
import { motifOf } from "~/components/motif";
import { ProgramCard as Card } from "~/components/program-card";
import { EmergencyMark } from "~/components/program-name";
import { useWomanLedText } from "~/features/leading/woman-led-badge";
import { formatWhole } from "~/kernel/money";
import { nameMessages, nameOf } from "./name-messages";
import type { ProgramCard } from "./program-cards.server";

/** A program in a list of cards. */
export function ProgramTile({ program, level }: { program: ProgramCard; level?: 2 | 3 }) {
  const t = useMessages(nameMessages);
  const language = useLanguage();
  const people = program.beneficiaries ? t.people(formatWhole(program.beneficiaries, language), program.beneficiaryUnit) : "";
  return (
    <Card
      to={`/program/${program.slug}`}
      title={program.title}
      organization={program.organization.name}
      motif={motifOf({ kind: "community", element: program.organization.element })}
      place={[nameOf(t.element, program.organization.element), program.districtName].filter(Boolean).join(" · ")}
      summary={[program.needName?.[language], people, useWomanLedText(program.ledByWoman)].filter(Boolean).join(" · ")}
      flow={program.flow}
      badge={
        <>
          <EmergencyMark urgent={program.urgent} />
          <ProgramBadge program={program} />
        </>
      }
      goals={program.goals}
      {...(level ? { level } : {})}
    />
  );
}

/** What the reader needs to know first about a program's state. */
export function ProgramBadge({ program }: { program: Pick<ProgramCard, "status" | "flow" | "open"> }) {
  const t = useMessages(nameMessages).status;
  if (program.status === "suspended") return <StatusBadge tone="warn">{t.suspended}</StatusBadge>;
  if (program.status === "completed") return <StatusBadge tone="ok">{t.completed}</StatusBadge>;
  if (program.status === "expired" || !program.open) return <StatusBadge icon="lock">{t.expired}</StatusBadge>;
  if (program.flow.committed === 0n) return <StatusBadge tone="info">{t.new}</StatusBadge>;
  return (
    <StatusBadge tone="ok" icon="shield">
      {t.verified}
    </StatusBadge>
  );
}
