import { parseWithZod } from "@conform-to/zod/v4";
import { type MetaFunction, data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button, ButtonLink } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { SelectField, TextField } from "~/components/field";
import { Form } from "~/components/form";
import { useFormState, useLanguage, useMessages } from "~/components/language";
import { findArea, searchAreas } from "~/features/areas/area-queries.server";
import { AreaField } from "~/features/areas/area-field";
import { followGuidance } from "~/features/guidance/follow-guidance.server";
import { elementCodes, elementName } from "~/features/guidance/guidance";
import { readGuidanceFilter } from "~/features/guidance/guidance-filter";
import { guidanceMessages } from "~/features/guidance/guidance-messages";
import { guidanceRefusals } from "~/features/guidance/guidance-refusals";
import { followSchema } from "~/features/guidance/guidance.schema";
import { AuthPage } from "~/features/identity/auth-page";
import { misread, refused } from "~/features/identity/form-refusal";
import { anyone, attempting, guardedAction, guardedLoader } from "~/features/identity/guard.server";
import { placeOf } from "~/features/identity/place";
import { flash } from "~/platform/flash.server";

export const meta: MetaFunction<typeof loader> = ({ data: given }) => [
  { title: `${guidanceMessages[given?.language ?? "id"].subscribe.title} · Sinergi` },
];

export const loader = guardedLoader(anyone, async (c) => {
  const { elements, areas } = readGuidanceFilter(c.url.searchParams);
  return {
    language: c.language,
    sent: c.url.searchParams.has("terkirim"),
    email: c.actor?.email ?? "",
    element: elements[0] ?? "",
    area: areas[0] ? await findArea(c.db, areas[0]) : undefined,
  };
});

export const action = guardedAction(anyone, async (c) => {
  const form = await c.form();
  const submission = parseWithZod(form, { schema: followSchema });
  const chosen = await findArea(c.db, String(form.get("areaCode") ?? ""));
  if (form.get("aksi") === "cari-wilayah") {
    const q = String(form.get("areaCodeCari") ?? "");
    return data({ result: { ...submission.reply(), error: {} }, chosen, search: { q, results: await searchAreas(c.db, { q }) } }, 200);
  }
  if (submission.status !== "success") return data({ ...misread(submission).data, chosen, search: undefined }, 400);
  const { email, element, areaCode } = submission.value;
  const confirmed = c.actor?.emailVerified === true && c.actor.email.toLowerCase() === email;
  const outcome = await attempting(() =>
    followGuidance(c.db, {
      ...{ email, confirmed },
      language: c.language,
      areaCode: areaCode || null,
      element: element ?? null,
      place: placeOf(c.request),
    }),
  );
  if (!outcome.ok) {
    const answer = refused(submission, outcome.refusal, c.language, guidanceRefusals);
    return data({ ...answer.data, chosen, search: undefined }, answer.init ?? 400);
  }
  if (!confirmed) throw redirect("/panduan/ikuti?terkirim", 303);
  throw redirect("/panduan", { status: 303, headers: await flash(guidanceMessages[c.language].subscribe.followed) });
});

export default function FollowGuidance() {
  const { sent, email, element, area } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useMessages(guidanceMessages).subscribe;
  const language = useLanguage();
  const form = useFormState(answer?.result, { defaults: { email, element }, texts: useMessages(guidanceRefusals) });
  if (sent && !answer) {
    return (
      <AuthPage title={t.sentTitle} lead={t.sent}>
        <ButtonLink to="/panduan">{t.back}</ButtonLink>
      </AuthPage>
    );
  }
  return (
    <AuthPage title={t.title} lead={t.lead}>
      <Form className="stack" action="/panduan/ikuti">
        <ErrorSummary form={form} />
        <TextField {...form.field("email")} label={t.email} type="email" autoComplete="email" required />
        <SelectField
          {...form.field("element")}
          label={t.element}
          empty={t.everyElement}
          options={elementCodes.map((code) => ({ value: code, label: elementName(code)[language] }))}
        />
        <AreaField
          name="areaCode"
          label={t.area}
          hint={t.areaHint}
          chosen={answer ? answer.chosen : area}
          search={answer?.search}
          error={form.error("areaCode")}
        />
        <Button size="large" block>
          {t.button}
        </Button>
      </Form>
    </AuthPage>
  );
}
