import { StatusBadge } from "~/components/badge";
import { Button, ButtonLink } from "~/components/button";
import { CheckboxGroup, RadioGroup } from "~/components/choice-field";
import { DayText } from "~/components/day-text";
import { ErrorSummary } from "~/components/error-summary";
import { SelectField, TextField } from "~/components/field";
import { ActionForm, Form, FormActions, Hidden } from "~/components/form";
import { useFormState, useLanguage, useMessages } from "~/components/language";
import { Note } from "~/components/note";
import { Page, PageHead } from "~/components/page";
import { Box } from "~/components/panel";
import { RecordList } from "~/components/record-list";
import { isOpen, longestHours, serviceKinds } from "./referral";
import { referralMessages, referralRefusals } from "./referral-messages";
import { referralTones } from "./referral-page";
import type { ReferralView } from "./referral-queries.server";
import type { ServiceView } from "./service-queries.server";
import type { loadServices } from "./services-page.server";

type Data = Awaited<ReturnType<typeof loadServices>>;
type Result = Parameters<typeof useFormState>[0];

/** An LK3's or LKS's services, what was referred to them, and the form of a new one. */
export function ServicesPage({ data, result }: { data: Data; result: Result }) {
  const t = useMessages(referralMessages);
  const { referrals, services, inForce, mayWrite } = data;
  const [open, past] = [referrals.filter(({ status }) => isOpen(status)), referrals.filter(({ status }) => !isOpen(status))];
  const waiting = open.filter(({ status }) => status === "offered").length;
  return (
    <Page>
      <PageHead title={t.heading(waiting, services.filter(({ closedAt }) => closedAt === null).length)} lead={t.lead} />
      <div className="stack [--gap:1.25rem]">
        {!inForce && (
          <Note tone="warn" title={t.notInForce} actions={<ButtonLink to="/ruang/lembaga/legalitas">{t.toStanding}</ButtonLink>}>
            {t.notInForceText}
          </Note>
        )}
        <ReferralsBox title={t.incoming} referrals={open} />
        <ServicesBox services={services} mayWrite={mayWrite} />
        {mayWrite ? inForce && <AddBox data={data} result={result} /> : <p className="hint">{t.writers}</p>}
        {past.length > 0 && <ReferralsBox title={t.past} referrals={past} />}
      </div>
    </Page>
  );
}

function ReferralsBox({ title, referrals }: { title: string; referrals: readonly ReferralView[] }) {
  const t = useMessages(referralMessages);
  const language = useLanguage();
  const items = referrals.map((one) => ({
    key: one.id,
    to: `/ruang/lembaga/layanan/rujukan/${one.id}`,
    title: language === "id" ? one.groupId : one.groupEn,
    meta: (
      <>
        {one.area} · <DayText value={one.offeredAt} /> · {t.kinds[one.kind]}
      </>
    ),
    side: <StatusBadge tone={referralTones[one.status]}>{t.statuses[one.status]}</StatusBadge>,
  }));
  return (
    <Box title={title}>
      <RecordList items={items} empty={<p className="muted">{t.noIncoming}</p>} />
    </Box>
  );
}

function ServicesBox({ services, mayWrite }: { services: readonly ServiceView[]; mayWrite: boolean }) {
  const t = useMessages(referralMessages);
  const language = useLanguage();
  const items = services.map((service) => ({
    key: service.id,
    title: t.kinds[service.kind],
    meta: `${service.area} · ${service.groups.map((group) => group[language]).join(", ")}`,
    note: (
      <>
        <span lang="id">{service.hours}</span>
        {mayWrite && service.closedAt === null && (
          <details className="mt-2">
            <summary>{t.close}</summary>
            <p className="hint mb-2">{t.closeHint}</p>
            <ActionForm hidden={{ aksi: "tutup", serviceId: service.id }}>
              <Button kind="danger-quiet">
                {t.close}: {t.kinds[service.kind]}
              </Button>
            </ActionForm>
          </details>
        )}
      </>
    ),
    side: <StatusBadge tone={service.closedAt === null ? "ok" : undefined}>{service.closedAt === null ? t.open : t.closed}</StatusBadge>,
  }));
  return (
    <Box title={t.services}>
      <RecordList items={items} empty={<p className="muted">{t.noServices}</p>} />
    </Box>
  );
}

function AddBox({ data, result }: { data: Data; result: Result }) {
  const t = useMessages(referralMessages);
  const language = useLanguage();
  const form = useFormState(result, { texts: useMessages(referralRefusals) });
  return (
    <Box title={t.add} id="buka">
      <Form action="#buka">
        <ErrorSummary form={form} />
        <Hidden values={{ aksi: "buka" }} />
        <RadioGroup
          {...form.field("kind")}
          label={t.kind}
          options={serviceKinds.map((value) => ({ value, label: t.kinds[value] }))}
          required
        />
        <SelectField
          {...form.field("areaCode")}
          label={t.area}
          hint={t.areaHint}
          options={data.areas.map(({ code, label }) => ({ value: code, label }))}
          required
        />
        <CheckboxGroup
          {...form.field("groups")}
          defaultValue={form.list("groups")}
          look="columns"
          label={t.groups}
          options={data.groups.map((group) => ({ value: group.code, label: group[language] }))}
        />
        <TextField {...form.field("hours")} label={t.hours} hint={t.hoursHint} maxLength={longestHours} required />
        <FormActions>
          <Button size="large">{t.save}</Button>
        </FormActions>
      </Form>
    </Box>
  );
}
