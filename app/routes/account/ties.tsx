import { parseWithZod } from "@conform-to/zod/v4";
import { type MetaFunction, data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { StatusBadge } from "~/components/badge";
import { Button } from "~/components/button";
import { RadioGroup } from "~/components/choice-field";
import { DescriptionList } from "~/components/description-list";
import { ErrorSummary } from "~/components/error-summary";
import { DateField, TextField } from "~/components/field";
import { ActionForm, Form, FormActions } from "~/components/form";
import { useFormState, useLanguage, useMessages } from "~/components/language";
import { DocumentPaper, Page, PageHead, Section } from "~/components/page";
import { RecordList } from "~/components/record-list";
import { alongside, misread, refused } from "~/features/identity/form-refusal";
import { guardedAction, guardedLoader, signedIn } from "~/features/identity/guard.server";
import { confirmTies } from "~/features/ties/confirm-ties.server";
import { declareTie } from "~/features/ties/declare-tie.server";
import { tieHolds, tieKinds } from "~/features/ties/tie";
import { tieMessages, tieRefusals } from "~/features/ties/tie-messages";
import { findParties, latestDeclaration, tiesOf } from "~/features/ties/tie-queries.server";
import { withdrawTie } from "~/features/ties/withdraw-tie.server";
import { formatDay, isDay } from "~/kernel/dates";
import { today } from "~/platform/clock.server";
import { flash } from "~/platform/flash.server";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: `${tieMessages[page?.language ?? "id"].short} · Sinergi` }];

/** `/akun/ikatan`: the ties that a person declares, and the yearly statement that these are all. */
export const loader = guardedLoader(signedIn, async (c) => ({
  language: c.language,
  today: today(),
  ties: (await tiesOf(c.db, c.actor.userId)).map((tie) => ({ ...tie, holds: tieHolds(tie, today()) })),
  declaration: await latestDeclaration(c.db, c.actor.userId),
}));

const schema = z.object({
  organizationId: z.string().default(""),
  partyName: z.string().trim().max(120, "too_long").default(""),
  kind: z.enum(tieKinds, { error: "tie_kind_missing" }),
  detail: z.string().trim().max(200, "too_long").default(""),
  endedOn: z
    .string()
    .default("")
    .transform((value) => value || null)
    .refine((value) => value === null || isDay(value), "not_a_day"),
});

const page = "/akun/ikatan";

export const action = guardedAction(signedIn, async (c) => {
  const form = await c.form();
  const texts = tieMessages[c.language];
  const step = form.get("aksi");
  if (step === "pernyataan") {
    await c.run(confirmTies, {});
    throw redirect(page, { status: 303, headers: await flash(texts.confirmed) });
  }
  if (step === "tarik") {
    const outcome = await c.attempt(withdrawTie, { tieId: String(form.get("tieId") ?? "") });
    const text = outcome.ok ? texts.withdrawDone : tieRefusals[c.language].tie_not_found({});
    throw redirect(page, { status: 303, headers: await flash(text, outcome.ok ? "ok" : "bad") });
  }
  const submission = parseWithZod(form, { schema });
  const q = String(form.get("cari") ?? "");
  const parties = await findParties(c.db, q);
  if (step === "cari") return data({ q, parties, result: { initialValue: submission.reply().initialValue } }, 200);
  if (submission.status !== "success") return alongside(misread(submission), { q, parties });
  const { organizationId, ...said } = submission.value;
  const outcome = await c.attempt(declareTie, { ...said, organizationId: organizationId || null });
  if (!outcome.ok) return alongside(refused(submission, outcome.refusal, c.language, tieRefusals), { q, parties });
  throw redirect(page, { status: 303, headers: await flash(texts.saved) });
});

export default function Ties() {
  const { declaration } = useLoaderData<typeof loader>();
  const t = useMessages(tieMessages);
  const language = useLanguage();
  return (
    <Page>
      <PageHead crumbs={[{ href: "/akun", label: "Akun" }]} title={t.title} lead={t.lead} />
      <DocumentPaper>
        <DeclaredTies />
        <Section title={t.add} hint={t.publicHint}>
          <TieForm />
        </Section>
        <Section title={t.statement}>
          <DescriptionList
            items={[
              {
                term: t.short,
                value: declaration ? (
                  <StatusBadge tone={declaration.holds ? "ok" : "warn"}>
                    {declaration.holds
                      ? t.holds(formatDay(declaration.declaredOn, language), formatDay(declaration.validUntil, language))
                      : t.ended(formatDay(declaration.validUntil, language))}
                  </StatusBadge>
                ) : (
                  <StatusBadge tone="warn">{t.missing}</StatusBadge>
                ),
              },
            ]}
          />
          <ActionForm hidden={{ aksi: "pernyataan" }} className="block mt-4">
            <p className="mb-3">{t.statementText}</p>
            <Button>{t.confirm}</Button>
            <p className="hint">{t.confirmHint}</p>
          </ActionForm>
        </Section>
      </DocumentPaper>
    </Page>
  );
}

function DeclaredTies() {
  const { ties } = useLoaderData<typeof loader>();
  const t = useMessages(tieMessages);
  const language = useLanguage();
  return (
    <Section title={t.list}>
      <RecordList
        empty={<p className="muted">{t.none}</p>}
        items={ties.map((tie) => ({
          key: tie.id,
          title: tie.party,
          meta: [t.kinds[tie.kind], tie.endedOn && t.until(formatDay(tie.endedOn, language))].filter(Boolean).join(", "),
          note: tie.detail,
          side: tie.withdrawnAt ? (
            <StatusBadge>{t.withdrawn(formatDay(tie.withdrawnAt, language))}</StatusBadge>
          ) : (
            <>
              <StatusBadge tone={tie.holds ? "warn" : "ok"}>{tie.holds ? t.stops : t.over}</StatusBadge>
              <ActionForm
                hidden={{ aksi: "tarik", tieId: tie.id }}
                confirm={{ title: `${t.withdraw}: ${tie.party}?`, text: t.withdrawText, button: t.withdraw, danger: true }}
              >
                <Button kind="quiet" aria-label={`${t.withdraw}: ${tie.party}`}>
                  {t.withdraw}
                </Button>
              </ActionForm>
            </>
          ),
        }))}
      />
    </Section>
  );
}

/** Without JavaScript the search is a button of the same form: what else was typed comes back. */
function TieForm() {
  const answer = useActionData<typeof action>();
  const t = useMessages(tieMessages);
  const form = useFormState(answer?.result, { texts: useMessages(tieRefusals) });
  const parties = answer?.parties ?? [];
  return (
    <Form className="stack">
      <ErrorSummary form={form} />
      <TextField id="cari" name="cari" label={t.search} defaultValue={answer?.q} maxLength={80} error={undefined} />
      <div>
        <Button kind="outline" name="aksi" value="cari" icon="search">
          {t.find}
        </Button>
      </div>
      {answer?.q && parties.length === 0 && <p className="muted small">{t.nothing}</p>}
      {parties.length > 0 && (
        <RadioGroup
          {...form.field("organizationId")}
          label={t.choose}
          options={[
            ...parties.map(({ id, name, area }) => ({ value: id, label: name, hint: area ?? undefined })),
            { value: "", label: t.notListed },
          ]}
        />
      )}
      <TextField {...form.field("partyName")} label={t.party} hint={t.partyHint} maxLength={120} optional />
      <RadioGroup {...form.field("kind")} label={t.kind} options={tieKinds.map((value) => ({ value, label: t.kinds[value] }))} />
      <TextField {...form.field("detail")} label={t.detail} hint={t.detailHint} maxLength={200} optional />
      <DateField {...form.field("endedOn")} label={t.endedOn} hint={t.endedOnHint} optional />
      <FormActions>
        <Button name="aksi" value="nyatakan">
          {t.save}
        </Button>
      </FormActions>
    </Form>
  );
}
