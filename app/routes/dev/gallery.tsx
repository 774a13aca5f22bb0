import type { MetaFunction } from "@remix-run/node";
import { Foundations } from "~/components/gallery/foundations";
import { Forms } from "~/components/gallery/forms";
import { MoneySamples } from "~/components/gallery/money-samples";
import { Records } from "~/components/gallery/records";
import { Page, PageHead } from "~/components/page";
import { anyone, guardedLoader } from "~/features/identity/guard.server";
import { env, isProduction } from "~/platform/env.server";

export const meta: MetaFunction = () => [{ title: "Galeri komponen · Sinergi" }, { name: "robots", content: "noindex" }];

/** `/galeri`: every component in every state, while developing and in the demo; elsewhere there is no such page. */
export const loader = guardedLoader(anyone, () => {
  if (isProduction && env.SINERGI_DEMO !== "on") throw new Response(null, { status: 404 });
  return null;
});

export default function Gallery() {
  return (
    <Page>
      <PageHead title="Galeri komponen" lead="Setiap komponen dalam setiap keadaan, terang di kiri, gelap di kanan." />
      <Foundations />
      <Forms />
      <MoneySamples />
      <Records />
    </Page>
  );
}
