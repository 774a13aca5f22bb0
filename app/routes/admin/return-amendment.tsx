import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { checkerRoles } from "~/features/amendments/amendment";
import { amendmentDeskMessages } from "~/features/amendments/desk-messages";
import { DeskNotePage } from "~/features/amendments/desk-note-page";
import { getSubmittedAmendment, noteFromDesk } from "~/features/amendments/desk-note-page.server";
import { guardedAction, guardedLoader, platform } from "~/features/identity/guard.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${amendmentDeskMessages[data?.language ?? "id"].back} · Sinergi` },
];

/** `/admin/adendum/:slug/:n/kembalikan`: sends an amendment back with what has to change. */
export const loader = guardedLoader(platform(...checkerRoles), async (c) => ({
  language: c.language,
  ...(await getSubmittedAmendment(c)),
}));

export const action = guardedAction(platform(...checkerRoles), (c) => noteFromDesk(c, "back"));

export default function ReturnAmendment() {
  return <DeskNotePage step="back" amendment={useLoaderData<typeof loader>()} result={useActionData<typeof action>()?.result} />;
}
