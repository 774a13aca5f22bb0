import { useMessages } from "~/components/language";
import { Section } from "~/components/page";
import { ContributionTable } from "~/features/proposals/plan/contribution-table";
import { PeopleTable } from "~/features/proposals/plan/people-table";
import { planMessages } from "~/features/proposals/plan/plan-messages";
import { RiskTable } from "~/features/proposals/plan/risk-table";
import { ScheduleTable } from "~/features/proposals/plan/schedule-table";
import { hasParts } from "~/features/proposals/people";
import type { ProgramView } from "~/features/proposals/program-view";

type ProgramProps = { program: ProgramView };

/** Who benefits in detail, where the proposal says so; small numbers are hidden before they come here. */
export function PeopleSection({ program }: ProgramProps) {
  const t = useMessages(planMessages).people;
  const { beneficiaries, needs } = program;
  // Where people are the unit, the whole stands at the head of the page.
  const people = beneficiaries.people === beneficiaries.total ? null : beneficiaries.people;
  const figures = { ...beneficiaries, people };
  if (!hasParts(figures, needs) && !beneficiaries.someHidden) return null;
  return (
    <Section title={t.title} id="penerima">
      <PeopleTable figures={figures} groups={needs} someHidden={beneficiaries.someHidden} />
    </Section>
  );
}

/** What the community brings itself, right after what it asks for. */
export function ContributionSection({ program }: ProgramProps) {
  const t = useMessages(planMessages).own;
  if (program.contributions.length === 0) return null;
  return (
    <Section title={t.title} hint={t.hint} id="swadaya">
      <ContributionTable rows={program.contributions} />
    </Section>
  );
}

export function ScheduleSection({ program }: ProgramProps) {
  const t = useMessages(planMessages).schedule;
  if (program.activities.length === 0) return null;
  return (
    <Section title={t.title} hint={t.hint} id="jadwal">
      <ScheduleTable activities={program.activities} />
    </Section>
  );
}

export function RiskSection({ program }: ProgramProps) {
  const t = useMessages(planMessages).risks;
  if (program.risks.length === 0) return null;
  return (
    <Section title={t.title} hint={t.hint} id="risiko">
      <RiskTable risks={program.risks} />
    </Section>
  );
}
