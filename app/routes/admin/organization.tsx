import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PayeeChangeCheck } from "~/features/disbursements/payee-change-check";
import { openPayeeChanges } from "~/features/disbursements/payee-change-queries.server";
import { guardedAction, guardedLoader, platform } from "~/features/identity/guard.server";
import { DirectoryOrganizationPage } from "~/features/organizations/directory-organization-page";
import { changeOrganization, loadOrganization } from "~/features/organizations/directory-page.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.organization.name ?? ""} · Sinergi` }];

export const loader = guardedLoader(platform("administrator", "verifier", "auditor"), async (c) => {
  const page = await loadOrganization(c);
  return { ...page, payeeChanges: await openPayeeChanges(c.db, page.organization.id) };
});

export const action = guardedAction(platform("administrator", "verifier"), changeOrganization);

export default function Organization() {
  const data = useLoaderData<typeof loader>();
  return (
    <DirectoryOrganizationPage data={data} answer={useActionData<typeof action>()}>
      <PayeeChangeCheck organizationId={data.organization.id} changes={data.payeeChanges} mayCheck={data.mayCheck} />
    </DirectoryOrganizationPage>
  );
}
