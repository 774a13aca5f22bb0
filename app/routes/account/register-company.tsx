import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useMessages } from "~/components/language";
import { guardedAction, guardedLoader, signedIn } from "~/features/identity/guard.server";
import { isCompanyType } from "~/features/organizations/organization";
import { organizationsMessages } from "~/features/organizations/organizations-messages";
import { RegistrationForm } from "~/features/organizations/registration-form";
import { registrationMessages } from "~/features/organizations/registration-messages";
import { loadRegistration, register } from "~/features/organizations/registration-page.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${registrationMessages[data?.language ?? "id"].choose.title} · Sinergi` },
];

export const loader = guardedLoader(signedIn, async (c) => {
  const role = c.url.searchParams.get("peran");
  if (!isCompanyType(role)) throw redirect("/daftar/lembaga");
  return { role, ...(await loadRegistration(c, "business")) };
});

export const action = guardedAction(signedIn, async (c) => {
  const role = c.url.searchParams.get("peran");
  if (!isCompanyType(role)) throw redirect("/daftar/lembaga", 303);
  return register(c, { kind: "company", companyType: role });
});

export default function RegisterCompany() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const names = useMessages(organizationsMessages).companyTypes;
  return <RegistrationForm data={data} name={names[data.role]} hidden={{ companyType: data.role }} answer={answer} />;
}
