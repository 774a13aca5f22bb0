import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AlurDana } from "~/components/alur-dana";
import { ButtonLink } from "~/components/button";
import { EmptyState } from "~/components/empty-state";
import { useLanguage, useMessages } from "~/components/language";
import { Note } from "~/components/note";
import { Page, PageHead } from "~/components/page";
import { Box } from "~/components/panel";
import { EmergencyMark } from "~/components/program-name";
import { TodoList } from "~/components/record-list";
import { holds } from "~/features/identity/actor";
import { company, guardedLoader } from "~/features/identity/guard.server";
import { flowOfCompany } from "~/features/ledger/ledger-queries.server";
import { WomenShareBox } from "~/features/leading/women-share-box";
import { womenShareOfCompany } from "~/features/leading/women-led.server";
import { focusParts, isSaid } from "~/features/matching/focus";
import { focusOf } from "~/features/matching/focus-queries.server";
import { MatchingBox } from "~/features/matching/matching-box";
import { matchingPrograms } from "~/features/matching/matching-programs.server";
import { openPayments } from "~/features/payments/payment-queries.server";
import { GoalBars, Portfolio, Reports } from "~/features/pledges/dashboard";
import { dashboardMessages } from "~/features/pledges/dashboard-messages";
import { approverRoles } from "~/features/pledges/pledge";
import { companyTabCounts, waitingPledges } from "~/features/pledges/pledge-queries.server";
import {
  companyGoals,
  companyPortfolio,
  nextTranches,
  paymentsByQuarter,
  reportsForCompany,
} from "~/features/pledges/portfolio-queries.server";
import { QuarterChart } from "~/features/pledges/quarter-chart";
import { blockedBy } from "~/features/organizations/blocked.server";
import { BlockedNotes } from "~/features/organizations/blocked-notes";
import { FundedIndicatorTotals } from "~/features/reporting/indicator-totals";
import { indicatorTotals } from "~/features/reporting/indicator-totals.server";
import { addDays, formatDay } from "~/kernel/dates";
import { formatRupiah, formatRupiahShort, formatShare } from "~/kernel/money";
import { spellReference } from "~/kernel/reference";
import { today } from "~/platform/clock.server";

/** Payments further away than this are not yet something to attend to. */
const attentionDays = 45;
const mostTodos = 5;
const mostMatching = 6;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.metaTitle ?? ""} · Sinergi` }];

export const loader = guardedLoader(company(), async (c) => {
  const { organizationId, standing } = c.membership;
  const { focus } = await focusOf(c.db, organizationId);
  return {
    metaTitle: dashboardMessages[c.language].metaTitle,
    standing,
    blocked: await blockedBy(c.db, organizationId),
    mayDecide: holds(c.membership, approverRoles),
    today: today(),
    flow: await flowOfCompany(c.db, organizationId),
    portfolio: await companyPortfolio(c.db, organizationId),
    goals: await companyGoals(c.db, organizationId),
    waiting: await waitingPledges(c.db, organizationId),
    due: await openPayments(c.db, { companyId: organizationId }),
    tranches: await nextTranches(c.db, organizationId, addDays(today(), attentionDays)),
    year: Number(today().slice(0, 4)),
    quarters: await paymentsByQuarter(c.db, organizationId, Number(today().slice(0, 4))),
    reports: await reportsForCompany(c.db, organizationId),
    totals: await indicatorTotals(c.db, { companyId: organizationId }),
    women: await womenShareOfCompany(c.db, organizationId),
    focused: focusParts.some((part) => part !== "plan" && isSaid(focus, part)),
    matching: await matchingPrograms(c.db, organizationId, focus, mostMatching),
    counts: await companyTabCounts(c.db, organizationId),
  };
});

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

export default function CompanyDashboard() {
  const page = useLoaderData<typeof loader>();
  const t = useMessages(dashboardMessages);
  const language = useLanguage();
  const { flow, portfolio } = page;
  const title =
    flow.committed === 0n
      ? t.start
      : flow.accounted === 0n
        ? t.nothingProven(formatRupiahShort(flow.committed, language))
        : t.proven(formatShare(flow.accounted, flow.committed, language));
  return (
    <Page>
      <PageHead
        title={title}
        meta={
          flow.committed > 0n
            ? t.lead(formatRupiah(flow.accounted, language), formatRupiah(flow.committed, language), portfolio.length)
            : undefined
        }
        actions={
          <ButtonLink kind="pledge" to="/program">
            {t.find}
          </ButtonLink>
        }
      />
      <BlockedNotes blocked={page.blocked} />
      <StandingNote standing={page.standing} />
      {flow.committed > 0n ? (
        <div className="box mb-5">
          <AlurDana flow={flow} height={192} targetLabel={t.committedTarget} />
        </div>
      ) : (
        <EmptyState title={t.start} action={<ButtonLink to="/program">{t.find}</ButtonLink>}>
          {t.emptyText}
        </EmptyState>
      )}
      <div className="grid g21">
        <Attention page={page} />
        {page.goals.length > 0 && <GoalBars goals={page.goals} committed={flow.committed} />}
      </div>
      <MatchingBox programs={page.matching} started={page.focused} />
      {portfolio.length > 0 && (
        <>
          <Portfolio rows={portfolio} />
          <FundedIndicatorTotals totals={page.totals} />
          <WomenShareBox share={page.women} />
          <div className="grid g11 mt-5">
            <QuarterChart quarters={page.quarters} year={page.year} />
            <Reports reports={page.reports} />
          </div>
        </>
      )}
    </Page>
  );
}

function StandingNote({ standing }: { standing: Loaded["standing"] }) {
  const t = useMessages(dashboardMessages);
  if (standing === "approved") return null;
  const open = <ButtonLink to="/ruang/perusahaan/legalitas">{t.standingOpen}</ButtonLink>;
  const text = standing === "submitted" ? t.standingSubmitted : standing === "draft" ? t.standingDraft : t.standingRevision;
  return (
    <Note tone={standing === "submitted" ? "info" : "warn"} className="mb-5" actions={open}>
      {text}
    </Note>
  );
}

/** What waits for somebody of the company, by date: approvals first among those of one day. */
function Attention({ page }: { page: Loaded }) {
  const t = useMessages(dashboardMessages);
  const language = useLanguage();
  const until = addDays(page.today, attentionDays);
  const approvals = page.waiting.map((pledge) => ({
    key: pledge.pledgeId,
    day: pledge.expiresOn ?? page.today,
    title: marked(t.approve(formatRupiah(pledge.pledged, language)), pledge.program.urgent),
    note: t.approveNote(pledge.program.title, pledge.drafter),
    to: `/ruang/perusahaan/persetujuan/${pledge.pledgeId}`,
    action: page.mayDecide ? t.decide : t.look,
  }));
  const payments = page.due
    .filter((payment) => payment.dueOn <= until)
    .map((payment) => ({
      key: payment.paymentId,
      day: payment.dueOn,
      title: marked((payment.dueOn < page.today ? t.overdue : t.pay)(formatRupiah(payment.left, language)), payment.urgent),
      note: t.payNote(payment.programTitle, spellReference(payment.reference)),
      to: `/ruang/perusahaan/komitmen/${payment.pledgeId}`,
      action: t.howTo,
    }));
  const tranches = page.tranches.map((tranche) => ({
    key: `${tranche.slug}-${tranche.n}`,
    day: tranche.plannedOn,
    title: marked(t.tranche(tranche.n, formatRupiah(tranche.amount, language)), tranche.urgent),
    note: t.trancheNote(tranche.title, t.trancheState[tranche.status ?? "planned"]),
    to: `/program/${tranche.slug}`,
    action: t.seeTranche,
  }));
  const items = [...approvals, ...payments, ...tranches].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)).slice(0, mostTodos);
  const next = page.due[0];
  const nothing = next ? `${t.nothing} ${t.nothingNext(formatRupiah(next.left, language), formatDay(next.dueOn, language))}` : t.nothing;
  return (
    <Box title={t.attention} aside={t.byDate}>
      <TodoList items={items} empty={<p className="muted">{nothing}</p>} />
    </Box>
  );
}

function marked(title: string, urgent: boolean) {
  return (
    <>
      {title} <EmergencyMark urgent={urgent} />
    </>
  );
}
