import { parseWithZod } from "@conform-to/zod/v4";
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Button } from "~/components/button";
import { EmptyState } from "~/components/empty-state";
import { ErrorSummary } from "~/components/error-summary";
import { TextArea } from "~/components/field";
import { ActionForm, Form, Hidden } from "~/components/form";
import { useFormState, useLanguage, useMessages } from "~/components/language";
import { Page, PageHead } from "~/components/page";
import { Box } from "~/components/panel";
import { alongside, misread, refused } from "~/features/identity/form-refusal";
import { guardedAction, guardedLoader, platform } from "~/features/identity/guard.server";
import { leadBack } from "~/features/identity/lead-back.server";
import { checkFactorReset } from "~/features/identity/second-factor/check-factor-reset.server";
import { completeFactorReset } from "~/features/identity/second-factor/complete-factor-reset.server";
import { factorResetMessages, factorResetRefusals } from "~/features/identity/second-factor/factor-reset-messages";
import { openFactorResets } from "~/features/identity/second-factor/factor-reset-queries.server";
import { formatInstant } from "~/kernel/dates";
import { flash } from "~/platform/flash.server";

const here = "/admin/pemulihan";
const schema = z.object({ reset: z.string().default(""), note: z.string({ error: "required" }).trim().max(600, "too_long").default("") });

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${factorResetMessages[data?.language ?? "id"].desk.title} · Sinergi` },
];

export const loader = guardedLoader(platform("administrator"), async (c) => {
  const resets = await openFactorResets(c.db);
  return { language: c.language, resets: resets.map(({ userId, ...reset }) => ({ ...reset, own: userId === c.actor.userId })) };
});

/** Records the check of who it is, or with `aksi=lepas` ends the lost factor. */
export const action = guardedAction(platform("administrator"), async (c) => {
  const form = await c.form();
  const submission = parseWithZod(form, { schema });
  if (submission.status !== "success") return alongside(misread(submission), { of: String(form.get("reset") ?? "") });
  const { reset: resetId, note } = submission.value;
  const t = factorResetMessages[c.language].desk;
  if (form.get("aksi") === "lepas") {
    return leadBack(c, await c.attempt(completeFactorReset, { resetId }), { to: here, done: t.completed, refusals: factorResetRefusals });
  }
  const outcome = await c.attempt(checkFactorReset, { resetId, note });
  if (!outcome.ok) return alongside(refused(submission, outcome.refusal, c.language, factorResetRefusals), { of: resetId });
  throw redirect(here, { status: 303, headers: await flash(t.checkDone) });
});

type Reset = ReturnType<typeof useLoaderData<typeof loader>>["resets"][number];
type Answer = ReturnType<typeof useActionData<typeof action>>;

export default function FactorResets() {
  const { resets } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useMessages(factorResetMessages).desk;
  return (
    <Page narrow>
      <PageHead size="small" title={t.title} lead={t.lead} />
      {resets.length === 0 && <EmptyState title={t.none} />}
      <div className="stack [--gap:1.25rem]">
        {resets.map((reset) => (
          <OneReset reset={reset} answer={answer} key={reset.id} />
        ))}
      </div>
    </Page>
  );
}

function OneReset({ reset, answer }: { reset: Reset; answer: Answer }) {
  const t = useMessages(factorResetMessages).desk;
  const language = useLanguage();
  const at = (instant: Date | string | null) => (instant ? formatInstant(new Date(instant), language) : "");
  const form = useFormState(answer && "of" in answer && answer.of === reset.id ? answer.result : null, {});
  return (
    <Box title={`${reset.name}, ${reset.email}`}>
      <p className="small muted">{t.requestedAt(at(reset.requestedAt))}</p>
      {reset.checkedBy && <p className="small">{t.checked(reset.checkedBy, at(reset.checkedAt))}</p>}
      {reset.note && <p lang="id">{reset.note}</p>}
      {reset.own && <p className="mt-3">{t.own}</p>}
      {reset.state === "waiting" && <p className="mt-3">{t.waits(at(reset.dueAt))}</p>}
      {!reset.own && reset.state === "requested" && (
        <Form className="stack mt-3">
          <ErrorSummary form={form} />
          <Hidden values={{ reset: reset.id }} />
          <TextArea {...form.field("note")} id={`note-${reset.id}`} label={t.note} hint={t.noteHint} rows={3} maxLength={600} required />
          <Button>{t.check}</Button>
        </Form>
      )}
      {!reset.own && reset.state === "ready" && (
        <ActionForm
          hidden={{ reset: reset.id, aksi: "lepas" }}
          className="block mt-3"
          confirm={{ title: t.completeAsk, text: t.completeText, button: t.complete, danger: true }}
        >
          <Button kind="danger-quiet">{t.complete}</Button>
        </ActionForm>
      )}
    </Box>
  );
}
