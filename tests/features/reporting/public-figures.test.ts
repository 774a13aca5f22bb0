import { parse } from "csv-parse/sync";
import { type Kysely, sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import type { Flow } from "~/features/ledger/ledger";
import { flowOfPlatform, flowOfProgram } from "~/features/ledger/ledger-queries.server";
import { emptyFilter } from "~/features/reporting/browse";
import { browseFacets } from "~/features/reporting/browse-facets.server";
import { browsePrograms } from "~/features/reporting/browse-programs.server";
import { findCommunityProfile } from "~/features/reporting/community-profile.server";
import { findCompanyProfile } from "~/features/reporting/company-profile.server";
import { newestPrograms, programsCsv, programsJson, publicAddresses } from "~/features/reporting/open-data.server";
import { latestEntries, publicBankProof } from "~/features/reporting/open-ledger.server";
import { ledgerHealth, platformFigures } from "~/features/reporting/platform-figures.server";
import { findProgramHeading } from "~/features/reporting/public-program.server";
import { buildBankAccount, buildReceivedMoney } from "#db/seed/builders/bank";
import { type BuiltCompany, buildCommunity, buildCompany } from "#db/seed/builders/organizations";
import { buildCommittedPledge } from "#db/seed/builders/pledges";
import { type BuiltProgram, buildPublishedProgram } from "#db/seed/builders/programs";
import type { DB } from "#db/types.generated";
import { testDatabase } from "#tests/support/database";

let db: Kysely<DB>;
let programs: BuiltProgram[];
let company: BuiltCompany;

beforeAll(async () => {
  db = await testDatabase();
  const community = await buildCommunity(db, { name: "LKS Uji Angka", element: "lks" });
  company = await buildCompany(db, { name: "PT Penyumbang Uji", companyType: "bumn" });
  programs = [
    await buildPublishedProgram(db, { community, pillar: "social", areaCode: "33.16.05.1015", title: '=HYPERLINK uji rumus, "kutip"' }),
    await buildPublishedProgram(db, { community, pillar: "economy", areaCode: "33.16.06.2002" }),
    await buildPublishedProgram(db, { pillar: "economy", areaCode: "33.16.06" }),
  ];
  const { bankAccountId } = await buildBankAccount(db);
  for (const [program, amount] of [
    [programs[0], 4_000_000n],
    [programs[1], 10_000_000n],
  ] as const) {
    if (!program) continue;
    const pledge = await buildCommittedPledge(db, { program, company, instalments: [amount - 1_000_000n, 1_000_000n] });
    await buildReceivedMoney(db, { pledge, bankAccountId, first: 1 });
  }
});

const figures = ["target", "committed", "received", "disbursed", "accounted"] as const;

function total(rows: readonly Flow[]): Flow {
  const add = (name: (typeof figures)[number]) => rows.reduce((sum, row) => sum + row[name], 0n);
  return {
    target: add("target"),
    committed: add("committed"),
    received: add("received"),
    disbursed: add("disbursed"),
    accounted: add("accounted"),
  };
}

async function textOf(parts: AsyncGenerator<string>): Promise<string> {
  let text = "";
  for await (const part of parts) text += part;
  return text;
}

describe("the figures of the platform", () => {
  test("are the same however they are added up", async () => {
    const { programs: count, ...platform } = await flowOfPlatform(db);
    const all = await platformFigures(db);
    expect(platform).toEqual({ target: 30_000_000n, committed: 14_000_000n, received: 12_000_000n, disbursed: 0n, accounted: 0n });
    expect(count).toBe(3);
    for (const way of [all.pillars, all.districts, all.elements]) {
      expect(total(way)).toEqual(platform);
      expect(way.reduce((sum, row) => sum + row.programs, 0)).toBe(count);
    }
    expect(total(all.programs.map((program) => program.flow))).toEqual(platform);
    const { target: _, ...given } = platform;
    const { target: __, ...companies } = total(all.companies);
    expect(companies).toEqual(given);
    expect((await browseFacets(db, emptyFilter)).total).toEqual({ programs: count, need: platform.target - platform.committed });
  });

  test("agree with the bank, and every chain holds", async () => {
    const proof = await publicBankProof(db);
    expect(proof).toMatchObject({ bank: 12_000_000n, programFunds: 12_000_000n, suspense: 0n, difference: 0n });
    expect(await ledgerHealth(db)).toMatchObject({ chains: 3, broken: [] });
  });

  test("the newest entries name the program, and nothing for money whose program is not known", async () => {
    const entries = await latestEntries(db, 100);
    expect(entries.filter((entry) => entry.kind === "deposit").every((entry) => entry.program === undefined)).toBe(true);
    expect(entries.filter((entry) => entry.kind === "receipt").every((entry) => entry.program !== undefined)).toBe(true);
  });
});

describe("open data", () => {
  test("has every public program once, with the ledger's figures, safe in a spreadsheet", async () => {
    const rows: Record<string, string>[] = parse(await textOf(programsCsv(db)), { columns: true });
    expect(rows.map((row) => row.id).sort()).toEqual(programs.map((program) => program.proposalId).sort());
    for (const row of rows) {
      const flow = await flowOfProgram(db, row.id ?? "");
      for (const name of figures) expect(row[name]).toBe(String(flow[name]));
      expect(row.area_code?.length).toBe(8);
    }
    expect(rows.find((row) => row.id === programs[0]?.proposalId)?.title).toBe('\'=HYPERLINK uji rumus, "kutip"');
  });

  test("is valid JSON with the plan of each program", async () => {
    const document = JSON.parse(await textOf(programsJson(db)));
    expect(document.programs).toHaveLength(3);
    expect(document.programs[0]).toMatchObject({
      target: 10_000_000,
      budget: [{ amount: 6_000_000 }, {}, {}],
      tranches: [{ n: 1 }, { n: 2 }],
    });
  });
});

describe("what is not public", () => {
  test("a draft has no page, no line in the data and no place in lists", async () => {
    const hidden = await buildPublishedProgram(db, { title: "Belum terbit" });
    await sql`update proposals set status = 'verifying' where id = ${hidden.proposalId}`.execute(db);
    expect(await findProgramHeading(db, hidden.slug)).toBeUndefined();
    expect((await browsePrograms(db, emptyFilter)).programs.map((program) => program.id)).not.toContain(hidden.proposalId);
    expect((await newestPrograms(db, 50)).map((program) => program.id)).not.toContain(hidden.proposalId);
    expect((await publicAddresses(db)).map(({ path }) => path)).not.toContain(`/program/${hidden.slug}`);
    expect(await textOf(programsCsv(db))).not.toContain(hidden.proposalId);
  });

  test("a suspended program keeps its page but is not offered", async () => {
    const program = await buildPublishedProgram(db);
    await sql`update proposals set status = 'suspended', status_before_suspension = 'published' where id = ${program.proposalId}`.execute(
      db,
    );
    expect(await findProgramHeading(db, program.slug)).toBeDefined();
    expect((await browsePrograms(db, emptyFilter)).programs.map((one) => one.id)).not.toContain(program.proposalId);
  });

  test("an organisation that was never approved has no profile", async () => {
    const community = await buildCommunity(db, { standing: "submitted" });
    const other = await buildCompany(db, { standing: "submitted" });
    expect(await findCommunityProfile(db, community.slug)).toBeUndefined();
    expect(await findCompanyProfile(db, other.slug)).toBeUndefined();
    expect(await findCommunityProfile(db, company.slug)).toBeUndefined();
  });
});

describe("profiles", () => {
  test("a company's profile counts what it promised, paid and how punctually", async () => {
    const profile = await findCompanyProfile(db, company.slug);
    expect(profile?.flow).toMatchObject({ committed: 14_000_000n, received: 12_000_000n });
    expect(profile?.programs.map((program) => program.flow.committed)).toEqual([10_000_000n, 4_000_000n]);
    expect(profile?.payments.map((payment) => payment.days)).toEqual([-14, -14]);
  });

  test("an organisation's profile adds up over its programs", async () => {
    const profile = await findCommunityProfile(db, programs[0]?.community.slug ?? "");
    expect(profile?.flow).toMatchObject({ programs: 2, target: 20_000_000n, committed: 14_000_000n });
    expect(profile?.funders).toEqual([expect.objectContaining({ slug: company.slug, committed: 14_000_000n, received: 12_000_000n })]);
  });
});
