import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { company, guardedAction, guardedLoader } from "~/features/identity/guard.server";
import { focusEditors } from "~/features/matching/focus";
import { FocusPage } from "~/features/matching/focus-page";
import { changeFocus, loadFocus } from "~/features/matching/focus-page.server";
import { matchingMessages } from "~/features/matching/matching-messages";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${matchingMessages[data?.language ?? "id"].title} · Sinergi` }];

export const loader = guardedLoader(company(), loadFocus);

export const action = guardedAction(company(...focusEditors), changeFocus);

export default function Focus() {
  return <FocusPage data={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
