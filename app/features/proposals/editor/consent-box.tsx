import { Button, ButtonLink } from "~/components/button";
import { ActionForm } from "~/components/form";
import { useLanguage, useMessages } from "~/components/language";
import { Note } from "~/components/note";
import { formatDay } from "~/kernel/dates";
import { consentMessages } from "../consent-messages";
import type { ConsentView } from "../consent-queries.server";

type ConsentBoxProps = { consent: ConsentView; proposalId: string; version: number; complete: boolean; maySend: boolean };

/** Where the sponsor's signature stands, and the button that asks for it; nothing when none is needed. */
export function ConsentBox({ consent, proposalId, version, complete, maySend }: ConsentBoxProps) {
  const t = useMessages(consentMessages);
  const language = useLanguage();
  const { state, sponsor } = consent;
  if (state === "not_needed") return null;
  if (state === "no_sponsor" || !sponsor) {
    return (
      <Note
        tone="warn"
        title={t.title}
        actions={
          <ButtonLink kind="outline" to="/ruang/lembaga/naungan">
            {t.toSponsor}
          </ButtonLink>
        }
      >
        {t.no_sponsor}
      </Note>
    );
  }
  const text = state === "given" ? t.given(sponsor.name, formatDay(consent.answeredAt ?? "", language)) : t[state](sponsor.name);
  const askable = maySend && complete && (state === "not_asked" || state === "refused" || state === "outdated");
  return (
    <Note
      tone={state === "given" ? "ok" : state === "asked" ? "info" : "warn"}
      title={t.title}
      actions={
        askable && (
          <ActionForm action={`/ruang/lembaga/usulan/${proposalId}/minta-tanda-tangan`} hidden={{ versi: version }}>
            <Button kind="outline">{t.ask(sponsor.name)}</Button>
          </ActionForm>
        )
      }
    >
      <p>{text}</p>
      {state === "refused" && consent.note && <p>{consent.note}</p>}
      {!complete && state !== "given" && <p>{t.askHint}</p>}
    </Note>
  );
}
