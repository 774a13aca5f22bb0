import { parseWithZod } from "@conform-to/zod/v4";
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useFormState } from "~/components/language";
import { isPlatform } from "~/features/identity/actor";
import { misread, refused } from "~/features/identity/form-refusal";
import { guardedAction, guardedLoader, platform } from "~/features/identity/guard.server";
import { cardDeskMessages } from "~/features/reconciliation/card-messages";
import { CardDeskPage } from "~/features/reconciliation/card-page";
import { clearingRows, eventsForPerson, latestPayouts } from "~/features/reconciliation/payout-queries.server";
import { reconciliationMessages } from "~/features/reconciliation/reconciliation-messages";
import { reconciliationRefusals } from "~/features/reconciliation/reconciliation-refusals";
import { settleEventSchema } from "~/features/reconciliation/reconciliation.schema";
import { settleStripeEvent } from "~/features/reconciliation/settle-stripe-event.server";
import { stripeStandInIsOn } from "~/platform/env.server";
import { flash } from "~/platform/flash.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${cardDeskMessages[data?.language ?? "id"].title} · Sinergi` }];

export const loader = guardedLoader(platform("reconciler", "administrator", "auditor", "disbursement_approver"), async (c) => {
  const [notices, clearing, payouts] = await Promise.all([eventsForPerson(c.db), clearingRows(c.db), latestPayouts(c.db)]);
  const desk = { notices, clearing, payouts, standIn: stripeStandInIsOn, mayDecide: isPlatform(c.actor, "reconciler") };
  return { language: c.language, desk };
});

export const action = guardedAction(platform("reconciler"), async (c) => {
  const submission = parseWithZod(await c.form(), { schema: settleEventSchema });
  if (submission.status !== "success") return misread(submission);
  const { kunci: key, kabar: eventId, catatan: note } = submission.value;
  const outcome = await c.attempt(settleStripeEvent, { key, eventId, note });
  if (!outcome.ok) return refused(submission, outcome.refusal, c.language, reconciliationRefusals);
  const headers = await flash(reconciliationMessages[c.language].done.eventSettled);
  throw redirect("/admin/rekonsiliasi/kartu", { status: 303, headers });
});

export default function CardMoney() {
  const { desk } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const failedId = answer?.result.initialValue?.kabar;
  return <CardDeskPage desk={desk} form={useFormState(answer?.result)} failedId={typeof failedId === "string" ? failedId : undefined} />;
}
