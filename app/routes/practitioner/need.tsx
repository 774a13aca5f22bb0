import { parseWithZod } from "@conform-to/zod/v4";
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button, ButtonLink } from "~/components/button";
import { RadioGroup } from "~/components/choice-field";
import { ErrorSummary } from "~/components/error-summary";
import { TextArea } from "~/components/field";
import { Form, FormActions, Hidden } from "~/components/form";
import { useFormState, useLanguage, useMessages } from "~/components/language";
import { Note } from "~/components/note";
import { Page, PageHead } from "~/components/page";
import { Box } from "~/components/panel";
import { alongside, misread, refused } from "~/features/identity/form-refusal";
import { guardedAction, guardedLoader, practitioner } from "~/features/identity/guard.server";
import { CountFields } from "~/features/needs/count-fields";
import { CoverageBar, CoverageKey } from "~/features/needs/coverage-bar";
import { mapper } from "~/features/needs/lock-need.server";
import { isOld } from "~/features/needs/need";
import { HistoryBox, ProgramsBox } from "~/features/needs/need-history";
import { needMessages, needWords } from "~/features/needs/need-messages";
import type { Need } from "~/features/needs/need-queries.server";
import { needRefusals } from "~/features/needs/need-refusals";
import { updateNeedSchema } from "~/features/needs/need.schema";
import { ownNeed } from "~/features/needs/own-need.server";
import { updateNeed } from "~/features/needs/update-need.server";
import { changeNeedReferrals, needReferrals } from "~/features/referrals/need-referrals.server";
import { ReferBox, ReferralsBox, useReferralSteps } from "~/features/referrals/need-referrals";
import { referrers } from "~/features/referrals/referral";
import { formatDay } from "~/kernel/dates";
import { newId } from "~/kernel/ids";
import { formatWhole } from "~/kernel/money";
import { today } from "~/platform/clock.server";
import { flash } from "~/platform/flash.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.need.group[data.language] ?? ""}, ${data?.need.areaLabel ?? ""} · Sinergi` },
];

export const loader = guardedLoader(practitioner(), async (c) => {
  const need = await ownNeed(c);
  const mayRecord = c.membership.element === mapper;
  return { language: c.language, formKey: newId(), today: today(), need, mayRecord, referrals: await needReferrals(c, need) };
});

export const action = guardedAction(practitioner(...referrers), async (c) => {
  const need = await ownNeed(c);
  const form = await c.form();
  const step = form.get("aksi");
  if (step === "rujuk" || step === "tarik") return changeNeedReferrals(c, need, step, form);
  const submission = parseWithZod(form, { schema: updateNeedSchema });
  if (submission.status !== "success") return alongside(misread(submission), { step: "count" as const });
  const { kunci: key, ...count } = submission.value;
  const { organizationId } = c.membership;
  const outcome = await c.attempt(updateNeed, { key, organizationId, needId: need.id, ...count });
  if (!outcome.ok) return alongside(refused(submission, outcome.refusal, c.language, needRefusals), { step: "count" as const });
  const headers = await flash(needMessages[c.language].done.updated);
  throw redirect(`/ruang/petugas/kebutuhan/${need.id}`, { status: 303, headers });
});

export default function NeedPage() {
  const { need, mayRecord, referrals, today: day } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const result = (step: "refer" | "withdraw") => (answer?.step === step ? answer.result : null);
  const steps = useReferralSteps(referrals.referrals);
  const t = useMessages(needMessages);
  const words = useMessages(needWords);
  const language = useLanguage();
  const { open, closed } = need;
  const since = t.sinceDay(formatDay(need.since, language));
  return (
    <Page>
      <PageHead
        size="small"
        crumbs={[{ href: "/ruang/petugas/kebutuhan", label: t.title }]}
        title={need.group[language]}
        meta={[need.areaLabel, need.about, since, open && words.urgency[open.urgency]].filter(Boolean).join(" · ")}
      />
      {closed && (
        <Note title={`${t.closed(formatDay(closed.at, language))}: ${words.closing[closed.closing]}`} className="mb-4">
          {closed.note}
        </Note>
      )}
      {open && isOld(open.countedAt, day) && (
        <Note tone="warn" icon="clock" className="mb-4">
          {t.oldNote}
        </Note>
      )}
      <div className="grid g21 items-start">
        <div className="stack [--gap:1.25rem]">
          {open && <CoverageBox need={open} />}
          <ReferralsBox of={referrals} result={result("withdraw")} />
          {open && mayRecord && <UpdateBox need={open} />}
          {open && referrals.mayRefer && <ReferBox of={referrals} sensitive={need.sensitive} result={result("refer")} />}
        </div>
        <div className="stack [--gap:1.25rem]">
          <ProgramsBox programs={need.programs} />
          <HistoryBox history={need.history} steps={steps} />
          {open && mayRecord && <ButtonLink to={`/ruang/petugas/kebutuhan/${need.id}/tutup`}>{t.close}</ButtonLink>}
        </div>
      </div>
    </Page>
  );
}

function CoverageBox({ need }: { need: Need }) {
  const t = useMessages(needMessages);
  const language = useLanguage();
  const n = (value: number) => formatWhole(value, language);
  return (
    <Box title={need.uncovered > 0 ? t.gap(n(need.uncovered), n(need.people)) : t.noGap}>
      <CoverageBar of={need} height={28} />
      <div className="mt-3">
        <CoverageKey />
      </div>
    </Box>
  );
}

/** The same questions as at the first count, with the reason of the change. */
function UpdateBox({ need }: { need: Need }) {
  const { formKey } = useLoaderData<typeof loader>();
  const t = useMessages(needMessages);
  const answer = useActionData<typeof action>();
  const form = useFormState(answer?.step === "count" ? answer.result : null, {
    texts: t.errors,
    defaults: { urgency: need.urgency, instead: "replace" },
  });
  return (
    <Box title={t.updateTitle} id="hitung">
      <Form kunci={formKey} action="#hitung" upload>
        <ErrorSummary form={form} />
        <Hidden values={{ seen: need.counts }} />
        <p className="small muted">{t.updateHint}</p>
        <CountFields form={form} sensitive={need.sensitive} />
        <RadioGroup
          {...form.field("instead")}
          label={t.instead}
          options={[
            { value: "replace", label: t.replaceAll },
            { value: "add", label: t.add },
          ]}
        />
        <TextArea {...form.field("reason")} label={t.reason} rows={2} maxLength={300} required />
        <FormActions>
          <Button size="large">{t.update}</Button>
        </FormActions>
      </Form>
    </Box>
  );
}
