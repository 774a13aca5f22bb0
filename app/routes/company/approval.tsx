import { parseWithZod } from "@conform-to/zod/v4";
import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/components/button";
import { useFormState, useLanguage, useMessages } from "~/components/language";
import { Money } from "~/components/money";
import { Page, PageHead } from "~/components/page";
import { Box } from "~/components/panel";
import { refusalText } from "~/components/refusal-text";
import { amendmentNotes } from "~/features/amendments/amendment-queries.server";
import { PledgedAmendmentNote } from "~/features/amendments/waiting-amendments";
import { FreezeNotes } from "~/features/freezes/freeze-notes";
import { company, guardedAction, guardedLoader } from "~/features/identity/guard.server";
import { blockedBy } from "~/features/organizations/blocked.server";
import { BlockedNotes } from "~/features/organizations/blocked-notes";
import { flowOfCompany } from "~/features/ledger/ledger-queries.server";
import { approvePledge } from "~/features/pledges/approve-pledge.server";
import { ChecksBox, CompanyBox, PlanBox, ProgramBox } from "~/features/pledges/approval-boxes";
import { DecisionPanel } from "~/features/pledges/decision-panel";
import { approverRoles } from "~/features/pledges/pledge";
import { refusePledgeSchema } from "~/features/pledges/pledge.schema";
import { findPledgeableProgram } from "~/features/pledges/pledge-form-queries.server";
import { pledgeMessages, pledgeRefusals } from "~/features/pledges/pledge-messages";
import { companyTabCounts, findCompanyPledge, type PledgeDetail } from "~/features/pledges/pledge-queries.server";
import { refusePledge } from "~/features/pledges/refuse-pledge.server";
import { rightsOver } from "~/features/pledges/rights";
import { approvalMessages } from "~/features/pledges/approval-messages";
import { workspaceMessages } from "~/features/pledges/workspace-messages";
import { OverlapList } from "~/features/proposals/overlap-list";
import { overlapMessages } from "~/features/proposals/overlap-messages";
import { overlapsOf } from "~/features/proposals/overlaps.server";
import { latestChecks } from "~/features/proposals/program-queries.server";
import { formatInstant } from "~/kernel/dates";
import { newId } from "~/kernel/ids";
import { formatRupiahShort } from "~/kernel/money";
import { flash } from "~/platform/flash.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.metaTitle ?? ""} · Sinergi` }];

export const loader = guardedLoader(company(), async (c) => {
  const { organizationId } = c.membership;
  const pledge = await findCompanyPledge(c.db, organizationId, c.params.id ?? "");
  const program = pledge && (await findPledgeableProgram(c.db, { id: pledge.proposalId }));
  if (!pledge || !program) throw new Response(null, { status: 404 });
  return {
    metaTitle: approvalMessages[c.language].list.metaTitle,
    company: c.membership.organizationName,
    blocked: await blockedBy(c.db, organizationId),
    pledge,
    program,
    amendment: (await amendmentNotes(c.db, program.id)).open,
    overlaps: await overlapsOf(c.db, program.id, "funder"),
    checks: await latestChecks(c.db, program.id),
    companyFlow: await flowOfCompany(c.db, organizationId),
    mayDecide: rightsOver(pledge, c.membership, c.actor.userId).decide,
    isDrafter: pledge.drafter.userId === c.actor.userId,
    kunci: newId(),
    counts: await companyTabCounts(c.db, organizationId),
  };
});

export const action = guardedAction(company(...approverRoles), async (c) => {
  const { organizationId } = c.membership;
  const pledge = await findCompanyPledge(c.db, organizationId, c.params.id ?? "");
  if (!pledge) throw new Response(null, { status: 404 });
  const form = await c.form();
  const texts = workspaceMessages[c.language].flash;
  const input = { companyId: organizationId, proposalId: pledge.proposalId, pledgeId: pledge.pledgeId };
  if (form.get("putusan") === "setujui") {
    const approved = await c.attempt(approvePledge, { ...input, key: String(form.get("kunci") ?? "") });
    if (!approved.ok) return data({ refusal: refusalText(approved.refusal, c.language, pledgeRefusals), result: undefined }, 400);
    return redirect(`/ruang/perusahaan/komitmen/${pledge.pledgeId}`, { status: 303, headers: await flash(texts.approved) });
  }
  const submission = parseWithZod(form, { schema: refusePledgeSchema });
  if (submission.status !== "success") return data({ refusal: undefined, result: submission.reply() }, 400);
  const { alasan, catatan } = submission.value;
  const refused = await c.attempt(refusePledge, { ...input, reason: alasan, note: catatan });
  if (!refused.ok) {
    const result = submission.reply({ formErrors: [refusalText(refused.refusal, c.language, pledgeRefusals)] });
    return data({ refusal: undefined, result }, 400);
  }
  return redirect("/ruang/perusahaan/persetujuan", { status: 303, headers: await flash(texts.refused) });
});

export default function Approval() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useMessages(approvalMessages).one;
  const overlap = useMessages(overlapMessages);
  const language = useLanguage();
  const form = useFormState(sent?.result, { texts: useMessages(pledgeRefusals) });
  const { pledge, program } = page;
  if (pledge.status !== "awaiting_approval") return <Decided pledge={pledge} />;
  const drafted = pledge.submittedAt ? formatInstant(pledge.submittedAt, language) : "";
  return (
    <Page>
      <PageHead
        crumbs={[{ href: "/ruang/perusahaan/persetujuan", label: page.metaTitle }]}
        title={t.title(formatRupiahShort(pledge.pledged, language), program.title)}
        meta={t.meta(page.company, pledge.drafter.name, drafted)}
      />
      <BlockedNotes blocked={page.blocked} deed="pledges" />
      <FreezeNotes freezes={program.freezes} />
      <PledgedAmendmentNote slug={pledge.program.slug} open={page.amendment} />
      <div className="two">
        <div className="stack [--gap:1rem] min-w-0">
          <ProgramBox pledge={pledge} program={program} />
          <div className="grid g11 gap-4">
            <PlanBox pledge={pledge} />
            <CompanyBox flow={page.companyFlow} pledge={pledge} />
          </div>
          <ChecksBox checks={page.checks} />
          <Box title={overlap.title} id="tumpang-tindih">
            <OverlapList overlaps={page.overlaps} />
          </Box>
        </div>
        <DecisionPanel
          pledge={pledge}
          mayDecide={page.mayDecide}
          isDrafter={page.isDrafter}
          kunci={page.kunci}
          refusal={sent?.refusal}
          form={form}
        />
      </div>
      {page.mayDecide && (
        <div className="mcta">
          <div>
            <span className="xs muted">{t.yours}</span>
            <b className="n">
              <Money amount={pledge.pledged} />
            </b>
          </div>
          <ButtonLink kind="action" to="#putus">
            {t.toDecision}
          </ButtonLink>
        </div>
      )}
    </Page>
  );
}

function Decided({ pledge }: { pledge: PledgeDetail }) {
  const t = useMessages(approvalMessages).one;
  const shared = useMessages(pledgeMessages);
  return (
    <Page narrow>
      <PageHead title={t.decidedTitle} meta={`${pledge.program.title}: ${shared.status[pledge.status]}`} />
      <ButtonLink kind="action" to={`/ruang/perusahaan/komitmen/${pledge.pledgeId}`}>
        {t.openPledge}
      </ButtonLink>
    </Page>
  );
}
