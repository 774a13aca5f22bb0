import type { IconName } from "~/components/icon";
import type { PlatformRole } from "~/features/identity/actor";
import type { Language } from "~/kernel/messages";
import { formatRupiahShort } from "~/kernel/money";
import type { DeskFigures } from "./desk-figures.server";
import { deskMessages } from "./desk-messages";

/** The tables of the desk, and what came from outside: emergency appeals, concerns, alerts and unread comments of residents. */
type Waiting = DeskFigures & { appeals: number; resets: number; concerns: number; alerts: number; comments: number };

export type DeskTask = {
  key: string;
  roles: readonly PlatformRole[];
  count: number;
  to: string;
  title: string;
  note: string;
  icon: IconName;
};

/** What waits, each with the roles whose turn it is. */
export function deskTasks(figures: Waiting, language: Language): DeskTask[] {
  const t = deskMessages[language];
  const waitingReports = figures.reports + (figures.receipts > 0 && figures.reports === 0 ? figures.receipts : 0);
  const tasks: DeskTask[] = [
    {
      key: "appeals",
      roles: ["verifier", "administrator"],
      count: figures.appeals,
      to: "/admin/siaga",
      title: t.appeals(figures.appeals),
      note: t.appealsNote,
      icon: "warn",
    },
    {
      key: "concerns",
      roles: ["administrator"],
      count: figures.concerns,
      to: "/admin/laporan-warga",
      title: t.concerns(figures.concerns),
      note: t.concernsNote,
      icon: "flag",
    },
    {
      key: "resets",
      roles: ["administrator"],
      count: figures.resets,
      to: "/admin/pemulihan",
      title: t.resets(figures.resets),
      note: t.resetsNote,
      icon: "lock",
    },
    {
      key: "residents",
      roles: ["verifier", "administrator"],
      count: figures.alerts + figures.comments,
      to: "/admin/suara-warga",
      title: t.residents(figures.alerts, figures.comments),
      note: t.residentsNote,
      icon: "chat",
    },
    {
      key: "proposals",
      roles: ["verifier", "administrator"],
      count: figures.proposals,
      to: "/admin/verifikasi",
      title: t.proposals(figures.proposals),
      note: t.proposalsNote,
      icon: "shield",
    },
    {
      key: "amendments",
      roles: ["verifier", "administrator"],
      count: figures.amendments,
      to: "/admin/adendum",
      title: t.amendments(figures.amendments),
      note: t.amendmentsNote,
      icon: "doc",
    },
    {
      key: "organizations",
      roles: ["administrator"],
      count: figures.organizations,
      to: "/admin/anggota",
      title: t.organizations(figures.organizations),
      note: t.organizationsNote,
      icon: "user",
    },
    {
      key: "lines",
      roles: ["reconciler"],
      count: figures.lines,
      to: "/admin/rekonsiliasi",
      title: t.lines(figures.lines),
      note: t.linesNote(formatRupiahShort(figures.linesAmount, language)),
      icon: "bank",
    },
    {
      key: "toPrepare",
      roles: ["disburser"],
      count: figures.toPrepare,
      to: "/admin/penyaluran",
      title: t.toPrepare(figures.toPrepare),
      note: t.toPrepareNote,
      icon: "pen",
    },
    {
      key: "toApprove",
      roles: ["disbursement_approver"],
      count: figures.toApprove,
      to: "/admin/penyaluran",
      title: t.toApprove(figures.toApprove),
      note: t.toApproveNote,
      icon: "check",
    },
    {
      key: "toSend",
      roles: ["disburser"],
      count: figures.toSend,
      to: "/admin/penyaluran",
      title: t.toSend(figures.toSend),
      note: t.toSendNote,
      icon: "up",
    },
    {
      key: "reports",
      roles: ["verifier"],
      count: waitingReports,
      to: "/admin/laporan",
      title: t.reports(waitingReports),
      note: t.reportsNote(figures.receipts),
      icon: "doc",
    },
  ];
  return tasks.filter((task) => task.count > 0);
}
