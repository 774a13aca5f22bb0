import type { MetaFunction } from "@remix-run/node";
import { errorMessages } from "~/components/error-messages";
import { anyone, guardedAction, guardedLoader } from "~/features/identity/guard.server";
import { missingPage } from "~/features/reporting/nearest-program.server";

export const meta: MetaFunction = ({ matches }) => {
  const page = matches.find((match) => match.id === "root")?.data as { language?: "id" | "en" } | undefined;
  return [{ title: `${errorMessages[page?.language ?? "id"].missing.title} · Sinergi` }, { name: "robots", content: "noindex" }];
};

/** Every address that no other page answers. A page of its own, so that the header knows who is signed in and in which language. */
export const loader = guardedLoader(anyone, async (c) => {
  throw await missingPage(c.db, c.url.pathname);
});

export const action = guardedAction(anyone, () => {
  throw new Response(null, { status: 404 });
});

export default function Missing() {
  return null;
}
