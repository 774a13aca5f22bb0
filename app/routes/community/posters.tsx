import { parseWithZod } from "@conform-to/zod/v4";
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { Fields, NumberField, SelectField, TextField } from "~/components/field";
import { Form, FormActions } from "~/components/form";
import { useFormState, useMessages } from "~/components/language";
import { motifOf } from "~/components/motif";
import { Page, PageHead } from "~/components/page";
import { Box } from "~/components/panel";
import { ownProgram } from "~/features/disbursements/own-program.server";
import { misread, refused } from "~/features/identity/form-refusal";
import { community, guardedAction, guardedLoader } from "~/features/identity/guard.server";
import { communityPowers } from "~/features/identity/powers";
import { askResidents } from "~/features/residents/ask-residents.server";
import { Poster } from "~/features/residents/poster";
import { residentMessages } from "~/features/residents/resident-messages";
import { questionsOfProgram } from "~/features/residents/resident-queries.server";
import { residentRefusals } from "~/features/residents/resident-refusals";
import { questionSchema } from "~/features/residents/residents.schema";
import { newId } from "~/kernel/ids";
import { absoluteUrl } from "~/platform/env.server";
import { flash } from "~/platform/flash.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${residentMessages[data?.language ?? "id"].poster.title} · Sinergi` },
];

export const loader = guardedLoader(community(), async (c) => {
  const program = await ownProgram(c);
  const questions = await questionsOfProgram(c.db, program.id);
  return {
    language: c.language,
    kunci: newId(),
    program: {
      slug: program.slug,
      title: program.title,
      code: program.code,
      termins: program.termins.map(({ n, title }) => ({ n, title })),
    },
    motif: motifOf({ kind: "community", element: c.membership.element }),
    mayAsk: communityPowers.asks_residents.some((role) => c.membership.roles.includes(role)),
    posters: questions.map(({ id, code, thing, place }) => ({ id, code, thing, place, address: absoluteUrl(`/warga/${code}`) })),
  };
});

export const action = guardedAction(community(...communityPowers.asks_residents), async (c) => {
  const program = await ownProgram(c);
  const submission = parseWithZod(await c.form(), { schema: questionSchema });
  if (submission.status !== "success") return misread(submission);
  const { kunci: key, tranche: trancheN, ...question } = submission.value;
  const outcome = await c.attempt(askResidents, { key, proposalId: program.id, trancheN, ...question });
  if (!outcome.ok) return refused(submission, outcome.refusal, c.language, residentRefusals);
  const headers = await flash(residentMessages[c.language].poster.made);
  throw redirect(`/ruang/lembaga/program/${program.slug}/poster`, { status: 303, headers });
});

export default function Posters() {
  const { program, posters, motif, mayAsk } = useLoaderData<typeof loader>();
  const t = useMessages(residentMessages).poster;
  return (
    <Page>
      <div className="noprint">
        <PageHead
          size="small"
          crumbs={[{ href: `/ruang/lembaga/program/${program.slug}`, label: <span lang="id">{program.title}</span> }]}
          title={t.title}
          lead={t.lead}
        />
        {mayAsk && <AskForm />}
        {posters.length > 0 && <p className="hint mt-5">{t.print}</p>}
      </div>
      <div className="posters mt-5">
        {posters.map((poster) => (
          <Poster {...poster} program={program.title} programCode={program.code ?? ""} motif={motif} key={poster.id} />
        ))}
      </div>
    </Page>
  );
}

function AskForm() {
  const { kunci, program } = useLoaderData<typeof loader>();
  const t = useMessages(residentMessages).poster;
  const form = useFormState(useActionData<typeof action>()?.result, { texts: useMessages(residentRefusals) });
  return (
    <Box title={t.make}>
      <Form kunci={kunci}>
        <ErrorSummary form={form} />
        <Fields columns={2}>
          <TextField {...form.field("thing")} label={t.thing} hint={t.thingHint} maxLength={120} required />
          <TextField {...form.field("place")} label={t.place} hint={t.placeHint} maxLength={120} required />
          <SelectField
            {...form.field("tranche")}
            label={t.tranche}
            empty={t.anyTranche}
            options={program.termins.map(({ n, title }) => ({ value: String(n), label: t.tranches(n, title) }))}
          />
          <NumberField {...form.field("households")} label={t.households} hint={t.householdsHint} maxLength={7} optional />
        </Fields>
        <FormActions>
          <Button>{t.button}</Button>
        </FormActions>
      </Form>
    </Box>
  );
}
