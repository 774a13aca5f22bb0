import { parseWithZod } from "@conform-to/zod/v4";
import { type MetaFunction, data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "~/components/button";
import { TextField } from "~/components/field";
import { useFormState, useMessages } from "~/components/language";
import { Reasons } from "~/components/note";
import { Page, PageHead } from "~/components/page";
import { Aside, Panel } from "~/components/panel";
import { hashOfCode } from "~/features/concerns/concern-code.server";
import { ConcernForm } from "~/features/concerns/concern-form";
import { concernMessages } from "~/features/concerns/concern-messages";
import { concernSubjects } from "~/features/concerns/concern-queries.server";
import { concernRefusals } from "~/features/concerns/concern-refusals";
import { concernSchema } from "~/features/concerns/concern.schema";
import { reportConcern } from "~/features/concerns/report-concern.server";
import { misread, refused } from "~/features/identity/form-refusal";
import { anyone, attempting, guardedAction, guardedLoader } from "~/features/identity/guard.server";
import { placeOf } from "~/features/identity/place";
import { DomainError } from "~/kernel/domain-error";
import { newId } from "~/kernel/ids";

export const meta: MetaFunction<typeof loader> = ({ data: given }) => {
  const t = concernMessages[given?.language ?? "id"];
  return [{ title: `${t.title} · Sinergi` }, { name: "description", content: t.lead }];
};

export const loader = guardedLoader(anyone, async (c) => {
  const code = c.url.searchParams.get("kode");
  if (code && hashOfCode(code)) throw redirect(`/lapor/${encodeURIComponent(code)}`);
  const chosen = { program: c.url.searchParams.get("program"), organization: c.url.searchParams.get("lembaga") };
  const subjects = await concernSubjects(c.db, chosen);
  const about = chosen.program ? `program:${chosen.program}` : chosen.organization ? `lembaga:${chosen.organization}` : "";
  const page = { language: c.language, kunci: newId(), subjects, about, code };
  // Each form has a key of its own: the page is for one reader and once.
  return data(page, { headers: { "Cache-Control": "private, no-store" } });
});

export const action = guardedAction(anyone, async (c) => {
  const form = await c.form();
  const submission = parseWithZod(form, { schema: concernSchema });
  const filesLost = form.getAll("file").some((file) => file instanceof File && file.name !== "");
  const kunci = String(form.get("kunci") ?? "");
  const answer = ({ data: given, init }: ReturnType<typeof misread>) => data({ ...given, filesLost, kunci }, init ?? 400);
  if (submission.status !== "success") return answer(misread(submission));
  const { situs, kunci: key, file, ...concern } = submission.value;
  if (situs !== "") return answer(refused(submission, new DomainError("trap_filled"), c.language, concernRefusals));
  const files = file.filter((one) => one.size > 0 || one.name !== "");
  const outcome = await attempting(() => reportConcern(c.db, { ...concern, key, files, place: placeOf(c.request) }));
  if (!outcome.ok) return answer(refused(submission, outcome.refusal, c.language, concernRefusals));
  throw redirect(`/lapor/${outcome.value.code}`, 303);
});

export { publicHeaders as headers } from "~/features/reporting/public-headers";

export default function Concern() {
  const { kunci, subjects, about, code } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useMessages(concernMessages);
  const form = useFormState(answer?.result, { defaults: { about }, texts: useMessages(concernRefusals) });
  return (
    <Page>
      <PageHead title={t.title} lead={t.lead} />
      <div className="two">
        <ConcernForm form={form} kunci={answer?.kunci || kunci} subjects={subjects} filesLost={answer?.filesLost ?? false} />
        <Aside>
          <Panel flat>
            <h2 className="[font-size:var(--text-lg)]">{t.care.title}</h2>
            <Reasons
              className="mt-2.5"
              items={[t.care.address, t.care.sentence, t.care.tie, t.care.answer].map((text) => ({ tone: "y", text }))}
            />
          </Panel>
          <FollowForm code={code} />
        </Aside>
      </div>
    </Page>
  );
}

/** A code that leads on is answered by its page; here only one that can't be read comes back. */
function FollowForm({ code }: { code: string | null }) {
  const t = useMessages(concernMessages);
  const unknown = useMessages(concernRefusals).code_unknown({});
  return (
    <form className="panel flat mt-3.5" method="get" action="/lapor" aria-labelledby="lacak">
      <h2 className="[font-size:var(--text-lg)] mb-2.5" id="lacak">
        {t.follow}
      </h2>
      <TextField
        name="kode"
        label={t.code}
        placeholder="KW-XXXX-XXXX-XXXX"
        defaultValue={code ?? ""}
        error={code ? unknown : undefined}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        inputClassName="mono"
        maxLength={40}
      />
      <Button kind="outline" block className="mt-2.5">
        {t.followButton}
      </Button>
    </form>
  );
}
