import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useLanguage } from "~/components/language";
import { guardedAction, guardedLoader, signedIn } from "~/features/identity/guard.server";
import { elementOfPersonRole, isCommunityElement, isCompanyType } from "~/features/organizations/organization";
import { listElements } from "~/features/organizations/organization-queries.server";
import { RegistrationForm } from "~/features/organizations/registration-form";
import { registrationMessages } from "~/features/organizations/registration-messages";
import { loadRegistration, register } from "~/features/organizations/registration-page.server";
import { RoleChooser } from "~/features/organizations/role-chooser";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${registrationMessages[data?.language ?? "id"].choose.title} · Sinergi` },
];

/** Without a role the page asks for one; a kind of company goes on to the companies' page. Practitioners register here too. */
export const loader = guardedLoader(signedIn, async (c) => {
  const role = c.url.searchParams.get("peran");
  if (isCompanyType(role)) throw redirect(`/daftar/perusahaan?peran=${role}`);
  const person = elementOfPersonRole(role);
  if (person) return { step: "form" as const, ...(await loadRegistration(c, person, true)) };
  if (isCommunityElement(role)) return { step: "form" as const, ...(await loadRegistration(c, role)) };
  return { step: "choose" as const, language: c.language, elements: await listElements(c.db), missing: c.url.searchParams.size > 0 };
});

export const action = guardedAction(signedIn, async (c) => {
  const role = c.url.searchParams.get("peran");
  const person = elementOfPersonRole(role);
  if (person) return register(c, { kind: "practitioner", element: person });
  if (!isCommunityElement(role)) throw redirect("/daftar/lembaga", 303);
  return register(c, { kind: "community", element: role });
});

export default function RegisterCommunity() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const language = useLanguage();
  if (data.step === "choose") return <RoleChooser elements={data.elements} missing={data.missing} />;
  return <RegistrationForm data={data} name={data.element[language]} hidden={{ element: data.element.code }} answer={answer} />;
}
