import { describe, expect, test } from "vitest";
import type { Role } from "~/features/identity/actor";
import { peopleWithRoles } from "~/features/identity/people.server";
import { acceptInvitation } from "~/features/organizations/accept-invitation.server";
import { cancelInvitation } from "~/features/organizations/cancel-invitation.server";
import { inviteMember } from "~/features/organizations/invite-member.server";
import { findInvitation, listInvitations, listMembers } from "~/features/organizations/member-queries.server";
import { removeMember } from "~/features/organizations/remove-member.server";
import { resendInvitation } from "~/features/organizations/resend-invitation.server";
import { setMemberRoles } from "~/features/organizations/set-member-roles.server";
import { newId } from "~/kernel/ids";
import { atTime } from "~/platform/clock.server";
import { buildCommunity, buildPlatformDesk } from "#db/seed/builders/organizations";
import { buildActor } from "#db/seed/builders/people";
import { testDatabase } from "#tests/support/database";
import { organizationsOn } from "#tests/support/organizations";

const db = await testDatabase();
const { run, again, registered } = await organizationsOn(db);

async function tokenFor(email: string): Promise<string> {
  const row = await db
    .selectFrom("email_messages")
    .select("props")
    .where("to_address", "=", email)
    .where("template", "=", "member-invited")
    .orderBy("id", "desc")
    .executeTakeFirstOrThrow();
  return (row.props as { url: string }).url.split("/").pop() ?? "";
}

describe("members", () => {
  const invitation = (organizationId: string, email: string, role: Role = "editor") => ({
    key: newId(),
    organizationId,
    email,
    role,
    language: "id" as const,
  });

  test("join by the link that was mailed to them, once", async () => {
    const built = await buildCommunity(db);
    const guest = await buildActor(db, { verified: false });
    await run(inviteMember, built.chair, invitation(built.organizationId, guest.email.toUpperCase()));
    const token = await tokenFor(guest.email);
    expect(await findInvitation(db, token)).toMatchObject({ email: guest.email, role: "editor" });
    const kept = await db.selectFrom("invitations").select("token_hash").execute();
    expect(kept.some((row) => row.token_hash.includes(token))).toBe(false);

    const stranger = await buildActor(db);
    await expect(run(acceptInvitation, stranger, { token })).rejects.toMatchObject({ code: "invitation_other_address" });
    await run(acceptInvitation, guest, { token });
    expect(await again(guest)).toMatchObject({
      emailVerified: true,
      memberships: [{ organizationId: built.organizationId, roles: ["editor"] }],
    });
    await expect(run(acceptInvitation, guest, { token })).rejects.toMatchObject({ code: "invitation_not_found" });
    await expect(run(inviteMember, built.chair, invitation(built.organizationId, guest.email))).rejects.toMatchObject({
      code: "already_member",
    });
  });

  test("can't join by a link that is cancelled, replaced or past its day", async () => {
    const built = await buildCommunity(db);
    const guest = await buildActor(db);
    await run(inviteMember, built.chair, invitation(built.organizationId, guest.email));
    const first = await tokenFor(guest.email);
    const [open] = await listInvitations(db, built.organizationId);
    await run(resendInvitation, built.chair, { organizationId: built.organizationId, invitationId: open?.id ?? "", language: "id" });
    const second = await tokenFor(guest.email);
    await expect(run(acceptInvitation, guest, { token: first })).rejects.toMatchObject({ code: "invitation_not_found" });
    await expect(
      atTime(new Date(Date.now() + 9 * 86_400_000), () => run(acceptInvitation, guest, { token: second })),
    ).rejects.toMatchObject({ code: "invitation_not_found" });
    const [current] = await listInvitations(db, built.organizationId);
    await run(cancelInvitation, built.chair, { organizationId: built.organizationId, invitationId: current?.id ?? "" });
    await expect(run(acceptInvitation, guest, { token: second })).rejects.toMatchObject({ code: "invitation_not_found" });
    await expect(
      run(cancelInvitation, built.chair, { organizationId: built.organizationId, invitationId: current?.id ?? "" }),
    ).rejects.toMatchObject({ code: "invitation_not_found" });
    await expect(
      run(resendInvitation, built.chair, { organizationId: built.organizationId, invitationId: current?.id ?? "", language: "id" }),
    ).rejects.toMatchObject({ code: "invitation_not_found" });
  });

  test("are invited by the chair of that organisation only, to roles that it knows", async () => {
    const mine = await buildCommunity(db);
    const other = await buildCommunity(db);
    const email = `${newId()}@contoh.example`;
    await expect(run(inviteMember, mine.treasurer, invitation(mine.organizationId, email))).rejects.toMatchObject({ code: "not_allowed" });
    await expect(run(inviteMember, other.chair, invitation(mine.organizationId, email))).rejects.toMatchObject({ code: "not_allowed" });
    await expect(run(inviteMember, mine.chair, invitation(newId(), email))).rejects.toMatchObject({ code: "organization_not_found" });
    await expect(run(inviteMember, mine.chair, invitation(mine.organizationId, email, "administrator"))).rejects.toMatchObject({
      code: "role_unknown",
    });
    await run(inviteMember, mine.chair, invitation(mine.organizationId, email));
    const [open] = await listInvitations(db, mine.organizationId);
    await expect(
      run(cancelInvitation, other.chair, { organizationId: other.organizationId, invitationId: open?.id ?? "" }),
    ).rejects.toMatchObject({ code: "invitation_not_found" });
  });

  test("change roles, but an organisation keeps a chair and two people for two offices", async () => {
    const built = await buildCommunity(db);
    const { organizationId, chair, editor, treasurer } = built;
    const set = (userId: string, ...roles: Role[]) => run(setMemberRoles, chair, { organizationId, userId, roles });
    await expect(set(chair.userId, "editor")).rejects.toMatchObject({ code: "last_manager", details: { role: "chair" } });
    await expect(set(chair.userId, "chair", "treasurer")).rejects.toMatchObject({ code: "roles_conflict" });
    await expect(set(editor.userId)).rejects.toMatchObject({ code: "roles_empty" });
    await expect(set(editor.userId, "approver")).rejects.toMatchObject({ code: "role_unknown" });
    await expect(set(newId(), "editor")).rejects.toMatchObject({ code: "member_not_found" });
    await expect(run(setMemberRoles, treasurer, { organizationId, userId: treasurer.userId, roles: ["chair"] })).rejects.toMatchObject({
      code: "not_allowed",
    });
    await set(editor.userId, "chair", "editor");
    await set(chair.userId, "editor");
    const members = await listMembers(db, organizationId, "community");
    expect(members.map((member) => [member.userId, member.roles])).toEqual([
      [editor.userId, ["chair", "editor"]],
      [treasurer.userId, ["treasurer"]],
      [chair.userId, ["editor"]],
    ]);
  });

  test("alone in an organisation may hold both offices", async () => {
    const { organizationId, chair } = await registered();
    await run(setMemberRoles, chair, { organizationId, userId: chair.userId, roles: ["chair", "treasurer", "editor"] });
    expect((await again(chair)).memberships[0]?.roles).toHaveLength(3);
  });

  test("are removed by the chair or leave by themselves, never the last chair", async () => {
    const { organizationId, chair, editor, treasurer } = await buildCommunity(db);
    await expect(run(removeMember, editor, { organizationId, userId: treasurer.userId })).rejects.toMatchObject({ code: "not_allowed" });
    await expect(run(removeMember, chair, { organizationId, userId: chair.userId })).rejects.toMatchObject({ code: "last_manager" });
    await run(removeMember, editor, { organizationId, userId: editor.userId });
    await run(removeMember, chair, { organizationId, userId: treasurer.userId });
    await expect(run(removeMember, chair, { organizationId, userId: treasurer.userId })).rejects.toMatchObject({
      code: "member_not_found",
    });
    expect(await listMembers(db, organizationId, "community")).toHaveLength(1);
  });

  test("two chairs who leave at once leave one chair", async () => {
    const { organizationId, chair } = await buildCommunity(db);
    const second = await buildActor(db, { organizationId, roles: ["chair"] });
    const outcomes = await Promise.allSettled(
      [chair, second].map((actor) => run(removeMember, actor, { organizationId, userId: actor.userId })),
    );
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await peopleWithRoles(db, organizationId, "chair")).toHaveLength(1);
  });
});

describe("members of the desk", () => {
  const invitation = (organizationId: string, email: string, role: Role) => ({
    key: newId(),
    organizationId,
    email,
    role,
    language: "id" as const,
  });

  test("are invited and managed by the administrator alone, who can't be the last to go", async () => {
    const desk = await buildPlatformDesk(db);
    const { organizationId, administrator, verifier, auditor } = desk;
    const guest = await buildActor(db);
    await expect(run(inviteMember, auditor, invitation(organizationId, guest.email, "verifier"))).rejects.toMatchObject({
      code: "not_allowed",
    });
    await run(inviteMember, administrator, invitation(organizationId, guest.email, "verifier"));
    await run(acceptInvitation, guest, { token: await tokenFor(guest.email) });
    expect(await peopleWithRoles(db, organizationId, "verifier")).toHaveLength(2);
    const leaving = { organizationId, userId: administrator.userId };
    await expect(run(removeMember, administrator, leaving)).rejects.toMatchObject({ code: "last_manager" });
    await expect(run(setMemberRoles, administrator, { ...leaving, roles: ["auditor"] })).rejects.toMatchObject({ code: "last_manager" });
    await run(setMemberRoles, administrator, { organizationId, userId: verifier.userId, roles: ["verifier", "administrator"] });
    await run(removeMember, administrator, leaving);
    expect((await peopleWithRoles(db, organizationId, "administrator")).map((one) => one.userId)).toEqual([verifier.userId]);
  });

  test.each([
    ["reconciler", "disburser"],
    ["reconciler", "disbursement_approver"],
    ["disburser", "disbursement_approver"],
  ] as const)("%s and %s are never one person, by whatever way", async (one, other) => {
    const desk = await buildPlatformDesk(db);
    const { organizationId, administrator } = desk;
    const person = await buildActor(db, { organizationId, roles: [one] });
    const both = { organizationId, userId: person.userId, roles: [one, other] };
    await expect(run(setMemberRoles, administrator, both)).rejects.toMatchObject({ code: "roles_conflict" });
    await expect(run(inviteMember, administrator, invitation(organizationId, person.email, other))).rejects.toMatchObject({
      code: "roles_conflict",
      details: { field: "role" },
    });
    const guest = await buildActor(db);
    await run(inviteMember, administrator, invitation(organizationId, guest.email, other));
    await db
      .insertInto("memberships")
      .values({ organization_id: organizationId, user_id: guest.userId, role: one, created_at: new Date() })
      .execute();
    await expect(run(acceptInvitation, guest, { token: await tokenFor(guest.email) })).rejects.toMatchObject({ code: "roles_conflict" });
  });
});
