import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AlurDana } from "~/components/alur-dana";
import { StatusBadge } from "~/components/badge";
import { ButtonLink } from "~/components/button";
import { useMessages } from "~/components/language";
import { Page, PageHead } from "~/components/page";
import { Box } from "~/components/panel";
import { EmergencyMark } from "~/components/program-name";
import { amendmentEditorMessages } from "~/features/amendments/editor-messages";
import { communityMoneyMessages } from "~/features/disbursements/community-messages";
import { findCommunityProgram, terminPapers, terminRejections } from "~/features/disbursements/community-queries.server";
import { treasuryRoles } from "~/features/disbursements/disbursement";
import { TerminConditions } from "~/features/disbursements/termin-conditions-box";
import { TerminPlan } from "~/features/disbursements/termin-plan";
import { payeeChangeMessages } from "~/features/disbursements/payee-change-messages";
import { holds } from "~/features/identity/actor";
import { community, guardedLoader } from "~/features/identity/guard.server";
import { leadMessages } from "~/features/leading/lead-messages";
import { residentMessages } from "~/features/residents/resident-messages";
import { proposalMessages } from "~/features/proposals/proposal-messages";
import { blockedBy } from "~/features/organizations/blocked.server";
import { BlockedNotes } from "~/features/organizations/blocked-notes";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.program.title ?? ""} · Sinergi` }];

export const loader = guardedLoader(community(), async (c) => {
  const program = await findCommunityProgram(c.db, c.membership.organizationId, c.params.slug ?? "");
  if (!program) throw new Response(null, { status: 404 });
  return {
    program,
    papers: await terminPapers(c.db, program.id),
    rejections: await terminRejections(c.db, program.id),
    blocked: await blockedBy(c.db, c.membership.organizationId),
    mayDecide: holds(c.membership, treasuryRoles),
  };
});

export default function CommunityProgramPage() {
  const { blocked, program, papers, rejections, mayDecide } = useLoaderData<typeof loader>();
  const t = useMessages(communityMoneyMessages);
  const words = useMessages(proposalMessages);
  const payee = useMessages(payeeChangeMessages);
  return (
    <Page>
      <PageHead
        crumbs={[{ href: "/ruang/lembaga", label: t.metaTitle }]}
        title={program.title}
        meta={
          <>
            <span className="n">{program.code}</span> <EmergencyMark urgent={program.urgent} />{" "}
            <StatusBadge>{words.status[program.status]}</StatusBadge>
          </>
        }
        actions={
          <>
            <ButtonLink kind="outline" to={`/ruang/lembaga/program/${program.slug}/adendum`}>
              {useMessages(amendmentEditorMessages).link}
            </ButtonLink>
            <ButtonLink kind="outline" to={`/ruang/lembaga/usulan/${program.id}/pemimpin`}>
              {useMessages(leadMessages).title}
            </ButtonLink>
            <ButtonLink kind="outline" to={`/ruang/lembaga/program/${program.slug}/poster`}>
              {useMessages(residentMessages).poster.open}
            </ButtonLink>
            <ButtonLink kind="outline" to={`/program/${program.slug}`}>
              {t.publicPage}
            </ButtonLink>
          </>
        }
      />
      <BlockedNotes blocked={blocked} deed="disbursements" />
      <div className="box mb-5">
        <AlurDana flow={program.flow} height={192} />
      </div>
      <div className="grid g21">
        <Box title={t.termins} className="min-w-0">
          <TerminPlan program={program} papers={papers} rejections={rejections} mayDecide={mayDecide} />
          {mayDecide && (
            <p className="hint">
              <a href={`/ruang/lembaga/program/${program.slug}/rekening`}>{payee.link}</a>
            </p>
          )}
          {!mayDecide && <p className="hint">{t.treasuryOnly}</p>}
        </Box>
        {program.next && <TerminConditions next={program.next} />}
      </div>
    </Page>
  );
}
