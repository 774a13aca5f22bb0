import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AlurDana } from "~/components/alur-dana";
import { ButtonLink } from "~/components/button";
import { useLanguage, useMessages } from "~/components/language";
import { Money } from "~/components/money";
import { Note } from "~/components/note";
import { Page, PageHead } from "~/components/page";
import { Box } from "~/components/panel";
import { EmergencyMark } from "~/components/program-name";
import { Table } from "~/components/table";
import { company, guardedLoader } from "~/features/identity/guard.server";
import { atOneMoment, cardOfferFor } from "~/features/payments/card-offer.server";
import { CardOutcome, PayByCard } from "~/features/payments/card-parts";
import { isOpen } from "~/features/payments/payment";
import { arrivalsOfPledge } from "~/features/payments/payment-page-queries.server";
import { ArrivalTable, HowToTransfer, PaymentList } from "~/features/payments/payment-parts";
import { findEscrowAccount } from "~/features/pledges/escrow-account.server";
import { isCommitted } from "~/features/pledges/pledge";
import { PledgeAside } from "~/features/pledges/pledge-aside";
import { PledgeBadge } from "~/features/pledges/pledge-badge";
import { pledgeMessages } from "~/features/pledges/pledge-messages";
import { companyTabCounts, eventsOfPledge, findCompanyPledge, type PledgeDetail } from "~/features/pledges/pledge-queries.server";
import { PledgeTimeline } from "~/features/pledges/pledge-timeline";
import { rightsOver } from "~/features/pledges/rights";
import { workspaceMessages } from "~/features/pledges/workspace-messages";
import { formatDay } from "~/kernel/dates";
import { formatRupiah, sum } from "~/kernel/money";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.pledge.program.title ?? ""} · Sinergi` }];

export const loader = guardedLoader(company(), (c) =>
  atOneMoment(c.db, async (trx) => {
    const { organizationId } = c.membership;
    const pledge = await findCompanyPledge(trx, organizationId, c.params.id ?? "");
    if (!pledge) throw new Response(null, { status: 404 });
    return {
      pledge,
      rights: rightsOver(pledge, c.membership, c.actor.userId),
      events: await eventsOfPledge(trx, pledge.pledgeId),
      arrivals: await arrivalsOfPledge(trx, pledge.proposalId, pledge.pledgeId),
      account: await findEscrowAccount(trx),
      offer: await cardOfferFor(trx, pledge, c.url),
      counts: await companyTabCounts(trx, organizationId),
    };
  }),
);

export default function CompanyPledge() {
  const { pledge, rights, events, arrivals, account, offer } = useLoaderData<typeof loader>();
  const t = useMessages(workspaceMessages).one;
  const language = useLanguage();
  const next = isCommitted(pledge.status) ? pledge.payments.find((payment) => isOpen(payment.status)) : undefined;
  const openSum = sum(pledge.payments.filter((payment) => isOpen(payment.status)).map((payment) => payment.amount - payment.received));
  const titleAmount = pledge.status === "committed" ? openSum : pledge.pledged;
  return (
    <Page>
      <PageHead
        crumbs={[{ href: "/ruang/perusahaan/komitmen", label: t.crumb }]}
        title={t.titles[pledge.status](formatRupiah(titleAmount, language))}
        meta={
          <>
            <a href={`/program/${pledge.program.slug}`}>{pledge.program.title}</a> · {pledge.program.community} · {pledge.program.code}{" "}
            <EmergencyMark urgent={pledge.program.urgent} /> <PledgeBadge status={pledge.status} />
          </>
        }
      />
      <div className="two">
        <div className="stack [--gap:1.25rem] min-w-0">
          <StateNote pledge={pledge} />
          <CardOutcome offer={offer} reload={`/ruang/perusahaan/komitmen/${pledge.pledgeId}?kartu=selesai`} />
          {next && (
            <Box title={t.howToPay(next.n, pledge.payments.length)}>
              <HowToTransfer payment={next} account={account} />
            </Box>
          )}
          {next && rights.link && (
            <PayByCard
              offer={offer}
              payment={next}
              of={pledge.payments.length}
              action={`/ruang/perusahaan/komitmen/${pledge.pledgeId}/kartu`}
            />
          )}
          <Box title={t.stages}>
            <PaymentList payments={pledge.payments} />
          </Box>
          {isCommitted(pledge.status) && (
            <Box title={t.flow}>
              <AlurDana flow={{ ...pledge, target: pledge.pledged }} targetLabel={t.thisPledge} />
            </Box>
          )}
          {arrivals.length > 0 && (
            <Box title={t.bank}>
              <ArrivalTable arrivals={arrivals} of={pledge.payments.length} />
            </Box>
          )}
          <Lines pledge={pledge} />
          <Box title={t.history}>
            <PledgeTimeline events={events} />
          </Box>
        </div>
        <PledgeAside pledge={pledge} rights={rights} left={openSum} />
      </div>
    </Page>
  );
}

/** What the state means for whoever reads it, and what to do now. */
function StateNote({ pledge }: { pledge: PledgeDetail }) {
  const t = useMessages(workspaceMessages).one;
  const shared = useMessages(pledgeMessages);
  const language = useLanguage();
  if (pledge.status === "awaiting_approval") {
    return (
      <Note tone="info" actions={<ButtonLink to={`/ruang/perusahaan/persetujuan/${pledge.pledgeId}`}>{t.openApproval}</ButtonLink>}>
        {t.waitingNote(pledge.expiresOn ? formatDay(pledge.expiresOn, language) : "")}
      </Note>
    );
  }
  if (isCommitted(pledge.status) || pledge.status === "draft") return null;
  const reasons: Readonly<Record<string, string>> = { ...shared.cancellationReason, ...shared.refusalReason };
  return (
    <Note tone="warn" actions={<ButtonLink to={`/program/${pledge.program.slug}/komitmen`}>{t.newPledge}</ButtonLink>}>
      {pledge.reasonCode && (
        <p>
          {t.reason}: <b>{reasons[pledge.reasonCode] ?? pledge.reasonCode}</b>
        </p>
      )}
      {pledge.reasonNote && <p>“{pledge.reasonNote}”</p>}
      {pledge.status !== "refused" && <p>{t.noTransfer}</p>}
      {pledge.received > 0n && <p>{t.kept(formatRupiah(pledge.received, language))}</p>}
    </Note>
  );
}

function Lines({ pledge }: { pledge: PledgeDetail }) {
  const t = useMessages(workspaceMessages).one;
  if (pledge.lines.length === 0) {
    return (
      <Box title={t.lines}>
        <p className="muted">{t.free}</p>
      </Box>
    );
  }
  return (
    <Box title={t.lines}>
      <Table
        label={t.lines}
        columns={[
          {
            head: t.line,
            cell: (line) => (
              <>
                {line.description} <small className="muted">{line.whole ? t.whole : t.partial}</small>
              </>
            ),
          },
          { head: t.amount, align: "right", cell: (line) => <Money amount={line.amount} /> },
        ]}
        rows={pledge.lines}
        rowKey={(line) => line.description}
        foot={["", <Money amount={sum(pledge.lines.map((line) => line.amount))} key="sum" />]}
      />
    </Box>
  );
}
