import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AlurDana } from "~/components/alur-dana";
import type { IconName } from "~/components/icon";
import { useLanguage, useMessages } from "~/components/language";
import { Note } from "~/components/note";
import { Page, PageHead } from "~/components/page";
import { Box } from "~/components/panel";
import { RecordList } from "~/components/record-list";
import type { PlatformRole } from "~/features/identity/actor";
import { guardedLoader, platform } from "~/features/identity/guard.server";
import { flowOfPlatform } from "~/features/ledger/ledger-queries.server";
import { deskFigures } from "~/features/reporting/desk-figures.server";
import { deskMessages } from "~/features/reporting/desk-messages";
import { TieDueNote } from "~/features/ties/tie-due-note";
import { latestDeclaration } from "~/features/ties/tie-queries.server";
import { formatRupiah, formatRupiahShort } from "~/kernel/money";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${deskMessages[data?.language ?? "id"].title} · Sinergi` }];

export const loader = guardedLoader(platform(), async (c) => {
  const figures = await deskFigures(c.db);
  return {
    language: c.language,
    roles: c.membership.roles,
    declaration: await latestDeclaration(c.db, c.actor.userId),
    figures,
    flow: await flowOfPlatform(c.db),
    counts: {
      "/admin/verifikasi": figures.proposals,
      "/admin/rekonsiliasi": figures.lines,
      "/admin/penyaluran": figures.toPrepare + figures.toApprove + figures.toSend,
      "/admin/laporan": figures.reports,
      "/admin/anggota": figures.organizations,
    },
  };
});

/** Roles that judge others, and so declare their ties. */
const judging: readonly PlatformRole[] = ["verifier", "administrator"];

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;
type Task = { key: string; roles: readonly PlatformRole[]; count: number; to: string; title: string; note: string; icon: IconName };

export default function Desk() {
  const page = useLoaderData<typeof loader>();
  const t = useMessages(deskMessages);
  const language = useLanguage();
  const tasks = useTasks(page.figures);
  const mine = tasks.filter((task) => task.roles.some((role) => page.roles.includes(role)));
  const others = tasks.filter((task) => !mine.includes(task));
  const { difference } = page.figures;
  return (
    <Page wide>
      <PageHead size="small" title={t.waiting(mine.reduce((sum, task) => sum + task.count, 0))} meta={t.title} />
      {judging.some((role) => page.roles.includes(role)) && (
        <div className="mb-5">
          <TieDueNote declaration={page.declaration} />
        </div>
      )}
      <Note tone={difference === 0n ? "ok" : "bad"} className="mb-5" title={t.proof}>
        {difference === 0n ? t.agrees : t.differs(formatRupiah(difference, language))}
      </Note>
      <div className="grid g11 items-start">
        <Box title={t.yours}>
          <TaskList tasks={mine} empty={t.nothingYours} />
        </Box>
        {others.length > 0 && (
          <Box title={t.others}>
            <TaskList tasks={others} empty="" look />
          </Box>
        )}
      </div>
      <Box title={t.flow} className="mt-5">
        <AlurDana flow={page.flow} />
      </Box>
    </Page>
  );
}

/** What others have to do is said without a way in: their tables are closed to this role. */
function TaskList({ tasks, empty, look = false }: { tasks: readonly Task[]; empty: string; look?: boolean }) {
  if (tasks.length === 0) return <p className="muted">{empty}</p>;
  return <RecordList items={tasks.map(({ key, to, title, note, icon }) => ({ key, ...(look ? {} : { to }), title, meta: note, icon }))} />;
}

/** What waits, each with the roles whose turn it is. */
function useTasks(figures: Loaded["figures"]): Task[] {
  const t = useMessages(deskMessages);
  const language = useLanguage();
  const waitingReports = figures.reports + (figures.receipts > 0 && figures.reports === 0 ? figures.receipts : 0);
  const tasks: Task[] = [
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
