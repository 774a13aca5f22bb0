import { StatusBadge } from "~/components/badge";
import { useLanguage, useMessages } from "~/components/language";
import { Motif } from "~/components/motif";
import { formatInstant } from "~/kernel/dates";
import { AppealBadge } from "./appeal-badge";
import { AppealClock } from "./appeal-clock";
import { appealMessages } from "./appeal-messages";
import type { AppealSummary } from "./appeal-queries.server";

/** What happened where, and while it is being checked the clock that everybody sees. */
export function AppealHead({ appeal, now }: { appeal: AppealSummary; now: Date }) {
  const t = useMessages(appealMessages);
  const language = useLanguage();
  return (
    <section className="emg">
      <div className="row gap-2 mb-3">
        <StatusBadge tone="warn">{t.kinds[appeal.disaster]}</StatusBadge>
        <AppealBadge status={appeal.status} />
      </div>
      <div className="flex gap-5 items-start">
        <Motif of="gringsing" />
        <div className="min-w-0">
          <h1 className="max-w-[22ch]" lang="id">
            {appeal.title}
          </h1>
          <p className="muted mt-2">
            <b className="text-ink">{appeal.organization}</b> · {appeal.area} · {formatInstant(appeal.raisedAt, language)}
          </p>
        </div>
      </div>
      {appeal.status === "raised" && (
        <div className="mt-6">
          <AppealClock raisedAt={appeal.raisedAt} now={now} />
        </div>
      )}
    </section>
  );
}
