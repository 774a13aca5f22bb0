import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button, ButtonLink } from "~/components/button";
import { RadioGroup } from "~/components/choice-field";
import { Form, FormActions } from "~/components/form";
import { useLanguage, useMessages } from "~/components/language";
import { Note } from "~/components/note";
import { Page } from "~/components/page";
import { anyone, guardedAction, guardedLoader } from "~/features/identity/guard.server";
import { cardMessages } from "~/features/payments/card-messages";
import { findStandInCheckout, requireStandIn } from "~/features/payments/stand-in-page.server";
import { formatRupiah } from "~/kernel/money";
import { paySession } from "~/platform/stripe-stand-in/sessions.server";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${cardMessages[page?.language ?? "id"].page.metaTitle} · Sinergi` },
  { name: "robots", content: "noindex, nofollow" },
];

export const loader = guardedLoader(anyone, async (c) => {
  requireStandIn();
  const checkout = await findStandInCheckout(c.db, c.params.id ?? "");
  if (!checkout) throw new Response(null, { status: 404 });
  return { language: c.language, checkout };
});

export const action = guardedAction(anyone, async (c) => {
  requireStandIn();
  const card = (await c.form()).get("kartu");
  if (card === "ditolak") return data({ declined: true }, { status: 422 });
  const paid = await paySession(c.db, c.params.id ?? "");
  // Paid or expired meanwhile: the page says which.
  throw redirect(paid?.success_url ?? c.url.pathname, 303);
});

/** Where the stand-in takes the place of Stripe's own checkout page. */
export default function StripeCheckout() {
  const { checkout } = useLoaderData<typeof loader>();
  const declined = useActionData<typeof action>()?.declined;
  const t = useMessages(cardMessages).page;
  const language = useLanguage();
  const amount = formatRupiah(checkout.amount, language);
  return (
    <Page narrow>
      <Note tone="warn">{t.stand}</Note>
      <h1 className="mt-5">{t.title(amount)}</h1>
      <p className="lead [margin:.625rem_0_1.5rem]">
        {checkout.description}. {t.to}.
      </p>
      {declined && (
        <Note tone="bad" className="mb-5">
          {t.declined}
        </Note>
      )}
      {checkout.status === "open" ? (
        <Form className="box stack [--gap:1.125rem]">
          <RadioGroup
            name="kartu"
            label={t.card}
            defaultValue={declined ? "ditolak" : "disetujui"}
            options={[
              { value: "disetujui", label: t.good },
              { value: "ditolak", label: t.bad },
            ]}
          />
          <FormActions>
            <Button kind="pledge" icon="card">
              {t.pay(amount)}
            </Button>
            <ButtonLink kind="quiet" to={checkout.cancelUrl}>
              {t.cancel}
            </ButtonLink>
          </FormActions>
        </Form>
      ) : (
        <Note
          tone="info"
          actions={<ButtonLink to={checkout.status === "complete" ? checkout.successUrl : checkout.cancelUrl}>{t.back}</ButtonLink>}
        >
          {t[checkout.status]}
        </Note>
      )}
    </Page>
  );
}
