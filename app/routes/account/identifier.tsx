import { parseWithZod } from "@conform-to/zod/v4";
import { data, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Button } from "~/components/button";
import { DayText } from "~/components/day-text";
import { DescriptionList } from "~/components/description-list";
import { ErrorSummary } from "~/components/error-summary";
import { TextField } from "~/components/field";
import { Form, FormActions } from "~/components/form";
import { useFormState, useMessages } from "~/components/language";
import { Page, PageHead } from "~/components/page";
import { Box } from "~/components/panel";
import { RecordList } from "~/components/record-list";
import { maskedIdentifier } from "~/features/identifiers/identifier";
import { identifierMessages, identifierRefusals } from "~/features/identifiers/identifier-messages";
import { findIdentifier } from "~/features/identifiers/identifier-queries.server";
import { mayReveal, revealIdentifier } from "~/features/identifiers/reveal-identifier.server";
import { misread, refused } from "~/features/identity/form-refusal";
import { guardedAction, guardedLoader, signedIn } from "~/features/identity/guard.server";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: `${page?.identifier.organization ?? ""} · Sinergi` }];

/** A number that somebody opened belongs in no cache. */
export const headers = () => ({ "Cache-Control": "no-store" });

/** `/identitas/:id`: one identity number, masked; each opening is its own POST with a reason. */
export const loader = guardedLoader(signedIn, async (c) => {
  const identifier = await findIdentifier(c.db, c.params.id ?? "");
  if (!identifier || !mayReveal(c.actor, identifier.organizationId)) throw new Response(null, { status: 404 });
  return { language: c.language, identifier };
});

const schema = z.object({ reason: z.string({ error: "reveal_reason_missing" }).trim().max(200, "too_long") });

export const action = guardedAction(signedIn, async (c) => {
  const submission = parseWithZod(await c.form(), { schema });
  if (submission.status !== "success") return misread(submission);
  const outcome = await c.attempt(revealIdentifier, { identifierId: c.params.id ?? "", reason: submission.value.reason });
  if (!outcome.ok) return refused(submission, outcome.refusal, c.language, identifierRefusals);
  return data({ number: outcome.value.number, result: undefined }, { headers: headers() });
});

export default function Identifier() {
  const { identifier } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useMessages(identifierMessages);
  const form = useFormState(answer?.result, { texts: useMessages(identifierRefusals) });
  const number = answer && "number" in answer ? answer.number : undefined;
  return (
    <Page narrow>
      <PageHead title={t.title(t.kinds[identifier.kind], identifier.organization)} lead={t.lead} />
      <DescriptionList
        items={[
          {
            term: number ? t.number : t.masked,
            value: <span className="n">{number ?? maskedIdentifier(identifier.lastFour)}</span>,
          },
        ]}
      />
      {number ? (
        <p className="hint" role="status">
          {t.once} <a href={`/identitas/${identifier.id}`}>{t.close}</a>
        </p>
      ) : (
        <Form className="stack mt-5">
          <ErrorSummary form={form} />
          <TextField {...form.field("reason")} label={t.reason} hint={t.reasonHint} maxLength={200} required />
          <FormActions>
            <Button icon="eye">{t.open}</Button>
          </FormActions>
        </Form>
      )}
      <Box title={t.history} className="mt-7">
        <RecordList
          empty={<p className="muted">{t.never}</p>}
          items={identifier.openings.map((opening) => ({
            key: String(opening.at),
            title: opening.name ?? "Sinergi",
            meta: <DayText value={opening.at} form="instant" />,
            note: opening.reason,
          }))}
        />
      </Box>
    </Page>
  );
}
