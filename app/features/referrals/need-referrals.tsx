import { StatusBadge } from "~/components/badge";
import { Button } from "~/components/button";
import { RadioGroup } from "~/components/choice-field";
import { DayText } from "~/components/day-text";
import { ErrorSummary } from "~/components/error-summary";
import { TextArea } from "~/components/field";
import { Form, FormActions, Hidden } from "~/components/form";
import { useFormState, useLanguage, useMessages } from "~/components/language";
import { Box } from "~/components/panel";
import { RecordList } from "~/components/record-list";
import type { HistoryStep } from "~/features/needs/need-history";
import { formatWhole } from "~/kernel/money";
import { type ReferralStatus, isOpen, longestWords } from "./referral";
import { referralMessages, referralRefusals } from "./referral-messages";
import type { NeedReferrals } from "./need-referrals.server";
import { referralTones } from "./referral-page";
import type { ReferralView } from "./referral-queries.server";

type Result = Parameters<typeof useFormState>[0];

/** The referrals of a need that are under way, to be taken back by who made them until they are answered. */
export function ReferralsBox({ of, result }: { of: NeedReferrals; result: Result }) {
  const t = useMessages(referralMessages);
  const form = useFormState(result, { texts: useMessages(referralRefusals) });
  const under = of.referrals.filter(({ status }) => isOpen(status));
  if (under.length === 0 && form.errors.length === 0) return null;
  const items = under.map((one) => ({
    key: one.id,
    title: t.kinds[one.kind],
    meta: (
      <>
        {one.organization} · <DayText value={one.answeredAt ?? one.offeredAt} />
      </>
    ),
    note: one.status === "offered" && one.practitionerId === of.organizationId && (
      <Form action="#rujukan">
        <Hidden values={{ aksi: "tarik", referralId: one.id }} />
        <Button kind="danger-quiet">{t.withdraw}</Button>
      </Form>
    ),
    side: <StatusBadge tone={referralTones[one.status]}>{t.statuses[one.status]}</StatusBadge>,
  }));
  return (
    <Box title={t.referrals} id="rujukan">
      <ErrorSummary form={form} />
      <RecordList items={items} />
    </Box>
  );
}

/** Refers the need to one of the services that are for it. */
export function ReferBox({ of, sensitive, result }: { of: NeedReferrals; sensitive: boolean; result: Result }) {
  const t = useMessages(referralMessages);
  const form = useFormState(result, { texts: useMessages(referralRefusals) });
  if (of.choices.length === 0) {
    if (of.referrals.some(({ status }) => isOpen(status))) return null;
    return (
      <Box title={t.referTitle}>
        <p className="small muted">{t.nothingFits}</p>
      </Box>
    );
  }
  return (
    <Box title={t.referTitle} id="rujuk">
      <Form action="#rujuk">
        <ErrorSummary form={form} />
        <Hidden values={{ aksi: "rujuk" }} />
        <RadioGroup
          {...form.field("serviceId")}
          label={t.choose}
          options={of.choices.map((one) => ({
            value: one.id,
            label: t.to(t.kinds[one.kind], one.organization),
            hint: `${one.area}. ${one.hours}`,
          }))}
          required
        />
        <TextArea
          {...form.field("note")}
          label={t.note}
          hint={sensitive ? t.noteHintSensitive : t.noteHint}
          rows={4}
          maxLength={longestWords}
          required
        />
        <FormActions>
          <Button>{t.refer}</Button>
        </FormActions>
      </Form>
    </Box>
  );
}

/** Each step of each referral as a line of the need's history. */
export function useReferralSteps(referrals: readonly ReferralView[]): HistoryStep[] {
  const t = useMessages(referralMessages);
  const language = useLanguage();
  const step = (one: ReferralView, status: ReferralStatus, at: Date | null, note: string): HistoryStep[] => {
    if (at === null) return [];
    const served = status === "served" && one.people !== null && t.people(formatWhole(one.people, language));
    const meta = [one.organization, served].filter(Boolean).join(" · ");
    return [{ key: `${one.id}:${status}`, at, title: `${t.steps[status]}: ${t.kinds[one.kind]}`, meta, note }];
  };
  return referrals.flatMap((one) => [
    ...step(one, "offered", one.offeredAt, one.note),
    ...step(one, one.status === "declined" ? "declined" : "accepted", one.answeredAt, one.answer),
    ...step(one, one.status, one.reportedAt, one.outcome),
    ...step(one, "withdrawn", one.withdrawnAt, ""),
  ]);
}
