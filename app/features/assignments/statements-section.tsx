import { useLanguage, useMessages } from "~/components/language";
import { Section } from "~/components/page";
import { formatDay } from "~/kernel/dates";
import { assignmentMessages } from "./assignment-messages";
import type { PublicStatement } from "./assignment-queries.server";

/** What practitioners and local leaders said of a program, under their roles; nothing when nobody has said anything. */
export function StatementsSection({ statements }: { statements: readonly PublicStatement[] }) {
  const t = useMessages(assignmentMessages);
  const language = useLanguage();
  if (statements.length === 0) return null;
  return (
    <Section title={t.said.title} id="kata-petugas">
      <ul className="stack [--gap:1.25rem]">
        {statements.map((one) => (
          <li key={one.id}>
            <blockquote lang="id">{one.kind === "endorsement" ? one.statement : one.finding}</blockquote>
            <p className="small muted">
              {[
                one.roleLabel,
                one.kind === "endorsement" ? t.said.endorsement : `${t.kinds[one.kind]}, ${t.said.termin(one.trancheN ?? 0)}`,
                one.kind !== "endorsement" && one.result && t.results[one.result],
                one.doneAt && formatDay(one.doneAt, language),
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
            {one.confirmsArrival && <p className="small">{t.said.confirms}</p>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
