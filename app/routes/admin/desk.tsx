import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AlurDana } from "~/components/alur-dana";
import { useLanguage, useMessages } from "~/components/language";
import { Note } from "~/components/note";
import { Page, PageHead } from "~/components/page";
import { Box } from "~/components/panel";
import { RecordList } from "~/components/record-list";
import { waitingAppeals } from "~/features/appeals/appeal-queries.server";
import { deskConcerns } from "~/features/concerns/concern-queries.server";
import { type PlatformRole, isPlatform } from "~/features/identity/actor";
import { type Context, guardedLoader, platform } from "~/features/identity/guard.server";
import { flowOfPlatform } from "~/features/ledger/ledger-queries.server";
import { deskFigures } from "~/features/reporting/desk-figures.server";
import { type DeskTask, deskTasks } from "~/features/reporting/desk-tasks";
import { deskMessages } from "~/features/reporting/desk-messages";
import { openFactorResets } from "~/features/identity/second-factor/factor-reset-queries.server";
import { moderatingRoles } from "~/features/residents/moderate-answer.server";
import { deskAnswers } from "~/features/residents/resident-queries.server";
import { TieDueNote } from "~/features/ties/tie-due-note";
import { latestDeclaration } from "~/features/ties/tie-queries.server";
import { formatRupiah } from "~/kernel/money";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${deskMessages[data?.language ?? "id"].title} · Sinergi` }];

const desk = platform();

export const loader = guardedLoader(desk, async (c) => {
  const figures = await deskFigures(c.db);
  const voices = await waitingVoices(c);
  return {
    language: c.language,
    roles: c.membership.roles,
    declaration: await latestDeclaration(c.db, c.actor.userId),
    figures,
    voices,
    flow: await flowOfPlatform(c.db),
    counts: {
      "/admin/verifikasi": figures.proposals,
      "/admin/adendum": figures.amendments,
      "/admin/rekonsiliasi": figures.lines,
      "/admin/penyaluran": figures.toPrepare + figures.toApprove + figures.toSend,
      "/admin/laporan": figures.reports,
      "/admin/anggota": figures.organizations,
      "/admin/siaga": voices.appeals,
      "/admin/laporan-warga": voices.concerns,
      "/admin/suara-warga": voices.alerts + voices.comments,
    },
  };
});

/**
 * Appeals, concerns and answers of residents that wait. Concerns and answers are counted only for those who may act on them, and without the
 * cases that a tie hides: who is accused must not learn that there is one.
 */
async function waitingVoices({ db, actor }: Context<typeof desk>) {
  const [appeals, concerns, resets, residents] = await Promise.all([
    waitingAppeals(db),
    isPlatform(actor, "administrator") ? deskConcerns(db, actor) : undefined,
    isPlatform(actor, "administrator") ? openFactorResets(db) : [],
    isPlatform(actor, ...moderatingRoles) ? deskAnswers(db) : undefined,
  ]);
  return {
    appeals: appeals.length,
    resets: resets.length,
    concerns: concerns?.open.length ?? 0,
    alerts: residents?.alerts.length ?? 0,
    comments: residents?.unread.length ?? 0,
  };
}

/** Roles that judge others, and so declare their ties. */
const judging: readonly PlatformRole[] = ["verifier", "administrator"];

export default function Desk() {
  const page = useLoaderData<typeof loader>();
  const t = useMessages(deskMessages);
  const language = useLanguage();
  const tasks = deskTasks({ ...page.figures, ...page.voices }, language);
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
function TaskList({ tasks, empty, look = false }: { tasks: readonly DeskTask[]; empty: string; look?: boolean }) {
  if (tasks.length === 0) return <p className="muted">{empty}</p>;
  return <RecordList items={tasks.map(({ key, to, title, note, icon }) => ({ key, ...(look ? {} : { to }), title, meta: note, icon }))} />;
}
