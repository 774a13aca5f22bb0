import { parseWithZod } from "@conform-to/zod/v4";
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Button } from "~/components/button";
import { RadioGroup } from "~/components/choice-field";
import { DayText } from "~/components/day-text";
import { ErrorSummary } from "~/components/error-summary";
import { TextArea } from "~/components/field";
import { Form, FormActions, Hidden } from "~/components/form";
import { useFormState, useLanguage, useMessages } from "~/components/language";
import { DocumentPaper, Page, PageHead, Section } from "~/components/page";
import { RecordList } from "~/components/record-list";
import { freezeScopes, scopesOf } from "~/features/freezes/freeze";
import { freezeMessages, freezeRefusals } from "~/features/freezes/freeze-messages";
import { freezeOrganization } from "~/features/freezes/freeze-organization.server";
import { type FreezeView, freezesOf } from "~/features/freezes/freeze-queries.server";
import { unfreezeOrganization } from "~/features/freezes/unfreeze-organization.server";
import { isPlatform } from "~/features/identity/actor";
import { alongside, misread, refused } from "~/features/identity/form-refusal";
import { guardedAction, guardedLoader, platform } from "~/features/identity/guard.server";
import { findOrganization } from "~/features/organizations/organization-queries.server";
import { formatDay } from "~/kernel/dates";
import { isId } from "~/kernel/ids";
import { flash } from "~/platform/flash.server";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: `${page?.organization.name ?? ""} · Sinergi` }];

/** `/admin/anggota/:id/pembekuan`: what of an organisation is frozen, what was, and the form for one more. */
export const loader = guardedLoader(platform("administrator", "verifier", "auditor"), async (c) => {
  const id = c.params.id ?? "";
  const organization = isId(id) ? await findOrganization(c.db, id) : undefined;
  if (!organization || organization.kind === "platform") throw new Response(null, { status: 404 });
  const { name, kind } = organization;
  return { organization: { id, name, kind }, freezes: await freezesOf(c.db, id), mayDecide: isPlatform(c.actor, "administrator") };
});

const freezeSchema = z.object({
  scope: z.enum(freezeScopes, { error: "freeze_scope_unfit" }),
  reason: z.string({ error: "freeze_reason_missing" }).trim().max(600, "too_long"),
});
const liftSchema = z.object({ freezeId: z.string(), note: z.string({ error: "lift_note_missing" }).trim().max(600, "too_long") });

export const action = guardedAction(platform("administrator"), async (c) => {
  const form = await c.form();
  const organizationId = c.params.id ?? "";
  const page = `/admin/anggota/${organizationId}/pembekuan`;
  if (form.get("aksi") === "cabut") {
    const submission = parseWithZod(form, { schema: liftSchema });
    const freezeId = String(form.get("freezeId") ?? "");
    if (submission.status !== "success") return alongside(misread(submission), { freezeId });
    const outcome = await c.attempt(unfreezeOrganization, { organizationId, ...submission.value });
    if (!outcome.ok) return alongside(refused(submission, outcome.refusal, c.language, freezeRefusals), { freezeId });
    throw redirect(page, { status: 303, headers: await flash(freezeMessages[c.language].liftDone) });
  }
  const submission = parseWithZod(form, { schema: freezeSchema });
  if (submission.status !== "success") return alongside(misread(submission), { freezeId: null });
  const outcome = await c.attempt(freezeOrganization, { organizationId, ...submission.value });
  if (!outcome.ok) return alongside(refused(submission, outcome.refusal, c.language, freezeRefusals), { freezeId: null });
  throw redirect(page, { status: 303, headers: await flash(freezeMessages[c.language].done) });
});

type Result = Parameters<typeof useFormState>[0];

export default function Freezes() {
  const { organization, freezes, mayDecide } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useMessages(freezeMessages);
  const language = useLanguage();
  const open = freezes.filter(({ liftedAt }) => liftedAt === null);
  return (
    <Page>
      <PageHead
        size="small"
        title={t.title(organization.name)}
        lead={t.lead}
        crumbs={[{ href: `/admin/anggota/${organization.id}`, label: organization.name }]}
      />
      <DocumentPaper>
        <Section title={t.current}>
          {open.length === 0 && <p className="muted">{t.none}</p>}
          {open.map((freeze) => (
            <OpenFreezeBox
              freeze={freeze}
              mayDecide={mayDecide}
              result={answer?.freezeId === freeze.id ? answer.result : null}
              key={freeze.id}
            />
          ))}
        </Section>
        {mayDecide ? (
          <Section title={t.add}>
            <FreezeForm kind={organization.kind} result={answer?.freezeId === null ? answer.result : null} />
          </Section>
        ) : (
          <Section title={t.add}>
            <p className="muted">{t.readOnly}</p>
          </Section>
        )}
        <Section title={t.history}>
          <RecordList
            empty={<p className="muted">{t.none}</p>}
            items={freezes.map((freeze) => ({
              key: freeze.id,
              title: t.frozen[freeze.scope],
              meta: (
                <>
                  <DayText value={freeze.frozenAt} form="instant" /> {t.by(freeze.frozenBy)}
                </>
              ),
              note: (
                <>
                  {freeze.reason}
                  {freeze.liftedAt && (
                    <span className="block">
                      {t.lifted(formatDay(freeze.liftedAt, language), freeze.liftedBy ?? "Sinergi")}: {freeze.liftNote}
                    </span>
                  )}
                </>
              ),
            }))}
          />
        </Section>
      </DocumentPaper>
    </Page>
  );
}

function OpenFreezeBox({ freeze, mayDecide, result }: { freeze: FreezeView; mayDecide: boolean; result: Result }) {
  const t = useMessages(freezeMessages);
  const form = useFormState(result, { texts: useMessages(freezeRefusals) });
  return (
    <div className="mb-5">
      <h3 className="[font-size:var(--text-base)]">{t.frozen[freeze.scope]}</h3>
      <p className="small muted">
        <DayText value={freeze.frozenAt} form="instant" /> · {freeze.reason}
      </p>
      {mayDecide && (
        <Form className="stack mt-3">
          <Hidden values={{ aksi: "cabut", freezeId: freeze.id }} />
          <TextArea
            {...form.field("note")}
            id={`note-${freeze.id}`}
            label={t.liftNote}
            hint={t.liftNoteHint}
            rows={2}
            maxLength={600}
            required
          />
          <FormActions>
            <Button kind="outline">{t.lift}</Button>
          </FormActions>
        </Form>
      )}
    </div>
  );
}

function FreezeForm({ kind, result }: { kind: "community" | "company" | "practitioner"; result: Result }) {
  const t = useMessages(freezeMessages);
  const form = useFormState(result, { texts: useMessages(freezeRefusals) });
  return (
    <Form className="stack">
      <ErrorSummary form={form} />
      <RadioGroup
        {...form.field("scope")}
        label={t.scope}
        options={scopesOf(kind).map((value) => ({ value, label: t.scopes[value], hint: t.effects[value] }))}
      />
      <TextArea {...form.field("reason")} label={t.reasonField} hint={t.reasonHint} rows={3} maxLength={600} required />
      <FormActions>
        <Button kind="danger">{t.freeze}</Button>
      </FormActions>
    </Form>
  );
}
