import { leadBack } from "~/features/identity/lead-back.server";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/components/button";
import { refusalText } from "~/components/refusal-text";
import { flash } from "~/platform/flash.server";
import { useLanguage, useMessages } from "~/components/language";
import { Page, PageHead } from "~/components/page";
import { Box } from "~/components/panel";
import { ProgramName } from "~/components/program-name";
import { CopyButton } from "~/components/reference-box";
import { company, guardedAction, guardedLoader } from "~/features/identity/guard.server";
import { renewPaymentLink, revokePaymentLink } from "~/features/pledges/payment-link.server";
import { pledgeRefusals } from "~/features/pledges/pledge-messages";
import { findCompanyPledge } from "~/features/pledges/pledge-queries.server";
import { workspaceMessages } from "~/features/pledges/workspace-messages";
import { formatDay } from "~/kernel/dates";
import { absoluteUrl } from "~/platform/env.server";
import { companyPowers } from "~/features/identity/powers";

export const loader = guardedLoader(company(), (c) => ({ back: `/ruang/perusahaan/komitmen/${c.params.id}` }));

export const action = guardedAction(company(...companyPowers.makes_payment_links), async (c) => {
  const { organizationId } = c.membership;
  const pledge = await findCompanyPledge(c.db, organizationId, c.params.id ?? "");
  if (!pledge) throw new Response(null, { status: 404 });
  const { proposalId, pledgeId } = pledge;
  const input = { companyId: organizationId, proposalId, pledgeId };
  const back = `/ruang/perusahaan/komitmen/${pledgeId}`;
  if ((await c.form()).get("maksud") === "cabut") {
    const revoked = await c.attempt(revokePaymentLink, input);
    const done = workspaceMessages[c.language].one.link.revoked;
    throw await leadBack(c, revoked, { to: back, done, refusals: pledgeRefusals });
  }
  const made = await c.attempt(renewPaymentLink, input);
  if (!made.ok) {
    const headers = await flash(refusalText(made.refusal, c.language, pledgeRefusals), "bad");
    throw redirect(back, { status: 303, headers });
  }
  // Shown here and nowhere else: only its hash is kept.
  return data(
    { url: absoluteUrl(made.value.path), validUntil: made.value.validUntil, program: pledge.program },
    { headers: { "Cache-Control": "no-store" } },
  );
});

/** The answer to making a link; without one there is nothing to show. */
export default function PaymentLink() {
  const { back } = useLoaderData<typeof loader>();
  const made = useActionData<typeof action>();
  const t = useMessages(workspaceMessages).one;
  const language = useLanguage();
  return (
    <Page narrow>
      <PageHead
        crumbs={[{ href: back, label: t.crumb }]}
        title={made ? t.link.madeTitle : t.link.title}
        meta={made && <ProgramName {...made.program} />}
      />
      {made && (
        <Box>
          <p className="mono wrap-anywhere">{made.url}</p>
          <CopyButton text={made.url} />
          <p className="hint">{t.link.madeText(formatDay(made.validUntil, language))}</p>
        </Box>
      )}
      <p className="row mt-5">
        <ButtonLink to={back}>{t.link.back}</ButtonLink>
      </p>
    </Page>
  );
}
