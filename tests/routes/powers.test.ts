import path from "node:path";
import type { Kysely } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor, Role } from "~/features/identity/actor";
import { guardOf } from "~/features/identity/guard.server";
import { type PowerName, powersOf } from "~/features/identity/powers";
import { addPayeeAccount } from "~/features/organizations/add-payee-account.server";
import { editProfile } from "~/features/organizations/edit-profile.server";
import { inviteMember } from "~/features/organizations/invite-member.server";
import { managingRole, rolesOf } from "~/features/organizations/roles";
import { submitStanding } from "~/features/organizations/submit-standing.server";
import { newId } from "~/kernel/ids";
import { buildCommunity, buildCompany, buildPlatformDesk } from "#db/seed/builders/organizations";
import { buildActor } from "#db/seed/builders/people";
import type { DB } from "#db/types.generated";
import { testDatabase } from "#tests/support/database";
import { run } from "#tests/support/pledges";

/** The action that carries out a power, for every power whose roles the address itself asks for. */
const doors: { readonly [kind in "community" | "company" | "platform"]: { readonly [power in PowerName]?: readonly string[] } } = {
  community: {
    writes_proposals: ["community/new-proposal.tsx", "community/proposal-step.tsx", "community/proposal-autosave.ts"],
    submits_proposals: ["community/submit-proposal.ts", "community/withdraw-proposal.ts", "community/ask-consent.ts"],
    writes_amendments: ["community/amendments.tsx", "community/amendment-part.tsx", "community/withdraw-amendment.ts"],
    submits_amendments: ["community/submit-amendment.ts"],
    names_leaders: ["community/program-leader.tsx"],
    asks_residents: ["community/posters.tsx"],
    requests_disbursements: ["community/request-disbursement.tsx", "community/acknowledge-disbursement.tsx", "community/change-payee.tsx"],
    writes_reports: ["community/start-report.ts", "community/report-autosave.ts", "community/add-receipt.tsx"],
    submits_reports: ["community/submit-report.ts"],
    raises_appeals: ["community/raise-appeal.tsx", "community/appeal.tsx"],
    offers_services: ["community/services.tsx", "community/referral.tsx"],
    asks_mentors: ["community/mentorings.tsx", "community/mentoring.tsx"],
    agrees_sponsorships: ["community/sponsorships.tsx", "community/sponsored-proposal.tsx"],
  },
  company: {
    approves_pledges: ["company/approval.tsx"],
    drafts_pledges: ["public/pledge.tsx"],
    makes_payment_links: ["company/payment-link.tsx", "company/pay-by-card.ts"],
    says_focus: ["company/focus.tsx"],
  },
  platform: {
    checks_payee_accounts: ["admin/verify-payee-account.ts", "admin/check-payee-change.ts"],
    checks_proposals: ["admin/start-verification.ts", "admin/verification.tsx", "admin/publish-proposal.ts"],
    assigns_visits: ["admin/offer-assignment.tsx"],
    checks_amendments: ["admin/check-amendment.ts", "admin/return-amendment.tsx", "admin/refuse-amendment.tsx"],
    checks_appeals: ["admin/duty.tsx", "admin/duty-appeal.tsx"],
    checks_reports: ["admin/publish-report.ts", "admin/approve-receipt.ts", "admin/report.tsx"],
    reads_answers: ["admin/show-answer.ts", "admin/hide-answer.tsx"],
    handles_concerns: ["admin/take-concern.ts", "admin/close-concern.tsx"],
    freezes: ["admin/freezes.tsx"],
    resets_factors: ["admin/factor-resets.tsx"],
    reconciles: ["admin/allocate-line.tsx", "admin/statement-preview.tsx"],
    prepares_disbursements: ["admin/prepare-disbursement.ts", "admin/send-disbursement.ts"],
    approves_disbursements: ["admin/approve-disbursement.ts"],
    manages_members: ["admin/desk-team.tsx"],
  },
};

const cases = (["community", "company", "platform"] as const).flatMap((kind) =>
  powersOf(kind).flatMap(([power, roles]) => (doors[kind][power] ?? []).map((file) => ({ kind, power, roles, file }))),
);

describe("the table of powers", () => {
  it.each(cases)("says of $power what the guard of $file asks", async ({ kind, roles, file }) => {
    const module = (await import(path.resolve("app/routes", file))) as { action?: unknown };
    const requirement = guardOf(module.action);
    expect(requirement).toMatchObject({ who: kind });
    expect([...(requirement as { roles: readonly Role[] }).roles].sort()).toEqual([...roles].sort());
  }, 60_000);

  it("names only roles that the kind of organisation knows, and its managing role for the members", () => {
    for (const kind of ["community", "company", "platform"] as const) {
      for (const [power, roles] of powersOf(kind)) {
        for (const role of roles) expect(rolesOf(kind)).toContain(role);
        if (power === "manages_members") expect(roles).toEqual([managingRole(kind)]);
      }
    }
  });
});

let db: Kysely<DB>;
const teams: { kind: "community" | "company"; organizationId: string; members: [Role, Actor][] }[] = [];
beforeAll(async () => {
  db = await testDatabase();
  await buildPlatformDesk(db);
  const [community, company] = [await buildCommunity(db), await buildCompany(db)];
  for (const [kind, { organizationId }] of [["community", community] as const, ["company", company] as const]) {
    const members: [Role, Actor][] = [];
    for (const role of rolesOf(kind)) members.push([role, await buildActor(db, { name: role, organizationId, roles: [role] })]);
    teams.push({ kind, organizationId, members });
  }
});

/** Who is turned away for the role, and not for anything else. */
async function turnedAway(members: readonly [Role, Actor][], attempt: (actor: Actor) => Promise<unknown>): Promise<Role[]> {
  const refused: Role[] = [];
  for (const [role, actor] of members) {
    const code = await attempt(actor).then(
      () => undefined,
      (error) => error.code as unknown,
    );
    if (code === "not_allowed") refused.push(role);
  }
  return refused;
}

describe("powers that operations ask for, since their page is everybody's", () => {
  const attempts: { readonly [power in PowerName]?: (actor: Actor, organizationId: string) => Promise<unknown> } = {
    edits_profile: (actor, organizationId) => run(db, editProfile, actor, { organizationId, version: -1, about: "", address: "" }),
    submits_standing: (actor, organizationId) => run(db, submitStanding, actor, { organizationId }),
    manages_members: (actor, organizationId) =>
      run(db, inviteMember, actor, { key: newId(), organizationId, email: "baru@uji.example", role: "verifier", language: "id" }),
    adds_payee_accounts: (actor, organizationId) =>
      run(db, addPayeeAccount, actor, {
        key: newId(),
        organizationId,
        kind: "sponsor",
        bankName: "Bank Uji",
        accountNumber: "1",
        holderName: "Uji",
      }),
  };

  it.each(["community", "company"] as const)("are those of the table, for a %s", async (kind) => {
    const team = teams.find((one) => one.kind === kind);
    if (!team) throw new Error("built above");
    const listed = powersOf(kind).filter(([power]) => attempts[power]);
    expect(listed.length).toBeGreaterThan(2);
    for (const [power, roles] of listed) {
      const refused = await turnedAway(team.members, (actor) => attempts[power]?.(actor, team.organizationId) ?? Promise.resolve());
      expect([power, refused]).toEqual([power, rolesOf(kind).filter((role) => !roles.includes(role))]);
    }
  });
});
