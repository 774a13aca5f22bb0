import type { Role } from "~/features/identity/actor";
import { createAccount } from "~/features/identity/create-account.server";
import { holdsMoney } from "~/features/identity/second-factor/money-roles";
import { addMember } from "~/features/organizations/add-member.server";
import { addPayeeAccount } from "~/features/organizations/add-payee-account.server";
import { approveStanding } from "~/features/organizations/approve-standing.server";
import { checkStandingDocument } from "~/features/organizations/check-standing-document.server";
import { registerOrganization } from "~/features/organizations/register-organization.server";
import { submitStanding } from "~/features/organizations/submit-standing.server";
import { submitStandingDocument } from "~/features/organizations/submit-standing-document.server";
import { answerSponsorship } from "~/features/sponsorships/answer-sponsorship.server";
import { sponsorshipsOf } from "~/features/sponsorships/sponsorship-queries.server";
import { addWorkArea } from "~/features/practitioners/add-work-area.server";
import { verifyPayeeAccount } from "~/features/organizations/verify-payee-account.server";
import { addBankAccount } from "~/features/reconciliation/add-bank-account.server";
import { type Day, addDays, formatDay } from "~/kernel/dates";
import { newId } from "~/kernel/ids";
import { now, today } from "~/platform/clock.server";
import { buildSecondFactor } from "#db/seed/builders/people";
import { psksElements } from "#db/reference/psks-elements";
import type { DemoCommunity, DemoCompany, DemoPractitioner } from "./organizations";
import { demoEmail, demoFactorSecret, demoPassword, deskPeople, peopleOf } from "./organizations";
import { makePdf } from "./papers";
import { type World, fileOf, formKey } from "./world.server";

const standingHolds = 700;
type Registering = DemoCommunity | DemoCompany | DemoPractitioner;

/** The platform's desk and its escrow account: what an installation begins with. */
export async function foundDesk(world: World): Promise<void> {
  const organizationId = newId();
  await world.db
    .insertInto("organizations")
    .values({
      id: organizationId,
      kind: "platform",
      name: "Meja Sinergi",
      slug: "meja-sinergi",
      area_code: "33.16.05",
      standing: "draft",
      created_at: now(),
    })
    .execute();
  for (const person of deskPeople) {
    await openAccount(world, person);
    const userId = world.users.get(person.key) ?? "";
    await world.db.transaction().execute((trx) => addMember(trx, { organizationId, userId, roles: person.roles }));
  }
  const { bankAccountId } = await world.does("administrator", addBankAccount, {
    ...formKey(),
    bankName: "Bank Loka Artha",
    number: "0400010071",
    holderName: "YAYASAN SINERGI CEPU RAYA",
    openingBalance: 0n,
    openedOn: today(),
  });
  world.bankAccountId = bankAccountId;
}

/** People sign up, the first of them registers the organisation, the others join it. */
export async function registerDemo(world: World, organization: Registering): Promise<void> {
  const [founder] = organization.people;
  if (!founder) throw new Error(`${organization.name} has nobody`);
  for (const person of organization.people) await openAccount(world, person);
  const { key, name, areaCode, address, phone, about } = organization;
  const common = { ...formKey(), name, areaCode, address, phone, about };
  const { organizationId } = await world.does(founder.key, registerOrganization, { ...common, ...kindOf(world, organization) });
  world.organizations.set(key, organizationId);
  for (const person of organization.people) {
    const userId = world.users.get(person.key) ?? "";
    await world.db.transaction().execute((trx) => addMember(trx, { organizationId, userId, roles: person.roles }));
  }
  if ("sponsor" in organization && organization.sponsor) await acceptSponsorship(world, organization.sponsor, organizationId);
  if ("account" in organization) await addAccount(world, organization, founder.key);
  if ("areas" in organization) {
    for (const areaCode of organization.areas) await world.does(founder.key, addWorkArea, { organizationId, areaCode });
  }
}

/** The sponsor's chair knows the family and agrees. */
async function acceptSponsorship(world: World, sponsor: string, sponsoredId: string): Promise<void> {
  const [asked] = await sponsorshipsOf(world.db, sponsoredId);
  const note = "Kami mendampingi keluarga ini sejak 2019.";
  await world.does(peopleOf(sponsor).sender, answerSponsorship, { sponsorshipId: asked?.id ?? "", accept: true, note });
}

function kindOf(world: World, organization: Registering) {
  if ("type" in organization) return { kind: "company", companyType: organization.type } as const;
  if ("areas" in organization) return { kind: "practitioner", element: organization.element } as const;
  const sponsorId = organization.sponsor ? world.organization(organization.sponsor) : null;
  return { kind: "community", element: organization.element, legalForm: organization.legalForm, sponsorId } as const;
}

/** The day on which a paper of the demo ends: some end soon, most in two years, those that never end not at all. */
function endOf(world: World, organization: Registering, paper: { code: string; expires: boolean }): Day | null {
  const soon = "endsIn" in organization ? organization.endsIn?.[paper.code] : undefined;
  if (soon !== undefined) return addDays(world.seedingDay, soon);
  return paper.expires ? addDays(today(), standingHolds) : null;
}

async function addAccount(world: World, community: DemoCommunity, chair: string): Promise<void> {
  const { kind, bank, number, holder } = community.account;
  const proof = fileOf(
    makePdf("Halaman depan buku tabungan", [bank, `Nomor rekening ${number}`, `Atas nama ${holder}`]),
    "buku-tabungan.pdf",
  );
  const { payeeAccountId } = await world.does(chair, addPayeeAccount, {
    ...formKey(),
    organizationId: world.organization(community.key),
    kind,
    bankName: bank,
    accountNumber: number,
    holderName: holder,
    proof,
  });
  world.payeeAccounts.set(community.key, payeeAccountId);
}

/** The papers of an organisation's element are uploaded and sent to the desk. */
export async function sendPapers(world: World, organization: Registering): Promise<void> {
  const [founder] = organization.people;
  const element = "type" in organization ? "business" : organization.element;
  const legalForm = "legalForm" in organization ? organization.legalForm : null;
  const ladder = psksElements.find(({ code }) => code === element)?.documents ?? [];
  const papers = ladder.filter(({ required, form }) => required && (form === null || form === legalForm));
  const organizationId = world.organization(organization.key);
  for (const [index, paper] of papers.entries()) {
    const issuedOn = addDays(today(), -120 - index * 31);
    const number = paper.identifier
      ? inventedNumber(world, paper.identifier)
      : `${organization.name.length}${index + 1}/${paper.code.toUpperCase()}/${issuedOn.slice(0, 4)}`;
    const pdf = makePdf(paper.id, [
      organization.name,
      `Nomor ${number}`,
      `Tanggal ${formatDay(issuedOn)}`,
      "Contoh untuk demo, bukan dokumen sungguhan.",
    ]);
    await world.does(founder?.key ?? "", submitStandingDocument, {
      ...formKey(),
      organizationId,
      kind: paper.code,
      number,
      issuer: "type" in organization ? "Kementerian Hukum" : "Pemerintah setempat",
      issuedOn,
      validUntil: endOf(world, organization, paper),
      file: fileOf(pdf, `${paper.code}.pdf`),
    });
  }
  await world.does(founder?.key ?? "", submitStanding, { organizationId });
}

/** A number of the right form that belongs to nobody: serials begin at one, these end in the district that no number has. */
function inventedNumber(world: World, kind: "nik" | "kk" | "npwp" | "nib"): string {
  world.invented += 1;
  const n = world.invented;
  const birthday = `${String(41 + (n % 28)).padStart(2, "0")}${String(1 + (n % 12)).padStart(2, "0")}${String(70 + (n % 25))}`;
  if (kind === "nik" || kind === "kk") return `3316${String(60 + (n % 30))}${birthday}0000`;
  return kind === "npwp" ? `0${String(999_000_000_000_000 + n)}` : String(9_900_000_000_000 + n);
}

/** The administrator looks at every paper and approves the standing, and the account that payments go to. */
export async function approvePapers(world: World, organization: Registering): Promise<void> {
  const organizationId = world.organization(organization.key);
  const papers = await world.db
    .selectFrom("standing_documents")
    .select(["id", "valid_until"])
    .where("organization_id", "=", organizationId)
    .where("superseded_at", "is", null)
    .execute();
  for (const { id } of papers) {
    await world.does("administrator", checkStandingDocument, { documentId: id, accepted: true, note: "Dibandingkan dengan aslinya." });
  }
  await world.does("administrator", approveStanding, { organizationId, validUntil: firstEnd(papers) });
  const payeeAccountId = world.payeeAccounts.get(organization.key);
  if (payeeAccountId) await world.does("administrator", verifyPayeeAccount, { payeeAccountId });
}

function firstEnd(papers: readonly { valid_until: Day | null }[]): Day {
  const usual = addDays(today(), standingHolds - 30);
  return papers.reduce((first, { valid_until: end }) => (end !== null && end < first ? end : first), usual);
}

/** An account; whoever holds a money role has the second factor from the first day. */
async function openAccount(world: World, { key, name, roles }: { key: string; name: string; roles: readonly Role[] }): Promise<void> {
  const { userId } = await createAccount(world.db, { name, email: demoEmail(key), password: demoPassword });
  world.users.set(key, userId);
  if (holdsMoney({ roles })) await buildSecondFactor(world.db, userId, demoFactorSecret);
}
