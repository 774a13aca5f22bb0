import { Icon, type IconName } from "~/components/icon";
import { useLanguage, useMessages } from "~/components/language";
import { Table } from "~/components/table";
import { type CheckKind, type CheckResult, checkKinds } from "~/features/proposals/proposal";
import { proposalMessages } from "~/features/proposals/proposal-messages";
import { formatDay } from "~/kernel/dates";
import { verificationMessages } from "./verification-messages";
import type { VerificationView } from "./verification-queries.server";

const looks: Readonly<Record<CheckResult, { tone: "y" | "m" | "w"; icon: IconName }>> = {
  match: { tone: "y", icon: "check" },
  differs: { tone: "m", icon: "warn" },
  not_checkable: { tone: "w", icon: "info" },
};

/** Shown from the start, also before anybody has looked; the others once they were asked for. */
const usualChecks: readonly CheckKind[] = ["legality", "field_visit", "need", "budget"];

type Row = { kind: CheckKind; check: VerificationView["checks"][number] | undefined };

/** What was checked, with which result, by which role, and until when it holds; also what was not checked yet. */
export function CheckSheet({ checks, missing }: Pick<VerificationView, "checks" | "missing">) {
  const t = useMessages(verificationMessages).sheet;
  const words = useMessages(proposalMessages);
  const language = useLanguage();
  const rows: Row[] = checkKinds
    .map((kind) => ({ kind, check: checks.find((check) => check.kind === kind) }))
    .filter(({ kind, check }) => check !== undefined || missing.includes(kind) || usualChecks.includes(kind));
  return (
    <Table
      className="vs"
      caption={t.caption}
      rows={rows}
      rowKey={(row) => row.kind}
      columns={[
        {
          head: t.what,
          cell: ({ kind, check }) => (
            <>
              {words.check[kind]}
              {check && <small>{check.finding}</small>}
              {check && check.photos > 0 && <small className="muted">{t.photos(check.photos)}</small>}
            </>
          ),
        },
        { head: t.result, className: "nowrap", cell: ({ check }) => <Result result={check?.result} /> },
        {
          head: t.by,
          cell: ({ check }) =>
            check ? (
              <>
                {check.roleLabel}
                <small>{formatDay(check.checkedOn, language)}</small>
              </>
            ) : (
              "–"
            ),
        },
        {
          head: t.until,
          className: "n",
          cell: ({ check }) => (check ? (check.validUntil ? formatDay(check.validUntil, language) : t.untilReplaced) : "–"),
        },
      ]}
    />
  );
}

function Result({ result }: { result: CheckResult | undefined }) {
  const t = useMessages(verificationMessages).sheet;
  const words = useMessages(proposalMessages);
  if (!result) {
    return (
      <span className="w">
        <Icon name="clock" />
        {t.none}
      </span>
    );
  }
  return (
    <span className={looks[result].tone}>
      <Icon name={looks[result].icon} />
      {words.result[result]}
    </span>
  );
}
