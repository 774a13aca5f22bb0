import type { Language } from "~/kernel/messages";
import { formatRupiah } from "~/kernel/money";
import { communityMoneyMessages } from "./community-messages";
import type { CommunityProgram } from "./community-queries.server";
import type { Termin } from "./termin-queries.server";

export type CommunityTodo = { key: string; title: string; note: string; to: string; action: string; urgent?: boolean };
type StandingTodo = "draft" | "submitted" | "revision_requested" | "approved" | "rejected" | "expiring" | "expired";

export type TodoSources = {
  standing: StandingTodo;
  /** Proposals that were sent back. */
  sentBack: readonly { id: string; title: string; requests: number }[];
  programs: readonly CommunityProgram[];
};

/** What an organisation has to do, what holds money up first. */
export function communityTodos({ standing, sentBack, programs }: TodoSources, language: Language): CommunityTodo[] {
  const t = communityMoneyMessages[language];
  const money = programs.flatMap((program) => [
    ...acknowledgements(program, language),
    ...reports(program, language),
    ...requests(program, language),
  ]);
  const proposals = sentBack.map((proposal) => ({
    key: proposal.id,
    title: t.sentBack(proposal.title),
    note: t.sentBackNote(proposal.requests),
    to: `/ruang/lembaga/usulan/${proposal.id}/kirim`,
    action: t.mend,
  }));
  return [...money, ...proposals, ...standingTodo(standing, language)];
}

function standingTodo(standing: StandingTodo, language: Language): CommunityTodo[] {
  // What is being checked is nobody's task here; the page says it in a note.
  if (standing === "approved" || standing === "submitted") return [];
  const t = communityMoneyMessages[language];
  const { title, note } = t.standing[standing];
  return [{ key: "standing", title, note, to: "/ruang/lembaga/legalitas", action: standing === "draft" ? t.complete : t.look }];
}

function acknowledgements({ slug, title, termins }: CommunityProgram, language: Language): CommunityTodo[] {
  const t = communityMoneyMessages[language];
  return termins
    .filter((termin) => termin.disbursement?.status === "executed")
    .map((termin) => ({
      key: `${slug}-akui-${termin.n}`,
      title: t.acknowledgeTodo(termin.n, formatRupiah(termin.amount, language)),
      note: t.acknowledgeNote(title),
      to: `/ruang/lembaga/program/${slug}/akui/${termin.n}`,
      action: t.acknowledge,
      urgent: true,
    }));
}

function requests({ slug, title, next }: CommunityProgram, language: Language): CommunityTodo[] {
  const t = communityMoneyMessages[language];
  if (!next || next.obstacle) return [];
  return [
    {
      key: `${slug}-minta-${next.n}`,
      title: t.requestTodo(next.n, formatRupiah(next.amount, language)),
      note: t.requestNote(title),
      to: `/ruang/lembaga/program/${slug}/minta`,
      action: t.request(next.n),
    },
  ];
}

function reports({ slug, title, termins, rejectedReceipts }: CommunityProgram, language: Language): CommunityTodo[] {
  const t = communityMoneyMessages[language];
  const address = (n: number): string => `/ruang/lembaga/program/${slug}/laporan/${n}`;
  const proof = ({ approved, amount }: Termin): string =>
    t.reportNote(title, formatRupiah(approved, language), formatRupiah(amount, language));
  const due = termins.filter(isReportOpen).map((termin) => ({
    key: `${slug}-laporan-${termin.n}`,
    title: termin.report?.status === "revision_requested" ? t.returnedTodo(termin.n) : t.reportTodo(termin.n),
    note: proof(termin),
    to: address(termin.n),
    action: termin.report?.status === "revision_requested" ? t.mend : termin.report ? t.continueReport : t.writeReport,
  }));
  const rejected = rejectedReceipts.map(({ trancheN, count }) => ({
    key: `${slug}-nota-${trancheN}`,
    title: t.rejectedTodo(count, trancheN),
    note: t.rejectedNote(title),
    to: `${address(trancheN)}#nota`,
    action: t.look,
  }));
  return [...due, ...rejected];
}

/** Whether the community has this termin's money and hasn't sent its report. */
function isReportOpen({ disbursement, report }: Pick<Termin, "disbursement" | "report">): boolean {
  return disbursement?.status === "acknowledged" && (!report || report.status === "draft" || report.status === "revision_requested");
}
