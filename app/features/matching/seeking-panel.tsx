import { ButtonLink } from "~/components/button";
import { DescriptionList } from "~/components/description-list";
import { useLanguage, useMessages } from "~/components/language";
import { Panel } from "~/components/panel";
import { nameMessages } from "~/features/reporting/name-messages";
import { Hidden } from "~/features/reporting/profile-parts";
import { type Day, formatDay } from "~/kernel/dates";
import { type Rupiah, formatRupiah, formatRupiahShort } from "~/kernel/money";
import { type Focus, type Plan, type ShownFocus, focusParts, readsOn } from "./focus";
import { matchingMessages } from "./matching-messages";

type SeekingPanelProps = {
  focus: ShownFocus;
  today: Day;
  /** What else a profile tells: its seat, how many programs. */
  facts: readonly { term: string; value: string }[];
  findPrograms: string;
};

/** What a company looks for, as far as this reader may know; what is withheld is said to be withheld, and by whose wish (mockup 27). */
export function SeekingPanel({ focus, today, facts, findPrograms }: SeekingPanelProps) {
  const t = useMessages(matchingMessages);
  const names = useMessages(nameMessages);
  const language = useLanguage();
  const shown = focusParts.some((part) => focus[part] !== undefined);
  return (
    <Panel>
      <h2 className="[font-size:var(--text-lg)]">{t.seeking}</h2>
      {!shown && focus.withheld.length === 0 && <p className="small muted mt-2">{t.nothingShown}</p>}
      <DescriptionList
        className="mt-3"
        items={[
          focus.areas && { term: t.parts.areas, value: focus.areas.map(({ name }) => name).join(", ") },
          focus.pillars && { term: t.pillars, value: focus.pillars.map((pillar) => names.pillar[pillar]).join(", ") },
          focus.goals && { term: t.goals, value: <Goals goals={focus.goals} /> },
          focus.ticket && { term: t.ticket, value: rangeOf(focus.ticket, t, (amount) => formatRupiahShort(amount, language)) },
          focus.plan && { term: t.planOf(focus.plan.year), value: <PlanText plan={focus.plan} today={today} /> },
          ...facts,
        ]}
      />
      {focus.withheld.length > 0 && (
        <div className="grid gap-3 mt-4">
          {focus.withheld.map(({ part, to }) => (
            <Hidden title={t.parts[part]} key={part}>
              {t.withheld[to === "verified" ? "verified" : "private"]}
            </Hidden>
          ))}
        </div>
      )}
      <ButtonLink to="/program" kind="action" block className="mt-4">
        {findPrograms}
      </ButtonLink>
    </Panel>
  );
}

function Goals({ goals }: { goals: readonly number[] }) {
  return (
    <span className="sdg justify-end">
      SDG
      {goals.map((goal) => (
        <b key={goal}>{goal}</b>
      ))}
    </span>
  );
}

type Texts = Pick<(typeof matchingMessages)["id"], "range" | "atLeast" | "atMost">;

function rangeOf({ min, max }: Focus["ticket"], t: Texts, money: (amount: Rupiah) => string): string {
  if (min !== null && max !== null) return t.range(money(min), money(max));
  return min !== null ? t.atLeast(money(min)) : t.atMost(money(max ?? 0n));
}

function PlanText({ plan, today }: { plan: Plan; today: Day }) {
  const t = useMessages(matchingMessages);
  const language = useLanguage();
  const { readsFrom, readsUntil } = plan;
  const day = (value: Day) => formatDay(value, language);
  return (
    <>
      {plan.amount === null ? t.planNoAmount : formatRupiah(plan.amount, language)}
      <small className="block muted">
        {readsFrom && readsUntil ? t.reads[readsOn(plan, today)](day(readsFrom), day(readsUntil)) : t.readsAlways}
      </small>
    </>
  );
}
