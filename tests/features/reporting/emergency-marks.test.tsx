import type { Kysely } from "kysely";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, it } from "vitest";
import { LanguageProvider } from "~/components/language";
import { EmergencyMark, ProgramName } from "~/components/program-name";
import { findCommunityProgram } from "~/features/disbursements/community-queries.server";
import { disbursementsWithStatus, findDisbursement } from "~/features/disbursements/disbursement-queries.server";
import { findPaymentPage } from "~/features/payments/payment-page-queries.server";
import { findPledgeableProgram } from "~/features/pledges/pledge-form-queries.server";
import { renewPaymentLink } from "~/features/pledges/payment-link.server";
import { companyPledges, waitingPledges } from "~/features/pledges/pledge-queries.server";
import { companyPortfolio, nextTranches, reportsForCompany } from "~/features/pledges/portfolio-queries.server";
import { submitPledge } from "~/features/pledges/submit-pledge.server";
import { listProposals } from "~/features/proposals/proposal-list.server";
import { fundRows } from "~/features/reporting/fund-queries.server";
import { findCompanyProfile } from "~/features/reporting/company-profile.server";
import { findProgramHeading } from "~/features/reporting/public-program.server";
import { verificationQueue } from "~/features/verification/verification-queries.server";
import { addDays } from "~/kernel/dates";
import { today } from "~/platform/clock.server";
import type { Email } from "#emails/define";
import { emails } from "#emails/registry";
import { renderEmail } from "#emails/render";
import { buildBankAccount, buildReceivedMoney } from "#db/seed/builders/bank";
import { type BuiltCompany, buildCompany, buildPlatformDesk } from "#db/seed/builders/organizations";
import { buildCommittedPledge } from "#db/seed/builders/pledges";
import { type BuiltProgram, buildPublishedProgram } from "#db/seed/builders/programs";
import type { DB } from "#db/types.generated";
import { acknowledged } from "#tests/support/cycle";
import { testDatabase } from "#tests/support/database";
import { approvedPledge, pledgeInput, run } from "#tests/support/pledges";

let db: Kysely<DB>;
let company: BuiltCompany;
/** Two programs in which everything is the same, but that one answers an emergency. */
const programs = new Map<boolean, BuiltProgram>();
const tokens = new Map<boolean, string>();
beforeAll(async () => {
  db = await testDatabase();
  company = await buildCompany(db);
  await buildBankAccount(db);
  const desk = await buildPlatformDesk(db);
  for (const urgent of [true, false]) {
    const program = await buildPublishedProgram(db, { urgent });
    programs.set(urgent, program);
    const pledge = await approvedPledge(db, program, company, 1_000_000n);
    tokens.set(urgent, (await run(db, renewPaymentLink, company.finance, pledge)).path.split("/").at(-1) ?? "");
    await buildReceivedMoney(db, { pledge: await buildCommittedPledge(db, { program, company, instalments: [6_000_000n] }) });
    await run(db, submitPledge, company.officer, pledgeInput(program, company, 1_000_000n));
    await acknowledged(db, program, desk);
  }
});

const at = (urgent: boolean) => programs.get(urgent) as BuiltProgram;

describe("what pages read of a program", () => {
  it.each([true, false])("says whether it answers an emergency (%s)", async (urgent) => {
    const { slug, proposalId, community } = at(urgent);
    const own = <Row extends { program: { slug: string; urgent: boolean } }>(rows: readonly Row[]) =>
      rows.filter((row) => row.program.slug === slug).map((row) => row.program.urgent);
    expect(own(await companyPledges(db, company.organizationId))).toEqual([urgent, urgent, urgent]);
    expect(own(await waitingPledges(db, company.organizationId))).toEqual([urgent]);
    expect(own(await companyPortfolio(db, company.organizationId))).toEqual([urgent]);
    const bySlug = [
      ...(await reportsForCompany(db, company.organizationId)),
      ...(await nextTranches(db, company.organizationId, addDays(today(), 1000))),
      ...(await fundRows(db)),
    ].filter((row) => row.slug === slug);
    expect(bySlug.length).toBeGreaterThanOrEqual(2);
    expect(new Set(bySlug.map((row) => row.urgent))).toEqual(new Set([urgent]));
    const profile = await findCompanyProfile(db, company.slug);
    expect(profile?.programs.find((row) => row.slug === slug)).toMatchObject({ urgent });
    expect(await findPledgeableProgram(db, { slug })).toMatchObject({ urgent });
    expect(await findProgramHeading(db, slug)).toMatchObject({ urgent });
    expect(await findCommunityProgram(db, community.organizationId, slug)).toMatchObject({ urgent });
    expect((await listProposals(db, community.organizationId)).out).toMatchObject([{ urgent }]);
    expect((await verificationQueue(db)).published.find(({ id }) => id === proposalId)).toMatchObject({ urgent });
    const [disbursement] = (await disbursementsWithStatus(db, ["acknowledged"])).filter((row) => row.proposalId === proposalId);
    expect(disbursement).toMatchObject({ urgent });
    expect(await findDisbursement(db, disbursement?.id ?? "")).toMatchObject({ urgent });
    expect(await findPaymentPage(db, tokens.get(urgent) ?? "")).toMatchObject({ urgent });
  });

  it("says it in the emails about money", async () => {
    const sent = await db.selectFrom("email_messages").select(["template", "props"]).execute();
    const titled = sent.filter(({ template }) => /^(pledge|payment|disbursement)-/.test(template));
    const marks = new Set(titled.map(({ template, props }) => `${template} ${(props as { urgent?: boolean }).urgent}`));
    for (const template of new Set(titled.map((message) => message.template))) {
      expect([...marks].filter((mark) => mark.startsWith(`${template} `)).sort()).toEqual([`${template} false`, `${template} true`]);
    }
  });
});

describe("the mark", () => {
  const show = (urgent: boolean, language: "id" | "en") =>
    renderToStaticMarkup(
      <LanguageProvider language={language}>
        <ProgramName title="Tenda" urgent={urgent} />
        <EmergencyMark urgent={urgent} />
      </LanguageProvider>,
    );

  it("stands beside the name in words, and nowhere else", () => {
    expect(show(true, "id").match(/Darurat/g)).toHaveLength(2);
    expect(show(true, "en").match(/Emergency/g)).toHaveLength(2);
    expect(show(false, "id")).toBe('<span lang="id">Tenda</span>');
  });

  it("comes first in the subjects of emails", async () => {
    const names = ["pledge-awaiting-approval", "amendment-for-funder", "amendment-progress", "amendment-submitted"] as const;
    for (const name of [...names, "report-published", "report-revision-requested", "report-submitted", "receipt-rejected"] as const) {
      const email = emails[name] as unknown as Email<{ urgent: boolean }>;
      const subject = async (urgent: boolean, language: "id" | "en") =>
        (await renderEmail(email, { ...email.example, urgent }, language)).subject;
      expect(await subject(true, "id")).toBe(`Darurat: ${await subject(false, "id")}`);
      expect(await subject(true, "en")).toBe(`Emergency: ${await subject(false, "en")}`);
    }
  });
});
