import type { ReactNode } from "react";
import { ButtonLink } from "~/components/button";
import { useLanguage, useMessages } from "~/components/language";
import { TerminList } from "~/components/timeline";
import { formatDay } from "~/kernel/dates";
import type { Language } from "~/kernel/messages";
import { formatRupiah, formatShare } from "~/kernel/money";
import { communityMoneyMessages } from "./community-messages";
import type { CommunityProgram, TerminPapers, TerminRejection } from "./community-queries.server";
import { levelOfTermin } from "./termin-conditions";
import type { Termin } from "./termin-queries.server";

type Papers = { papers?: readonly TerminPapers[]; rejections?: readonly TerminRejection[] };

/** A program's termin, each with what has become of it and what may be done about it. */
export function TerminPlan({
  program,
  papers = [],
  rejections = [],
  mayDecide,
}: Papers & { program: CommunityProgram; mayDecide: boolean }) {
  const t = useMessages(communityMoneyMessages);
  const language = useLanguage();
  return (
    <TerminList
      items={program.termins.map((termin) => {
        const paper = papers.find((one) => one.trancheN === termin.n);
        const rejection = termin.disbursement ? undefined : rejections.find((one) => one.trancheN === termin.n);
        return {
          key: String(termin.n),
          level: levelOfTermin(termin),
          title: t.termin(termin.n, termin.title),
          amount: termin.amount,
          todo: !termin.disbursement,
          text: (
            <>
              {stateText(termin, paper, language)}
              {rejection && ` ${t.rejected(formatDay(rejection.on, language), rejection.reason)}`}
              {termin.disbursement?.status === "acknowledged" && ` ${proofText(termin, language)}`}
            </>
          ),
          actions: actionsOf(program, termin, { mayDecide, language }),
        };
      })}
    />
  );
}

function stateText(termin: Termin, paper: TerminPapers | undefined, language: Language): string {
  const t = communityMoneyMessages[language];
  const status = termin.disbursement?.status;
  switch (status) {
    case undefined:
    case "rejected":
      return [t.state.waiting, termin.plannedOn && t.planned(formatDay(termin.plannedOn, language))].filter(Boolean).join(" ");
    case "requested":
      return t.state.requested(paper ? formatDay(paper.requestedAt, language) : "");
    case "executed":
      return t.state.executed(termin.executedOn ? formatDay(termin.executedOn, language) : "");
    case "acknowledged":
      return t.state.acknowledged(termin.acknowledgedAt ? formatDay(termin.acknowledgedAt, language) : "", paper?.kuitansi ?? "");
    default:
      return t.state[status];
  }
}

function proofText({ approved, waiting, amount }: Termin, language: Language): string {
  const t = communityMoneyMessages[language];
  const proven = t.proof(formatRupiah(approved, language), formatRupiah(amount, language), formatShare(approved, amount, language));
  return waiting > 0n ? `${proven} ${t.proofWaiting(formatRupiah(waiting, language))}` : proven;
}

function actionsOf(
  { slug, next }: CommunityProgram,
  termin: Termin,
  { mayDecide, language }: { mayDecide: boolean; language: Language },
): ReactNode {
  const t = communityMoneyMessages[language];
  const base = `/ruang/lembaga/program/${slug}`;
  const status = termin.disbursement?.status;
  if (status === "acknowledged") {
    return (
      <ButtonLink kind="outline" to={`${base}/laporan/${termin.n}`}>
        {t.report(termin.n)}
      </ButtonLink>
    );
  }
  if (status === "executed" && mayDecide) return <ButtonLink to={`${base}/akui/${termin.n}`}>{t.acknowledge}</ButtonLink>;
  if (next?.n === termin.n && !next.obstacle && mayDecide) return <ButtonLink to={`${base}/minta`}>{t.request(termin.n)}</ButtonLink>;
  return undefined;
}
