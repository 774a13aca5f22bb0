import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, platform } from "~/features/identity/guard.server";
import { DirectoryOrganizationPage } from "~/features/organizations/directory-organization-page";
import { changeOrganization, loadOrganization } from "~/features/organizations/directory-page.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.organization.name ?? ""} · Sinergi` }];

export const loader = guardedLoader(platform("administrator", "verifier", "auditor"), loadOrganization);

export const action = guardedAction(platform("administrator", "verifier"), changeOrganization);

export default function Organization() {
  return <DirectoryOrganizationPage data={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
