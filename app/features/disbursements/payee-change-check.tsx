import { Button } from "~/components/button";
import { DayText } from "~/components/day-text";
import { ActionForm } from "~/components/form";
import { useMessages } from "~/components/language";
import { Section } from "~/components/page";
import { payeeChangeMessages } from "./payee-change-messages";
import type { PayeeChangeView } from "./payee-change-queries.server";

/** At the desk: programs whose money goes to another account now, each with the button that says it was checked. */
export function PayeeChangeCheck({
  organizationId,
  changes,
  mayCheck,
}: {
  organizationId: string;
  changes: readonly PayeeChangeView[];
  mayCheck: boolean;
}) {
  const t = useMessages(payeeChangeMessages);
  if (changes.length === 0) return null;
  return (
    <Section title={t.desk} hint={t.deskHint}>
      {changes.map((change) => (
        <div className="mb-5" key={change.id}>
          <b lang="id">{change.title}</b>
          <p className="n">{t.from(`${change.fromBank} ${change.fromNumber}`, `${change.toBank} ${change.toNumber}`)}</p>
          <p className="small muted">
            <DayText value={change.changedAt} form="instant" /> · {change.reason}
          </p>
          {mayCheck && (
            <ActionForm action={`/admin/anggota/${organizationId}/ganti-rekening/${change.proposalId}`} className="block mt-3">
              <Button kind="outline" disabled={change.toVerifiedAt === null}>
                {t.check}
              </Button>
              <p className="hint">{t.checkHint}</p>
            </ActionForm>
          )}
        </div>
      ))}
    </Section>
  );
}
