import { parseWithZod } from "@conform-to/zod/v4";
import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AlurDana } from "~/components/alur-dana";
import { ButtonLink } from "~/components/button";
import { DayText } from "~/components/day-text";
import { DescriptionList } from "~/components/description-list";
import { useFormState, useLanguage, useMessages } from "~/components/language";
import { Money } from "~/components/money";
import { Motif, motifOf } from "~/components/motif";
import { Note } from "~/components/note";
import { Page, PageHead } from "~/components/page";
import { Box } from "~/components/panel";
import { refusalText } from "~/components/refusal-text";
import { Table } from "~/components/table";
import { company, guardedAction, guardedLoader } from "~/features/identity/guard.server";
import type { Flow } from "~/features/ledger/ledger";
import { flowOfCompany } from "~/features/ledger/ledger-queries.server";
import { approvePledge } from "~/features/pledges/approve-pledge.server";
import { DecisionPanel } from "~/features/pledges/decision-panel";
import { approverRoles } from "~/features/pledges/pledge";
import { refusePledgeSchema } from "~/features/pledges/pledge.schema";
import { findPledgeableProgram, type PledgeableProgram } from "~/features/pledges/pledge-form-queries.server";
import { pledgeMessages, pledgeRefusals } from "~/features/pledges/pledge-messages";
import { companyTabCounts, findCompanyPledge, type PledgeDetail } from "~/features/pledges/pledge-queries.server";
import { refusePledge } from "~/features/pledges/refuse-pledge.server";
import { rightsOver } from "~/features/pledges/rights";
import { workspaceMessages } from "~/features/pledges/workspace-messages";
import { formatInstant } from "~/kernel/dates";
import { newId } from "~/kernel/ids";
import { formatRupiah, formatRupiahShort, smaller, sum } from "~/kernel/money";
import { flash } from "~/platform/flash.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.metaTitle ?? ""} · Sinergi` }];

export const loader = guardedLoader(company(), async (c) => {
  const { organizationId } = c.membership;
  const pledge = await findCompanyPledge(c.db, organizationId, c.params.id ?? "");
  const program = pledge && (await findPledgeableProgram(c.db, { id: pledge.proposalId }));
  if (!pledge || !program) throw new Response(null, { status: 404 });
  return {
    metaTitle: workspaceMessages[c.language].approvals.metaTitle,
    company: c.membership.organizationName,
    pledge,
    program,
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
    return redirect(`/ruang/perusahaan/komitmen/${pledge.pledgeId}`, { status: 303, headers: await flash(c.request, texts.approved) });
  }
  const submission = parseWithZod(form, { schema: refusePledgeSchema });
  if (submission.status !== "success") return data({ refusal: undefined, result: submission.reply() }, 400);
  const { alasan, catatan } = submission.value;
  const refused = await c.attempt(refusePledge, { ...input, reason: alasan, note: catatan });
  if (!refused.ok) {
    const result = submission.reply({ formErrors: [refusalText(refused.refusal, c.language, pledgeRefusals)] });
    return data({ refusal: undefined, result }, 400);
  }
  return redirect("/ruang/perusahaan/persetujuan", { status: 303, headers: await flash(c.request, texts.refused) });
});

export default function Approval() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useMessages(workspaceMessages).approval;
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
      <div className="two">
        <div className="stack [--gap:1rem] min-w-0">
          <ProgramBox pledge={pledge} program={program} />
          <div className="grid g11 gap-4">
            <PlanBox pledge={pledge} />
            <CompanyBox flow={page.companyFlow} pledge={pledge} />
          </div>
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
    </Page>
  );
}

function ProgramBox({ pledge, program }: { pledge: PledgeDetail; program: PledgeableProgram }) {
  const t = useMessages(workspaceMessages).approval;
  const shared = useMessages(workspaceMessages).one;
  const language = useLanguage();
  const preview = smaller(pledge.pledged, program.left);
  const after = program.flow.committed + pledge.pledged;
  const short = (amount: bigint) => formatRupiahShort(amount, language);
  return (
    <Box>
      <div className="row flex-nowrap items-start gap-4 mb-4">
        <Motif of={motifOf({ element: program.element })} />
        <div>
          <h2>
            <a href={`/program/${program.slug}`}>{program.title}</a>
          </h2>
          <p className="small muted">
            {program.community} · {program.code}
          </p>
        </div>
      </div>
      <div className="grid g11 [gap:1rem_2rem]">
        <div>
          <AlurDana flow={program.flow} size="strip" height={46} preview={preview} />
          {pledge.pledged > program.left ? (
            <Note tone="bad" className="mt-2.5">
              {t.tooLittle(formatRupiah(program.left, language))}
            </Note>
          ) : (
            <p className="small mt-2.5">
              {t.after(short(after), short(program.flow.target))} {t.left(formatRupiah(program.left, language))}
            </p>
          )}
          {pledge.note && (
            <p className="small muted mt-2">
              {t.drafterSays} “{pledge.note}”
            </p>
          )}
        </div>
        {pledge.lines.length > 0 ? (
          <Table
            label={shared.lines}
            columns={[
              { head: shared.line, cell: (line) => line.description },
              { head: shared.amount, align: "right", cell: (line) => <Money amount={line.amount} /> },
            ]}
            rows={pledge.lines}
            rowKey={(line) => line.description}
            foot={[t.all(pledge.lines.length), <Money amount={sum(pledge.lines.map((line) => line.amount))} key="sum" />]}
          />
        ) : (
          <p className="muted">{shared.free}</p>
        )}
      </div>
    </Box>
  );
}

function PlanBox({ pledge }: { pledge: PledgeDetail }) {
  const t = useMessages(workspaceMessages).approval;
  const shared = useMessages(pledgeMessages);
  return (
    <Box title={t.plan}>
      <Table
        label={t.plan}
        columns={[
          { head: t.stage, cell: (payment) => shared.instalment(payment.n, pledge.payments.length) },
          { head: t.due, cell: (payment) => <DayText value={payment.dueOn} /> },
          { head: useMessages(workspaceMessages).one.amount, align: "right", cell: (payment) => <Money amount={payment.amount} /> },
        ]}
        rows={pledge.payments}
        rowKey={(payment) => payment.id}
      />
    </Box>
  );
}

function CompanyBox({ flow, pledge }: { flow: Flow; pledge: PledgeDetail }) {
  const t = useMessages(workspaceMessages).approval;
  return (
    <Box title={t.yourCommitments}>
      <DescriptionList
        items={[
          { term: t.committedSoFar, value: <Money amount={flow.committed} /> },
          { term: t.receivedSoFar, value: <Money amount={flow.received} /> },
          { term: t.accountedSoFar, value: <Money amount={flow.accounted} /> },
          { term: t.thisPledge, value: <Money amount={pledge.pledged} /> },
        ]}
      />
      <div className="row justify-between mt-3">
        <b>{t.thereafter}</b>
        <b className="n dbl">
          <Money amount={flow.committed + pledge.pledged} />
        </b>
      </div>
    </Box>
  );
}

function Decided({ pledge }: { pledge: PledgeDetail }) {
  const t = useMessages(workspaceMessages).approval;
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
