import type { ReactNode } from "react";
import { AccountLine } from "~/components/account-line";
import { Badge } from "~/components/badge";
import { Button, ButtonLink } from "~/components/button";
import { DayText } from "~/components/day-text";
import { DescriptionList } from "~/components/description-list";
import { ActionForm, FormActions } from "~/components/form";
import { useLanguage, useMessages } from "~/components/language";
import { Money } from "~/components/money";
import { Note } from "~/components/note";
import { Aside, Box, Panel } from "~/components/panel";
import { ReferenceBox } from "~/components/reference-box";
import { SignatureBoxes, Timeline, type TimelineItem } from "~/components/timeline";
import { formatInstant } from "~/kernel/dates";
import { type Rupiah, formatRupiah, formatWhole, subtract } from "~/kernel/money";
import { spellReference } from "~/kernel/reference";
import { disbursementMessages } from "./disbursement-messages";
import type { DisbursementDetail } from "./disbursement-queries.server";

type Props = { disbursement: DisbursementDetail; escrow: Rupiah; formKey: string; may: { prepare: boolean; approve: boolean } };

/** Everything the desk needs to decide about one termin, and the step that comes next. */
export function DisbursementBody({ disbursement, escrow, formKey, may }: Props) {
  const t = useMessages(disbursementMessages);
  const language = useLanguage();
  const left = subtract(escrow, disbursement.amount);
  const pending = !["executed", "acknowledged", "rejected"].includes(disbursement.status);
  return (
    <div className="two">
      <div className="stack [--gap:1.25rem] min-w-0">
        <Box title={t.whatToTransfer} aside={t.payeeKind[disbursement.payee.kind]}>
          <AccountLine
            bank={disbursement.payee.bankName}
            number={disbursement.payee.number}
            holder={disbursement.payee.holderName}
            badge={
              <Badge tone={disbursement.payee.verifiedAt ? "ok" : "bad"}>
                {disbursement.payee.verifiedAt ? t.verifiedPayee : t.unverifiedPayee}
              </Badge>
            }
          />
          <ReferenceBox
            items={[
              { label: t.amount, value: formatRupiah(disbursement.amount, language), copy: disbursement.amount.toString() },
              { label: t.number, value: disbursement.payee.number, copy: disbursement.payee.number },
              { label: t.reference, value: spellReference(disbursement.reference), copy: disbursement.reference },
            ]}
          />
        </Box>
        <Box title={t.signatures} aside={t.twoPeople}>
          <Signatures disbursement={disbursement} />
        </Box>
        <Box title={t.history}>
          <Timeline items={historyOf(disbursement, t, (at) => formatInstant(at, language))} />
        </Box>
      </div>
      <Aside>
        <Panel>
          <p className="small muted">{t.termin_n(disbursement.trancheN, disbursement.trancheTitle)}</p>
          <p className="kpi">
            <Money amount={disbursement.amount} />
          </p>
          <DescriptionList
            items={[
              { term: t.state, value: t.status[disbursement.status] },
              { term: t.condition, value: disbursement.condition },
              ...(disbursement.requestNote ? [{ term: t.note, value: disbursement.requestNote }] : []),
              ...(pending
                ? [
                    { term: t.escrow, value: <Money amount={escrow} /> },
                    { term: t.afterwards, value: left < 0n ? `−${formatWhole(-left, language)}` : <Money amount={left} /> },
                  ]
                : []),
            ]}
          />
          <NextStep disbursement={disbursement} formKey={formKey} may={may} />
        </Panel>
      </Aside>
    </div>
  );
}

function NextStep({ disbursement, formKey, may }: Pick<Props, "disbursement" | "formKey" | "may">) {
  const t = useMessages(disbursementMessages);
  const language = useLanguage();
  const { status } = disbursement;
  const at = (step: string) => `/admin/penyaluran/${disbursement.id}/${step}`;
  const hidden = { proposalId: disbursement.proposalId };
  const reject = (
    <ButtonLink kind="danger-quiet" to={at("tolak")}>
      {t.reject}
    </ButtonLink>
  );
  const step = ((): ReactNode => {
    if ((status === "requested" || status === "returned") && may.prepare) {
      return (
        <>
          <ActionForm action={at("siapkan")} kunci={formKey} hidden={hidden}>
            <Button block>{status === "returned" ? t.prepareAgain : t.prepare}</Button>
          </ActionForm>
          {status === "requested" && reject}
        </>
      );
    }
    if (status === "prepared" && may.approve) {
      const amount = formatRupiah(disbursement.amount, language);
      return (
        <>
          <ActionForm
            action={at("setujui")}
            kunci={formKey}
            hidden={hidden}
            confirm={{ title: t.approveTitle(amount), text: t.approveText, button: t.approve(amount) }}
          >
            <Button block>{t.approve(amount)}</Button>
          </ActionForm>
          {reject}
        </>
      );
    }
    if (status === "approved" && may.prepare) {
      return (
        <ActionForm action={at("kirim")} hidden={hidden}>
          <Button block>{t.send}</Button>
        </ActionForm>
      );
    }
    if (status === "sent" && may.prepare) {
      return (
        <>
          <ButtonLink block to={at("jalankan")}>
            {t.execute}
          </ButtonLink>
          <ButtonLink kind="danger-quiet" to={at("kembalikan")}>
            {t.return}
          </ButtonLink>
        </>
      );
    }
    return ["acknowledged", "rejected", "executed"].includes(status) ? null : <Note>{t.onlyRole}</Note>;
  })();
  return <FormActions className="flex-col items-stretch mt-4">{step}</FormActions>;
}

function Signatures({ disbursement }: { disbursement: DisbursementDetail }) {
  const t = useMessages(disbursementMessages);
  const when = (at: Date | null) => (at ? <DayText value={at} form="instant" /> : t.waitingFor);
  return (
    <SignatureBoxes
      items={[
        { key: "1", action: t.signPrepare, who: t.officer1, when: when(disbursement.preparedAt), waiting: !disbursement.preparedAt },
        { key: "2", action: t.signApprove, who: t.officer2, when: when(disbursement.approvedAt), waiting: !disbursement.approvedAt },
      ]}
    />
  );
}

type Step = [key: string, title: string, at: Date | null, text?: ReactNode];

function historyOf(
  disbursement: DisbursementDetail,
  t: (typeof disbursementMessages)["id"],
  instant: (at: Date) => string,
): TimelineItem[] {
  const cameBack = disbursement.returns.some(({ returnedAt }) => returnedAt.getTime() === disbursement.returnedAt?.getTime());
  const steps: readonly Step[] = [
    ["requested", t.requestedAt, disbursement.requestedAt],
    ["prepared", t.signPrepare, disbursement.preparedAt],
    ["approved", t.signApprove, disbursement.approvedAt],
    ["sent", t.sentAt, disbursement.sentAt],
    // Before the bank carried it out: nothing had left. What came back afterwards has a row of its own.
    ["returned", t.returnedAt, cameBack ? null : disbursement.returnedAt, disbursement.returnReason],
    ...disbursement.returns.flatMap(({ reference, executedAt, bankReference, returnedAt, reason, lineId }): Step[] => [
      [`${reference}-executed`, t.executedAt, executedAt, `${spellReference(reference)}, ${bankReference}`],
      [
        `${reference}-returned`,
        t.returnedAt,
        returnedAt,
        <>
          {spellReference(reference)}: <a href={`/admin/rekonsiliasi/baris/${lineId}`}>{reason}</a>
        </>,
      ],
    ]),
    ["executed", t.executedAt, disbursement.executedAt, disbursement.bankReference],
    ["acknowledged", t.acknowledgedAt, disbursement.acknowledgedAt],
    ["rejected", t.rejectedAt, disbursement.rejectedAt, disbursement.rejectionReason],
  ];
  return steps
    .flatMap(([key, title, at, text]) => (at ? [{ key, at, title, text, state: "done" as const, side: instant(at) }] : []))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}
