import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/components/button";
import { EmptyState } from "~/components/empty-state";
import { useLanguage, useMessages } from "~/components/language";
import { Page, PageHead } from "~/components/page";
import { Steps } from "~/components/steps";
import { FreezeNotes } from "~/features/freezes/freeze-notes";
import { company, guardedAction, guardedLoader, signedIn } from "~/features/identity/guard.server";
import { actingOrganization } from "~/features/identity/preferences.server";
import { drafterRoles } from "~/features/pledges/pledge";
import { draftOf, readTyped, searchOf } from "~/features/pledges/pledge-draft";
import { PledgeForm } from "~/features/pledges/pledge-form";
import { pledgeFormMessages } from "~/features/pledges/pledge-form-messages";
import {
  type Eligibility,
  type PledgeableProgram,
  findPledgeableProgram,
  pledgeEligibility,
} from "~/features/pledges/pledge-form-queries.server";
import { PledgeReview } from "~/features/pledges/pledge-review";
import { PledgeSummary } from "~/features/pledges/pledge-summary";
import { submitPledge } from "~/features/pledges/submit-pledge.server";
import { workspaceMessages } from "~/features/pledges/workspace-messages";
import { newId } from "~/kernel/ids";
import { Box } from "~/components/panel";
import { EmergencyMark, ProgramName } from "~/components/program-name";
import { OverlapList } from "~/features/proposals/overlap-list";
import { overlapMessages } from "~/features/proposals/overlap-messages";
import { overlapsOf } from "~/features/proposals/overlaps.server";
import { formatRupiah } from "~/kernel/money";
import { today } from "~/platform/clock.server";
import { flash } from "~/platform/flash.server";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: `${page?.metaTitle ?? "Komitmen"} · Sinergi` }];

export const loader = guardedLoader(signedIn, async (c) => {
  const program = await findPledgeableProgram(c.db, { slug: c.params.slug ?? "" });
  if (!program) throw new Response(null, { status: 404 });
  const eligibility = await pledgeEligibility(c.db, c.actor, await actingOrganization(c.request));
  const draft = draftOf(readTyped(c.url.searchParams, today()), { left: program.left, lines: program.lines, today: today() });
  const intent = c.url.searchParams.get("maksud");
  const reviewing = intent === "periksa" && draft.problems.length === 0;
  return {
    metaTitle: pledgeFormMessages[c.language].metaTitle,
    program,
    overlaps: await overlapsOf(c.db, program.id, "funder"),
    eligibility,
    draft,
    touched: intent !== null,
    reviewing,
    kunci: newId(),
  };
});

export const action = guardedAction(company(...drafterRoles), async (c) => {
  const program = await findPledgeableProgram(c.db, { slug: c.params.slug ?? "" });
  if (!program) throw new Response(null, { status: 404 });
  const form = await c.form();
  const draft = draftOf(readTyped(form, today()), { left: program.left, lines: program.lines, today: today() });
  if (draft.problems.length === 0 && String(draft.amount) !== form.get("dilihat")) {
    draft.problems.push({ field: draft.typed.way === "lines" ? "baris" : "jumlah", code: "amount_changed", details: {} });
  }
  if (draft.problems.length > 0 || draft.amount === undefined) return data({ draft }, 400);
  const result = await c.attempt(submitPledge, {
    key: String(form.get("kunci") ?? ""),
    companyId: c.membership.organizationId,
    proposalId: program.id,
    amount: draft.amount,
    lines: draft.lines.map(({ budgetLineId, amount }) => ({ budgetLineId, amount })),
    instalments: draft.plan,
    note: draft.typed.note.trim(),
  });
  if (!result.ok) {
    const { code, details } = result.refusal;
    return data({ draft: { ...draft, problems: [{ field: details.field ?? "", code, details }] } }, 400);
  }
  const texts = workspaceMessages[c.language].flash;
  const headers = await flash(result.value.status === "committed" ? texts.committed : texts.submitted);
  return redirect(`/ruang/perusahaan/komitmen/${result.value.pledgeId}`, { status: 303, headers });
});

export default function PledgePage() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const t = useMessages(pledgeFormMessages);
  const overlap = useMessages(overlapMessages);
  const language = useLanguage();
  const { program, eligibility } = page;
  const address = `/program/${program.slug}/komitmen`;
  const crumbs = [{ href: `/program/${program.slug}`, label: t.back }];
  if (!program.open) return <Closed program={program} />;
  if (!eligibility.may) return <Barred because={eligibility.because} program={program} />;
  const draft = sent?.draft ?? page.draft;
  const reviewing = !sent && page.reviewing;
  return (
    <Page>
      <PageHead
        crumbs={crumbs}
        title={reviewing ? t.reviewTitle(formatRupiah(draft.amount ?? 0n, language)) : t.title(program.title)}
        meta={
          <>
            {program.community} · {program.code} <EmergencyMark urgent={program.urgent} />
          </>
        }
      />
      <Steps
        label={t.stepsLabel}
        steps={[
          { label: t.steps.fund, state: reviewing ? "done" : "now", ...(reviewing && { href: `${address}?${searchOf(draft.typed)}` }) },
          { label: t.steps.pay, state: reviewing ? "done" : "next" },
          { label: t.steps.approval, state: reviewing ? "done" : "next" },
          { label: t.steps.review, state: reviewing ? "now" : "next" },
        ]}
      />
      <div className="two mt-6">
        <div className="stack [--gap:1.25rem] min-w-0">
          {reviewing ? (
            <PledgeReview
              action={address}
              draft={draft}
              companyName={eligibility.companyName}
              alone={eligibility.alone}
              kunci={page.kunci}
            />
          ) : (
            <PledgeForm
              action={address}
              program={program}
              company={eligibility}
              draft={draft}
              showProblems={sent !== undefined || page.touched}
            />
          )}
          {page.overlaps.length > 0 && (
            <Box title={overlap.title} id="tumpang-tindih">
              <OverlapList overlaps={page.overlaps} />
            </Box>
          )}
        </div>
        <PledgeSummary program={program} amount={draft.amount ?? 0n} />
      </div>
    </Page>
  );
}

function Closed({ program }: { program: PledgeableProgram }) {
  const t = useMessages(pledgeFormMessages);
  return (
    <Page narrow>
      <PageHead crumbs={[{ href: `/program/${program.slug}`, label: t.back }]} title={t.closedTitle} meta={<ProgramName {...program} />} />
      <FreezeNotes freezes={program.freezes} />
      <EmptyState title={t.closedText} action={<ButtonLink to="/program">{t.browse}</ButtonLink>} />
    </Page>
  );
}

type Barring = Extract<Eligibility, { may: false }>["because"];

/** Why this person can't pledge, and what would help. */
function Barred({ because, program }: { because: Barring; program: PledgeableProgram }) {
  const t = useMessages(pledgeFormMessages);
  const words = t.barred[because];
  return (
    <Page narrow>
      <PageHead crumbs={[{ href: `/program/${program.slug}`, label: t.back }]} title={words.title} meta={<ProgramName {...program} />} />
      <p className="lead">{words.text}</p>
      <p className="row mt-5">
        <ButtonLink kind="action" to={because === "no_company" ? "/daftar" : "/ruang/perusahaan"}>
          {words.action}
        </ButtonLink>
        <ButtonLink to={`/program/${program.slug}`}>{t.follow}</ButtonLink>
      </p>
    </Page>
  );
}
