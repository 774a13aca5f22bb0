import { parseWithZod } from "@conform-to/zod/v4";
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useFormState, useMessages } from "~/components/language";
import { Note } from "~/components/note";
import { DocumentPaper, Page } from "~/components/page";
import { Aside, Panel } from "~/components/panel";
import { answererOtherwise, answererRoles, isOpen } from "~/features/amendments/amendment";
import { amendmentMessages } from "~/features/amendments/amendment-messages";
import { amendmentReading } from "~/features/amendments/amendment-page.server";
import { findAmendment } from "~/features/amendments/amendment-queries.server";
import { AmendmentFigures, AmendmentHead, AmendmentSections } from "~/features/amendments/amendment-reading";
import { answerSchema } from "~/features/amendments/amendment.schema";
import { answerAmendment } from "~/features/amendments/answer-amendment.server";
import { AnswerForms } from "~/features/amendments/answer-forms";
import { amendmentDeskMessages, amendmentRefusals } from "~/features/amendments/desk-messages";
import { othersApproving } from "~/features/amendments/pledges-on-the-way.server";
import { holds } from "~/features/identity/actor";
import { alongside, misread, refused } from "~/features/identity/form-refusal";
import { type Context, company, guardedAction, guardedLoader } from "~/features/identity/guard.server";
import { peopleWithRoles } from "~/features/identity/people.server";
import { approvalMessages } from "~/features/pledges/approval-messages";
import { companyTabCounts } from "~/features/pledges/pledge-queries.server";
import { newId } from "~/kernel/ids";
import { flash } from "~/platform/flash.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: `${amendmentMessages[data?.language ?? "id"].name(data?.reading.amendment.n ?? 1)}: ${data?.reading.program.title ?? ""} · Sinergi`,
  },
];

const everyone = company();
const answerers = company(...answererRoles, ...answererOtherwise);
type Where = Context<typeof everyone> | Context<typeof answerers>;

/** `/ruang/perusahaan/persetujuan/adendum/:slug/:n`: what a program that the company funds would change, to accept or refuse. */
export const loader = guardedLoader(everyone, async (c) => {
  const { organizationId } = c.membership;
  const page = await checkedAmendment(c);
  const reading = await amendmentReading(c.db, page);
  const mine = reading.funders.find(({ companyId }) => companyId === organizationId);
  const approvers = await peopleWithRoles(c.db, organizationId, ...answererRoles);
  const may = holds(c.membership, approvers.length > 0 ? answererRoles : answererOtherwise);
  const waits = page.amendment.status === "awaiting_funders" && mine !== undefined && mine.committed > 0n && mine.answer === null;
  return {
    language: c.language,
    company: organizationId,
    reading,
    mine,
    mayAnswer: waits && may,
    why: waits ? ("cannot" as const) : mine?.answer ? ("answered" as const) : ("notAsked" as const),
    others: isOpen(page.amendment.status) ? await othersApproving(c.db, { proposalId: page.program.id, companyId: organizationId }) : 0,
    counts: await companyTabCounts(c.db, organizationId),
    kunci: newId(),
  };
});

export const action = guardedAction(answerers, async (c) => {
  const page = await checkedAmendment(c);
  const form = await c.form();
  const answer = form.get("putusan") === "terima" ? ("accepted" as const) : ("refused" as const);
  const submission = parseWithZod(form, { schema: answerSchema });
  if (submission.status !== "success") return alongside(misread(submission), { answer });
  const said = { proposalId: page.program.id, n: page.amendment.n, companyId: c.membership.organizationId, answer };
  const outcome = await c.attempt(answerAmendment, { ...said, key: String(form.get("kunci") ?? ""), note: submission.value.note });
  if (!outcome.ok) return alongside(refused(submission, outcome.refusal, c.language, amendmentRefusals), { answer });
  const to = `/ruang/perusahaan/persetujuan/adendum/${page.program.slug}/${page.amendment.n}`;
  throw redirect(to, { status: 303, headers: await flash(amendmentDeskMessages[c.language].done[answer]) });
});

export default function CompanyAmendment() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useMessages(amendmentDeskMessages);
  const crumb = useMessages(approvalMessages).list.metaTitle;
  const form = useFormState(answer?.result, { texts: useMessages(amendmentRefusals) });
  const { reading, company: own, mine, mayAnswer, why, kunci, others } = page;
  const funds = mine !== undefined && mine.committed > 0n;
  return (
    <Page>
      <AmendmentHead reading={reading} crumbs={[{ href: "/ruang/perusahaan/persetujuan", label: crumb }]} />
      <div className="two">
        <DocumentPaper>
          <AmendmentSections reading={reading} company={own} opens={funds ? "all" : "public"} />
        </DocumentPaper>
        <Aside>
          <Panel>
            <AmendmentFigures reading={reading} />
            {mayAnswer ? (
              <AnswerForms kunci={kunci} form={form} answer={answer?.answer} commitment={mine?.committed ?? 0n} />
            ) : (
              <p className="small muted">{t[why]}</p>
            )}
          </Panel>
          {others > 0 && (
            <Note tone="warn" className="mt-3.5">
              {t.othersApproving(others)}
            </Note>
          )}
        </Aside>
      </div>
    </Page>
  );
}

/** Companies read what the desk has checked, like the public. */
async function checkedAmendment(c: Where) {
  const page = await findAmendment(c.db, c.params.slug ?? "", c.params.n ?? "");
  if (!page || page.amendment.checkedAt === null || page.amendment.status === "draft") throw new Response(null, { status: 404 });
  return page;
}
