import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AlurDana } from "~/components/alur-dana";
import { StatusBadge } from "~/components/badge";
import { ButtonLink } from "~/components/button";
import { DocumentList } from "~/components/document-list";
import { useLanguage, useMessages } from "~/components/language";
import { Note } from "~/components/note";
import { Page, PageHead } from "~/components/page";
import { Box } from "~/components/panel";
import { ProgramName } from "~/components/program-name";
import { RecordList } from "~/components/record-list";
import { Step, StepPaper } from "~/components/steps";
import { appealMessages } from "~/features/appeals/appeal-messages";
import { communityMoneyMessages } from "~/features/disbursements/community-messages";
import { programsOfCommunity, standingUntil, terminPapers } from "~/features/disbursements/community-queries.server";
import { communityTodos } from "~/features/disbursements/community-todos";
import { treasuryRoles } from "~/features/disbursements/disbursement";
import { TerminConditions } from "~/features/disbursements/termin-conditions-box";
import { TerminPlan } from "~/features/disbursements/termin-plan";
import { GuidanceBox } from "~/features/guidance/guidance-list";
import { guidanceFor } from "~/features/guidance/guidance-queries.server";
import { holds } from "~/features/identity/actor";
import { community, guardedLoader } from "~/features/identity/guard.server";
import { flowOfOrganization } from "~/features/ledger/ledger-queries.server";
import { standingView } from "~/features/organizations/standing";
import { writerRoles } from "~/features/proposals/proposal";
import { listProposals } from "~/features/proposals/proposal-list.server";
import { proposalMessages } from "~/features/proposals/proposal-messages";
import { blockedBy } from "~/features/organizations/blocked.server";
import { BlockedNotes } from "~/features/organizations/blocked-notes";
import { formatRupiah } from "~/kernel/money";
import { today } from "~/platform/clock.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.metaTitle ?? ""} · Sinergi` }];

export const loader = guardedLoader(community(), async (c) => {
  const { organizationId, standing, element } = c.membership;
  const groups = await listProposals(c.db, organizationId);
  const programs = [];
  for (const program of await programsOfCommunity(c.db, organizationId))
    programs.push({ ...program, papers: await terminPapers(c.db, program.id) });
  const view = standingView({ standing, standing_valid_until: await standingUntil(c.db, organizationId) }, today());
  const sentBack = groups.yours.filter((proposal) => proposal.status === "revision_requested");
  return {
    metaTitle: communityMoneyMessages[c.language].metaTitle,
    standing: view,
    isTagana: element === "disaster_cadet",
    blocked: await blockedBy(c.db, organizationId),
    todos: communityTodos({ standing: view, sentBack, programs }, c.language),
    programs,
    proposals: [...groups.yours, ...groups.desk].slice(0, 5),
    isNew: programs.length === 0 && groups.yours.length === 0 && groups.desk.length === 0,
    guidance: await guidanceFor(c.db, organizationId),
    flow: await flowOfOrganization(c.db, organizationId),
    mayDecide: holds(c.membership, treasuryRoles),
    mayWrite: holds(c.membership, writerRoles),
    counts: { "/ruang/lembaga/usulan": groups.yours.length },
  };
});

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

export default function CommunityDashboard() {
  const page = useLoaderData<typeof loader>();
  const t = useMessages(communityMoneyMessages);
  const language = useLanguage();
  const { flow, programs, todos } = page;
  const appeals = useMessages(appealMessages);
  const start = page.mayWrite && (
    <>
      {page.isTagana && (
        <ButtonLink kind="action" to="/ruang/lembaga/darurat">
          {appeals.title}
        </ButtonLink>
      )}
      <ButtonLink to="/ruang/lembaga/usulan/baru" icon="plus">
        {t.newProposal}
      </ButtonLink>
    </>
  );
  if (page.isNew) return <StartGuide standing={page.standing} guidance={page.guidance} />;
  const [open] = programs.filter((program) => program.next && program.next.obstacle?.code !== "program_not_open");
  return (
    <Page>
      <PageHead
        title={t.titleTodo(todos.length)}
        lead={flow.received > 0n ? t.lead(formatRupiah(flow.received, language), formatRupiah(flow.accounted, language)) : t.noMoney}
        actions={start}
      />
      <BlockedNotes blocked={page.blocked} />
      <StandingNote standing={page.standing} />
      <div className="grid g21">
        <div className="stack [--gap:1.25rem] min-w-0">
          <Todos todos={todos} />
          {programs.length > 1 && flow.target > 0n && (
            <Box title={t.allPrograms}>
              <AlurDana flow={flow} height={160} />
            </Box>
          )}
          {programs.map((program) => (
            <ProgramBox program={program} mayDecide={page.mayDecide} key={program.id} />
          ))}
        </div>
        <div className="stack [--gap:1.25rem] min-w-0">
          {open?.next && <TerminConditions next={open.next} />}
          <Proposals proposals={page.proposals} />
          <GuidanceBox rows={page.guidance} />
        </div>
      </div>
    </Page>
  );
}

function Todos({ todos }: { todos: Loaded["todos"] }) {
  const t = useMessages(communityMoneyMessages);
  return (
    <Box title={t.todo}>
      <RecordList
        items={todos.map((todo) => ({
          key: todo.key,
          title: todo.title,
          meta: todo.note,
          side: (
            <ButtonLink to={todo.to} kind={todo.urgent ? "action" : "outline"}>
              {todo.action}
            </ButtonLink>
          ),
        }))}
        empty={<p className="muted">{t.nothing}</p>}
      />
    </Box>
  );
}

function ProgramBox({ program, mayDecide }: { program: Loaded["programs"][number]; mayDecide: boolean }) {
  const words = useMessages(proposalMessages);
  return (
    <Box
      title={
        <a href={`/ruang/lembaga/program/${program.slug}`}>
          <ProgramName {...program} />
        </a>
      }
      aside={
        <StatusBadge tone={program.status === "suspended" ? "bad" : program.status === "expired" ? "warn" : "ok"}>
          {words.status[program.status]}
        </StatusBadge>
      }
    >
      <AlurDana flow={program.flow} size="card" />
      <div className="mt-4">
        <TerminPlan program={program} papers={program.papers} mayDecide={mayDecide} />
      </div>
    </Box>
  );
}

function Proposals({ proposals }: { proposals: Loaded["proposals"] }) {
  const t = useMessages(communityMoneyMessages);
  const words = useMessages(proposalMessages);
  return (
    <Box title={t.proposals}>
      {proposals.length === 0 ? (
        <p className="muted small">{t.noProposals}</p>
      ) : (
        <DocumentList
          items={proposals.map((proposal) => ({
            href: `/ruang/lembaga/usulan/${proposal.id}/kirim`,
            name: <ProgramName {...proposal} />,
            meta: words.status[proposal.status],
          }))}
        />
      )}
      <ButtonLink kind="outline" block to="/ruang/lembaga/usulan" className="mt-3">
        {t.toProposals}
      </ButtonLink>
    </Box>
  );
}

function StandingNote({ standing }: { standing: Loaded["standing"] }) {
  const t = useMessages(communityMoneyMessages);
  if (standing !== "submitted") return null;
  return (
    <Note className="mb-5" title={t.standing.submitted.title}>
      {t.standing.submitted.note}
    </Note>
  );
}

const guideSteps = [
  { name: "standing", to: "/ruang/lembaga/legalitas" },
  { name: "payee", to: "/ruang/lembaga/rekening" },
  { name: "proposal", to: "/ruang/lembaga/usulan/baru" },
] as const;

/** A new organisation sees what to do first, in order. */
function StartGuide({ standing, guidance }: Pick<Loaded, "standing" | "guidance">) {
  const t = useMessages(communityMoneyMessages);
  return (
    <Page narrow>
      <PageHead title={t.titleStart} lead={t.noMoney} />
      <StandingNote standing={standing} />
      <StepPaper>
        {guideSteps.map(({ name, to }, index) => (
          <Step
            number={index + 1}
            title={t.guide[name].title}
            key={name}
            state={name === "standing" && standing === "approved" ? "done" : "now"}
          >
            <p className="muted">{t.guide[name].note}</p>
            <div>
              <ButtonLink kind={name === "standing" && standing !== "approved" ? "action" : "outline"} to={to}>
                {t.open}
              </ButtonLink>
            </div>
          </Step>
        ))}
      </StepPaper>
      <div className="mt-5">
        <GuidanceBox rows={guidance} />
      </div>
    </Page>
  );
}
