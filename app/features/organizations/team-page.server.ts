import { leadBack } from "~/features/identity/lead-back.server";
import { parseWithZod } from "@conform-to/zod/v4";
import { redirect } from "@remix-run/node";
import { misread, refused } from "~/features/identity/form-refusal";
import type { Context, community, company, platform } from "~/features/identity/guard.server";
import { newId } from "~/kernel/ids";
import { today } from "~/platform/clock.server";
import { flash } from "~/platform/flash.server";
import { cancelInvitation } from "./cancel-invitation.server";
import { inviteMember } from "./invite-member.server";
import { listInvitations, listMembers, listTeamEvents } from "./member-queries.server";
import { teamAddressOf } from "./organization";
import { inviteSchema } from "./organization.schema";
import { organizationsRefusals } from "./organizations-messages";
import { removeMember } from "./remove-member.server";
import { resendInvitation } from "./resend-invitation.server";
import { managingRole, rolesOf } from "./roles";
import { setMemberRoles } from "./set-member-roles.server";

type C = Context<ReturnType<typeof community> | ReturnType<typeof company> | ReturnType<typeof platform>>;

export async function loadTeam(c: C) {
  const { organizationId, organizationName, kind, roles } = c.membership;
  const [members, invitations, events] = await Promise.all([
    listMembers(c.db, organizationId, kind),
    listInvitations(c.db, organizationId),
    listTeamEvents(c.db, organizationId),
  ]);
  const userId = c.actor.userId;
  const mayManage = roles.includes(managingRole(kind));
  return {
    key: newId(),
    language: c.language,
    today: today(),
    organizationId,
    organizationName,
    kind,
    userId,
    mayManage,
    members,
    invitations,
    events,
  };
}

export type TeamData = Awaited<ReturnType<typeof loadTeam>>;

export async function invite(c: C) {
  const submission = parseWithZod(await c.form(), { schema: inviteSchema });
  if (submission.status !== "success") return misread(submission);
  const { kunci, organizationId, email, role: typed } = submission.value;
  const role = rolesOf(c.membership.kind).find((one) => one === typed);
  if (!role) return misread({ reply: () => submission.reply({ fieldErrors: { role: ["not_a_choice"] } }) });
  const outcome = await c.attempt(inviteMember, { key: kunci, organizationId, email, role, language: c.language });
  if (!outcome.ok) return refused(submission, outcome.refusal, c.language, organizationsRefusals);
  throw redirect(teamAddressOf(c.membership.kind), { status: 303, headers: await flash("member_invited") });
}

/** Cancels an open invitation, or with `aksi=kirim-ulang` sends its email again with a new link. */
export async function changeInvitation(c: C): Promise<never> {
  const form = await c.form();
  const input = { organizationId: String(form.get("organizationId") ?? ""), invitationId: c.params.id ?? "" };
  const again = form.get("aksi") === "kirim-ulang";
  const outcome = again ? await c.attempt(resendInvitation, { ...input, language: c.language }) : await c.attempt(cancelInvitation, input);
  throw await leadBack(c, outcome, {
    to: teamAddressOf(c.membership.kind),
    done: again ? "member_invited" : "invitation_cancelled",
    refusals: organizationsRefusals,
  });
}

export async function loadMember(c: C) {
  const { organizationId, kind, roles } = c.membership;
  const member = (await listMembers(c.db, organizationId, kind)).find((one) => one.userId === c.params.userId);
  if (!member) throw new Response(null, { status: 404 });
  const mayManage = roles.includes(managingRole(kind));
  const own = member.userId === c.actor.userId;
  if (!mayManage && !own) throw new Response(null, { status: 403 });
  return { language: c.language, organizationId, kind, member, mayManage, own, team: teamAddressOf(c.membership.kind) };
}

export type MemberData = Awaited<ReturnType<typeof loadMember>>;

/** Saves a member's roles, or with `aksi=keluarkan` takes the person out. */
export async function changeMember(c: C) {
  const form = await c.form();
  const input = { organizationId: String(form.get("organizationId") ?? ""), userId: c.params.userId ?? "" };
  const removing = form.get("aksi") === "keluarkan";
  const roles = rolesOf(c.membership.kind).filter((role) => form.getAll("roles").includes(role));
  const outcome = removing ? await c.attempt(removeMember, input) : await c.attempt(setMemberRoles, { ...input, roles });
  if (!outcome.ok) {
    const reply: Parameters<typeof refused>[0]["reply"] = (options) => ({
      status: "error",
      initialValue: { roles },
      error: options?.fieldErrors ?? { "": options?.formErrors ?? [] },
    });
    return refused({ reply }, outcome.refusal, c.language, organizationsRefusals);
  }
  const left = removing && input.userId === c.actor.userId;
  const headers = await flash(removing ? "member_removed" : "roles_changed");
  throw redirect(left ? "/ruang" : teamAddressOf(c.membership.kind), { status: 303, headers });
}
