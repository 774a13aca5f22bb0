import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DayText } from "~/components/day-text";
import { useMessages } from "~/components/language";
import { motifOf } from "~/components/motif";
import { Section } from "~/components/page";
import { RecordList } from "~/components/record-list";
import { community, guardedAction, guardedLoader } from "~/features/identity/guard.server";
import { consentMessages } from "~/features/proposals/consent-messages";
import { consentsAskedOf } from "~/features/proposals/consent-queries.server";
import { sponsorshipMessages } from "~/features/sponsorships/sponsorship-messages";
import { SponsorshipsPage } from "~/features/sponsorships/sponsorships-page";
import { changeSponsorships, loadSponsorships } from "~/features/sponsorships/sponsorships-page.server";
import { communityPowers } from "~/features/identity/powers";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${sponsorshipMessages[data?.language ?? "id"].title} · Sinergi` },
];

export const loader = guardedLoader(community(), async (c) => ({
  ...(await loadSponsorships(c)),
  consents: await consentsAskedOf(c.db, c.membership.organizationId),
}));

export const action = guardedAction(community(...communityPowers.agrees_sponsorships), changeSponsorships);

export default function Sponsorships() {
  const data = useLoaderData<typeof loader>();
  const t = useMessages(consentMessages);
  return (
    <SponsorshipsPage data={data} answer={useActionData<typeof action>()}>
      {data.consents.length > 0 && (
        <Section title={t.list}>
          <RecordList
            items={data.consents.map((consent) => ({
              key: consent.proposalId,
              to: `/ruang/lembaga/naungan/usulan/${consent.proposalId}`,
              title: consent.title,
              meta: consent.organization,
              motif: motifOf({ kind: "community", element: consent.element }),
              side: <DayText className="small muted" value={consent.askedAt} />,
            }))}
          />
        </Section>
      )}
    </SponsorshipsPage>
  );
}
