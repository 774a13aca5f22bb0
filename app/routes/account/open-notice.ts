import { redirect } from "@remix-run/node";
import { guardedAction, signedIn } from "~/features/identity/guard.server";
import { actingOrganizationCookie } from "~/features/identity/preferences.server";
import { openNotice } from "~/features/notifications/read-notices.server";

/** `/kabar/:id`: marks one line as read and leads where it leads, in the name of the organisation that it is about. */
export const action = guardedAction(signedIn, async (c) => {
  const outcome = await c.attempt(openNotice, { noticeId: c.params.id ?? "" });
  if (!outcome.ok) throw new Response(null, { status: 404 });
  const { address, organizationId } = outcome.value;
  const works = c.actor.memberships.some((membership) => membership.organizationId === organizationId);
  const headers = works ? { "Set-Cookie": await actingOrganizationCookie.serialize(organizationId) } : undefined;
  throw redirect(address, { status: 303, ...(headers && { headers }) });
});
