import { parseWithZod } from "@conform-to/zod/v4";
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useFormState, useMessages } from "~/components/language";
import { ReasonPage } from "~/components/reason-page";
import { reasonSchema } from "~/features/disbursements/disbursement.schema";
import { disbursementMessages, disbursementRefusals } from "~/features/disbursements/disbursement-messages";
import { findDisbursement } from "~/features/disbursements/disbursement-queries.server";
import { returnDisbursement } from "~/features/disbursements/return-disbursement.server";
import { misread, refused } from "~/features/identity/form-refusal";
import { guardedAction, guardedLoader, platform } from "~/features/identity/guard.server";
import { flash } from "~/platform/flash.server";

const who = platform("disburser");

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${disbursementMessages[data?.language ?? "id"].return} · Sinergi` },
];

export const loader = guardedLoader(who, async (c) => {
  const disbursement = await findDisbursement(c.db, c.params.id ?? "");
  if (!disbursement) throw new Response(null, { status: 404 });
  if (disbursement.status !== "sent") throw redirect(`/admin/penyaluran/${disbursement.id}`);
  return { language: c.language, disbursement };
});

export const action = guardedAction(who, async (c) => {
  const disbursement = await findDisbursement(c.db, c.params.id ?? "");
  if (!disbursement) throw new Response(null, { status: 404 });
  const submission = parseWithZod(await c.form(), { schema: reasonSchema });
  if (submission.status !== "success") return misread(submission);
  const outcome = await c.attempt(returnDisbursement, {
    proposalId: disbursement.proposalId,
    disbursementId: disbursement.id,
    reason: submission.value.reason,
  });
  if (!outcome.ok) return refused(submission, outcome.refusal, c.language, disbursementRefusals);
  const headers = await flash(disbursementMessages[c.language].doneFlash.return);
  throw redirect(`/admin/penyaluran/${disbursement.id}`, { status: 303, headers });
});

export default function ReturnDisbursement() {
  const { disbursement } = useLoaderData<typeof loader>();
  const t = useMessages(disbursementMessages);
  const back = `/admin/penyaluran/${disbursement.id}`;
  return (
    <ReasonPage
      texts={{ title: t.return, lead: t.returnLead, reason: t.reason, hint: t.returnReasonHint, button: t.return, back: t.back }}
      crumbs={[
        { href: "/admin/penyaluran", label: t.deskTitle },
        { href: back, label: disbursement.programTitle },
      ]}
      back={back}
      form={useFormState(useActionData<typeof action>()?.result)}
    />
  );
}
