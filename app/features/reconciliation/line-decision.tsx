import { Button, ButtonLink } from "~/components/button";
import { Form, Hidden } from "~/components/form";
import { useLanguage, useMessages } from "~/components/language";
import { Money } from "~/components/money";
import { EmergencyMark } from "~/components/program-name";
import { formatDay } from "~/kernel/dates";
import { formatRupiah } from "~/kernel/money";
import { spellReference } from "~/kernel/reference";
import { reconciliationMessages } from "./reconciliation-messages";
import { PayoutCard } from "./payout-card";
import { SuggestionCard } from "./suggestion-card";
import { Score, Why } from "./why";
import type { Decision } from "./workbench-queries.server";

/** Everything that may be done about one open line: suggestions with their reasons, or none of them. */
export function LineDecision({ decision, mayDecide, nextId }: { decision: Decision; mayDecide: boolean; nextId?: string | null }) {
  const [best, ...others] = decision.suggestions;
  const { returnFirst, payoutFirst } = decision;
  const good = best !== undefined || decision.payouts.length > 0;
  const paid = best && <SuggestionCard suggestion={best} decision={decision} best={!returnFirst && !payoutFirst} mayDecide={mayDecide} />;
  const payouts = decision.payouts.map((one, index) => (
    <PayoutCard one={one} line={decision.line} best={payoutFirst && index === 0} mayDecide={mayDecide} key={one.payout.payoutId} />
  ));
  const transfers = decision.disbursements.length + decision.returns.length;
  return (
    <>
      {payoutFirst && payouts}
      {!returnFirst && paid}
      {decision.returns.map((one, index) => (
        <TransferCard
          one={one}
          way="returned"
          lineId={decision.line.id}
          best={returnFirst && !payoutFirst && index === 0}
          mayDecide={mayDecide}
          key={one.disbursement.reference}
        />
      ))}
      {returnFirst && paid}
      {!payoutFirst && payouts}
      {decision.disbursements.map((one, index) => (
        <TransferCard
          one={one}
          way="left"
          lineId={decision.line.id}
          best={index === 0}
          mayDecide={mayDecide}
          key={one.disbursement.reference}
        />
      ))}
      {decision.likelyIgnore && transfers === 0 && !good && <LikelyIgnore decision={decision} mayDecide={mayDecide} />}
      {!good && transfers === 0 && !decision.likelyIgnore && <NoSuggestion direction={decision.line.direction} />}
      <div className={others.length > 0 ? "grid g11 gap-3.5" : undefined}>
        {others.map((suggestion) => (
          <SuggestionCard suggestion={suggestion} decision={decision} mayDecide={mayDecide} key={suggestion.key} />
        ))}
        {mayDecide && <Neither decision={decision} any={good || transfers > 0} nextId={nextId ?? null} />}
      </div>
    </>
  );
}

export function LineHead({ decision: { line } }: { decision: Decision }) {
  const t = useMessages(reconciliationMessages);
  const language = useLanguage();
  return (
    <div className="box flex flex-wrap [gap:.5rem_2rem] justify-between items-center py-4">
      <div className="min-w-0">
        <p className="xs muted n">
          <a href={`/admin/rekonsiliasi/baris/${line.id}`}>{t.line(formatDay(line.bookedOn, language), line.sequenceOfDay)}</a>
        </p>
        <p className="mono wrap-anywhere">{line.description}</p>
        {line.left < line.amount && <p className="xs muted">{t.left(formatRupiah(line.left, language))}</p>}
      </div>
      <p className="kpi">
        {line.direction === "in" ? "+" : "−"}
        <Money amount={line.amount} />
      </p>
    </div>
  );
}

/** A transfer of ours that the line may be: how it left, or how it came back. */
function TransferCard({
  one,
  way,
  lineId,
  best,
  mayDecide,
}: {
  one: Decision["disbursements"][number] | Decision["returns"][number];
  way: "left" | "returned";
  lineId: string;
  best: boolean;
  mayDecide: boolean;
}) {
  const t = useMessages(reconciliationMessages);
  const language = useLanguage();
  const { disbursement } = one;
  const back = way === "returned";
  return (
    <article className={best ? "sg best" : "sg"}>
      <div className="row justify-between">
        <h2 className="[font-size:var(--text-base)]">
          {back ? t.returnTitle(disbursement.communityName) : t.disbursementTitle(disbursement.communityName)}
        </h2>
        <Score score={one.score} />
      </div>
      <p className="small muted mt-1">
        <EmergencyMark urgent={disbursement.urgent} /> <span className="n">{spellReference(disbursement.reference)}</span>{" "}
        {formatRupiah(disbursement.amount, language)}, {disbursement.programTitle},{" "}
        {t.executed(formatDay(disbursement.executedOn, language))}
      </p>
      {back && <p className="small muted mt-1">{t.returnText}</p>}
      <Why reasons={one.reasons} />
      {mayDecide && (
        <Form action={`/admin/rekonsiliasi/baris/${lineId}/${back ? "retur" : "penyaluran"}`} kunci={one.formKey} className="row mt-4">
          <Hidden values={{ program: disbursement.proposalId, penyaluran: disbursement.disbursementId, kode: disbursement.reference }} />
          <Button kind={best ? "action" : "outline"} shortcut={best ? "↵" : undefined}>
            {back ? t.matchReturn : t.matchDisbursement}
          </Button>
        </Form>
      )}
    </article>
  );
}

function LikelyIgnore({ decision, mayDecide }: { decision: Decision; mayDecide: boolean }) {
  const t = useMessages(reconciliationMessages);
  const reason = decision.likelyIgnore ?? "other";
  return (
    <article className="sg best">
      <h2 className="[font-size:var(--text-base)]">{t.likelyIgnore(t.ignoreReason[reason])}</h2>
      <p className="small muted mt-1">{t.likelyIgnoreText}</p>
      {mayDecide && (
        <Form action={`/admin/rekonsiliasi/baris/${decision.line.id}/abaikan`} kunci={decision.ignoreKey} className="row mt-4">
          <Hidden values={{ alasan: reason }} />
          <Button shortcut="↵">{t.ignoreNow}</Button>
        </Form>
      )}
    </article>
  );
}

function NoSuggestion({ direction }: { direction: "in" | "out" }) {
  const t = useMessages(reconciliationMessages);
  return (
    <article className="sg">
      <h2 className="[font-size:var(--text-base)]">{t.noneTitle}</h2>
      <p className="small muted mt-1">{direction === "in" ? t.noneText : t.noneOut}</p>
    </article>
  );
}

function Neither({ decision: { line }, any, nextId }: { decision: Decision; any: boolean; nextId: string | null }) {
  const t = useMessages(reconciliationMessages);
  return (
    <article className="sg">
      <h2 className="[font-size:var(--text-base)]">{any ? t.neither : t.otherwise}</h2>
      <p className="small muted [margin:.25rem_0_.75rem]">{t.neitherText}</p>
      <div className="row">
        {line.direction === "in" && (
          <ButtonLink to={`/admin/rekonsiliasi/baris/${line.id}/cocokkan`} shortcut="/">
            {t.searchPledge}
          </ButtonLink>
        )}
        <ButtonLink to={`/admin/rekonsiliasi/baris/${line.id}/abaikan`} shortcut="A">
          {t.ignore}
        </ButtonLink>
        {nextId && nextId !== line.id && (
          <ButtonLink kind="quiet" to={`/admin/rekonsiliasi?baris=${nextId}`} shortcut="T">
            {t.next}
          </ButtonLink>
        )}
      </div>
    </article>
  );
}
