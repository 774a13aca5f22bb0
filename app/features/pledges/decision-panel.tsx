import { Badge } from "~/components/badge";
import { Button } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { SelectField, TextArea } from "~/components/field";
import { Form } from "~/components/form";
import type { FormState } from "~/components/form-state";
import { useLanguage, useMessages } from "~/components/language";
import { Money } from "~/components/money";
import { Note } from "~/components/note";
import { Aside, Panel } from "~/components/panel";
import { Timeline } from "~/components/timeline";
import { formatDay, formatDayShort } from "~/kernel/dates";
import { formatRupiah } from "~/kernel/money";
import { refusalReasons } from "./pledge";
import { pledgeMessages } from "./pledge-messages";
import type { PledgeDetail } from "./pledge-queries.server";
import { approvalMessages } from "./approval-messages";

type DecisionPanelProps = {
  pledge: PledgeDetail;
  /** Whether this member may decide; the page is for reading otherwise. */
  mayDecide: boolean;
  isDrafter: boolean;
  kunci: string;
  /** Why the approval was refused, beside its button. */
  refusal: string | undefined;
  form: FormState;
};

/** The decision, always in view: two people, one amount, yes or no with a reason. */
export function DecisionPanel({ pledge, mayDecide, isDrafter, kunci, refusal, form }: DecisionPanelProps) {
  const t = useMessages(approvalMessages).one;
  const reasons = useMessages(pledgeMessages).refusalReason;
  const language = useLanguage();
  const amount = formatRupiah(pledge.pledged, language);
  return (
    <Aside>
      <div id="putus">
        <Panel>
          <p className="small muted">{t.decision}</p>
          <p className="kpi">
            <Money amount={pledge.pledged} />
          </p>
          <div className="my-4">
            <Timeline
              items={[
                {
                  key: "drafter",
                  state: "done",
                  title: `${t.drafter}: ${pledge.drafter.name}`,
                  side: pledge.submittedAt ? <Badge tone="ok">{formatDayShort(pledge.submittedAt, language)}</Badge> : undefined,
                  text: isDrafter ? t.isYou : t.notYou,
                },
                {
                  key: "approver",
                  state: "now",
                  title: t.approver,
                  side: <Badge tone="info">{mayDecide ? t.you : t.someone}</Badge>,
                  text: pledge.expiresOn ? t.validUntil(formatDay(pledge.expiresOn, language)) : undefined,
                },
                { key: "recorded", state: "todo", title: t.recorded, text: t.recordedText },
              ]}
            />
          </div>
          {mayDecide ? (
            <>
              {refusal && (
                <Note tone="bad" role="alert" className="mb-3">
                  {refusal}
                </Note>
              )}
              <Form kunci={kunci} className="mt-3">
                <Button size="large" block name="putusan" value="setujui">
                  {t.approve(amount)}
                </Button>
              </Form>
              <details className="mt-3" open>
                <summary className="small min-h-[44px] flex items-center cursor-pointer">
                  <b>{t.disagree}</b>
                </summary>
                <Form>
                  <ErrorSummary form={form} />
                  <SelectField
                    {...form.field("alasan")}
                    label={t.reason}
                    options={refusalReasons.map((value) => ({ value, label: reasons[value] }))}
                  />
                  <TextArea {...form.field("catatan")} label={t.note} optional rows={3} />
                  <Button kind="danger-quiet" block name="putusan" value="tolak">
                    {t.refuse}
                  </Button>
                </Form>
              </details>
              <p className="hint">{t.noMoney}</p>
            </>
          ) : (
            <p className="small muted">{isDrafter ? t.isYou : t.cannot}</p>
          )}
        </Panel>
      </div>
    </Aside>
  );
}
