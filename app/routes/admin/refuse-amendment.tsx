import { parseWithZod } from "@conform-to/zod/v4";
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useFormState, useMessages } from "~/components/language";
import { ReasonPage } from "~/components/reason-page";
import { checkerRoles } from "~/features/amendments/amendment";
import { deskNoteSchema } from "~/features/amendments/amendment.schema";
import { refuseAmendment } from "~/features/amendments/check-amendment.server";
import { amendmentDeskMessages, amendmentRefusals } from "~/features/amendments/desk-messages";
import { getSubmittedAmendment } from "~/features/amendments/submitted-amendment.server";
import { misread, refused } from "~/features/identity/form-refusal";
import { guardedAction, guardedLoader, platform } from "~/features/identity/guard.server";
import { flash } from "~/platform/flash.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${amendmentDeskMessages[data?.language ?? "id"].refuse} · Sinergi` },
];

/** `/admin/adendum/:slug/:n/tolak`: turns an amendment down for good. */
export const loader = guardedLoader(platform(...checkerRoles), async (c) => ({
  language: c.language,
  ...(await getSubmittedAmendment(c)),
}));

export const action = guardedAction(platform(...checkerRoles), async (c) => {
  const { id, address } = await getSubmittedAmendment(c);
  const submission = parseWithZod(await c.form(), { schema: deskNoteSchema });
  if (submission.status !== "success") return misread(submission);
  const outcome = await c.attempt(refuseAmendment, { ...id, ...submission.value });
  if (!outcome.ok) return refused(submission, outcome.refusal, c.language, amendmentRefusals);
  throw redirect(address, { status: 303, headers: await flash(amendmentDeskMessages[c.language].done.refuse) });
});

export default function RefuseAmendment() {
  const { address, title } = useLoaderData<typeof loader>();
  const t = useMessages(amendmentDeskMessages);
  const form = useFormState(useActionData<typeof action>()?.result, { texts: useMessages(amendmentRefusals) });
  return (
    <ReasonPage
      texts={{ title: t.refuse, lead: t.refuseLead, reason: t.reason, hint: t.reasonHint, button: t.refuse, back: t.toPage }}
      crumbs={[
        { href: "/admin/adendum", label: t.title },
        { href: address, label: title },
      ]}
      back={address}
      form={form}
      field="note"
      most={1000}
    />
  );
}
