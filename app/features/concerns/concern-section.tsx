import { StatusBadge } from "~/components/badge";
import { useLanguage, useMessages } from "~/components/language";
import { Section } from "~/components/page";
import { Timeline } from "~/components/timeline";
import { dayOf, daysBetween, formatDay } from "~/kernel/dates";
import { concernMessages } from "./concern-messages";
import type { PublicConcerns } from "./concern-queries.server";

/** On a public page: how many concerns came in, how they ended, and what was published of them. Never what was said. */
export function ConcernSection({ concerns, report }: { concerns: PublicConcerns; report: string }) {
  const words = useMessages(concernMessages);
  const t = words.public;
  const language = useLanguage();
  return (
    <Section title={t.title} hint={t.hint} id="kekhawatiran">
      {concerns.total === 0 ? (
        <p className="muted">{t.none}</p>
      ) : (
        <>
          <p>
            <b>{t.counts(concerns.total, concerns.open)}</b>. {t.ended(concerns.founded, concerns.unfounded, concerns.withdrawn)}.
          </p>
          {concerns.outcomes.length > 0 && (
            <div className="mt-4">
              <Timeline
                items={concerns.outcomes.map((one) => ({
                  key: one.id,
                  state: "done",
                  title: words.kind[one.kind],
                  side: <StatusBadge tone={one.outcome === "founded" ? "warn" : "ok"}>{words.outcome[one.outcome]}</StatusBadge>,
                  text: (
                    <>
                      <span lang="id">{one.published}</span>{" "}
                      <span className="muted">
                        {formatDay(one.closedAt, language)}, {t.days(daysBetween(dayOf(one.receivedAt), dayOf(one.closedAt)))}.
                      </span>
                    </>
                  ),
                }))}
              />
            </div>
          )}
        </>
      )}
      <p className="hint">
        {t.private} <a href={report}>{t.report}</a>
      </p>
    </Section>
  );
}
