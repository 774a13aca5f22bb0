import { useMessages } from "~/components/language";
import { amendmentMessages } from "./amendment-messages";
import type { AmendmentReading } from "./amendment-page.server";

/** The way to the comparison of any two versions, once the public can compare two. */
export function compareLink({ program, amendment }: Pick<AmendmentReading, "program" | "amendment">) {
  return amendment.version !== null || amendment.status === "awaiting_funders" ? <CompareLink slug={program.slug} /> : undefined;
}

function CompareLink({ slug }: { slug: string }) {
  const t = useMessages(amendmentMessages);
  return <a href={`/program/${slug}/riwayat#perbandingan`}>{t.comparisonHint}</a>;
}
