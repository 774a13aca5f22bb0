import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Badge } from "~/components/badge";
import { Button, ButtonLink } from "~/components/button";
import { EmptyState } from "~/components/empty-state";
import { ActionForm } from "~/components/form";
import { useMessages } from "~/components/language";
import { Motif, motifOf } from "~/components/motif";
import { Page, PageHead } from "~/components/page";
import type { Membership } from "~/features/identity/actor";
import { guardedAction, guardedLoader, signedIn } from "~/features/identity/guard.server";
import { actingOrganization, actingOrganizationCookie } from "~/features/identity/preferences.server";
import { workspaceOf } from "~/features/organizations/organization";
import { organizationsMessages } from "~/features/organizations/organizations-messages";
import { registrationMessages } from "~/features/organizations/registration-messages";
import { inOrder } from "~/features/organizations/roles";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${registrationMessages[data?.language ?? "id"].chooser.title} · Sinergi` },
];

/** With one organisation there is nothing to choose, unless one asks for the page (`?pilih`). */
export const loader = guardedLoader(signedIn, async (c) => {
  const { memberships } = c.actor;
  const only = memberships.length === 1 ? memberships[0] : undefined;
  if (only && !c.url.searchParams.has("pilih")) throw redirect(workspaceOf(only.kind));
  return { language: c.language, memberships, acting: await actingOrganization(c.request) };
});

export const action = guardedAction(signedIn, async (c) => {
  const chosen = (await c.form()).get("organizationId");
  const membership = c.actor.memberships.find((m) => m.organizationId === chosen);
  if (!membership) throw new Response(null, { status: 403 });
  const cookie = await actingOrganizationCookie.serialize(membership.organizationId);
  throw redirect(workspaceOf(membership.kind), { status: 303, headers: { "Set-Cookie": cookie } });
});

export default function Workspaces() {
  const { memberships, acting } = useLoaderData<typeof loader>();
  const t = useMessages(registrationMessages).chooser;
  if (memberships.length === 0) {
    return (
      <Page>
        <PageHead title={t.title} />
        <EmptyState title={t.empty} action={<ButtonLink to="/daftar/lembaga">{t.register}</ButtonLink>}>
          {t.emptyLead}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page>
      <PageHead
        title={t.title}
        lead={t.lead}
        actions={
          <ButtonLink kind="outline" icon="plus" to="/daftar/lembaga">
            {t.register}
          </ButtonLink>
        }
      />
      <ul className="mem">
        {memberships.map((membership) => (
          <Workspace key={membership.organizationId} membership={membership} acting={membership.organizationId === acting} />
        ))}
      </ul>
    </Page>
  );
}

function Workspace({ membership, acting }: { membership: Membership; acting: boolean }) {
  const t = useMessages(registrationMessages).chooser;
  const names = useMessages(organizationsMessages);
  return (
    <li>
      <Motif of={motifOf(membership)} size="s" />
      <div>
        <b>{membership.organizationName}</b>
        <small>
          {names.kinds[membership.kind]} ·{" "}
          {inOrder(membership.kind, membership.roles)
            .map((role) => names.roles[role])
            .join(", ")}
        </small>
      </div>
      <div className="st">{acting && <Badge>{t.acting}</Badge>}</div>
      <ActionForm className="block" hidden={{ organizationId: membership.organizationId }}>
        <Button kind="outline">{t.open}</Button>
      </ActionForm>
    </li>
  );
}
