import { StatusBadge, type Tone } from "~/components/badge";
import { Button } from "~/components/button";
import { RadioGroup } from "~/components/choice-field";
import { DescriptionList } from "~/components/description-list";
import { ErrorSummary } from "~/components/error-summary";
import { NumberField, TextArea } from "~/components/field";
import { Form, FormActions, Hidden } from "~/components/form";
import { useFormState, useLanguage, useMessages } from "~/components/language";
import { Page, PageHead } from "~/components/page";
import { Box } from "~/components/panel";
import { WordsBox } from "~/components/words-box";
import { formatWhole } from "~/kernel/money";
import { type ReferralStatus, longestWords, outcomes } from "./referral";
import { referralMessages, referralRefusals } from "./referral-messages";
import type { loadReferral } from "./referral-page.server";
import type { ReferralRecord } from "./referral-queries.server";

type Data = Awaited<ReturnType<typeof loadReferral>>;
type Result = Parameters<typeof useFormState>[0];

export const referralTones: { readonly [S in ReferralStatus]?: Tone } = {
  offered: "info",
  accepted: "info",
  served: "ok",
  declined: "bad",
};

/** One referral to a service: the need as far as it is shown, what was said, and the next step. */
export function ReferralPage({ data, answer }: { data: Data; answer: { step: "answer" | "report"; result?: Result } | undefined }) {
  const t = useMessages(referralMessages);
  const language = useLanguage();
  const { referral, mayWrite } = data;
  const { status } = referral;
  const result = (step: "answer" | "report") => (answer?.step === step ? answer.result : null);
  return (
    <Page>
      <PageHead
        size="small"
        crumbs={[{ href: "/ruang/lembaga/layanan", label: t.title }]}
        title={language === "id" ? referral.groupId : referral.groupEn}
        meta={referral.area}
        actions={<StatusBadge tone={referralTones[status]}>{t.statuses[status]}</StatusBadge>}
      />
      <div className="grid g21 items-start">
        <div className="stack [--gap:1.25rem]">
          <NeedBox referral={referral} />
          {status === "offered" && mayWrite && <AnswerBox result={result("answer")} />}
          {status === "accepted" && mayWrite && <ReportBox result={result("report")} />}
          {!mayWrite && <p className="hint">{t.writers}</p>}
        </div>
        <div className="stack [--gap:1.25rem]">
          <WordsBox title={t.noteSaid} text={referral.note} day={referral.offeredAt} />
          {referral.answer && <WordsBox title={t.answerSaid} text={referral.answer} day={referral.answeredAt} />}
          {referral.outcome && <WordsBox title={t.outcomeSaid} text={referral.outcome} day={referral.reportedAt} />}
        </div>
      </div>
    </Page>
  );
}

function NeedBox({ referral }: { referral: ReferralRecord }) {
  const t = useMessages(referralMessages);
  const language = useLanguage();
  const people = (n: number) => t.people(formatWhole(n, language));
  return (
    <Box title={t.referral}>
      <DescriptionList
        items={[
          { term: t.service, value: t.kinds[referral.kind] },
          { term: t.from, value: referral.practitioner },
          { term: t.place, value: referral.area },
          { term: t.counted, value: referral.counted === null ? t.few : people(referral.counted) },
          referral.about !== "" && { term: t.about, value: <span lang="id">{referral.about}</span> },
          referral.people !== null && { term: t.statuses.served, value: people(referral.people) },
        ]}
      />
      {referral.sensitive && <p className="hint mt-3">{t.regencyOnly}</p>}
    </Box>
  );
}

function AnswerBox({ result }: { result: Result }) {
  const t = useMessages(referralMessages);
  const form = useFormState(result, { texts: useMessages(referralRefusals) });
  return (
    <Box title={t.answerTitle} id="jawab">
      <Form action="#jawab">
        <ErrorSummary form={form} />
        <Hidden values={{ aksi: "jawab" }} />
        <TextArea {...form.field("answer")} label={t.answer} hint={t.answerHint} rows={4} maxLength={longestWords} />
        <FormActions>
          <Button name="jawaban" value="terima" icon="check">
            {t.accept}
          </Button>
          <Button name="jawaban" value="tolak" kind="danger-quiet">
            {t.decline}
          </Button>
        </FormActions>
      </Form>
    </Box>
  );
}

function ReportBox({ result }: { result: Result }) {
  const t = useMessages(referralMessages);
  const form = useFormState(result, { texts: useMessages(referralRefusals) });
  return (
    <Box title={t.reportTitle} id="lapor">
      <Form action="#lapor">
        <ErrorSummary form={form} />
        <Hidden values={{ aksi: "lapor" }} />
        <p className="small muted">{t.reportHint}</p>
        <RadioGroup
          {...form.field("outcome")}
          label={t.outcome}
          options={outcomes.map((value) => ({ value, label: t.statuses[value] }))}
          required
        />
        <NumberField {...form.field("people")} label={t.servedPeople} hint={t.servedHint} />
        <TextArea {...form.field("words")} label={t.words} hint={t.wordsHint} rows={4} maxLength={longestWords} required />
        <FormActions>
          <Button size="large">{t.report}</Button>
        </FormActions>
      </Form>
    </Box>
  );
}
