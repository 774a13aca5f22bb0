import { useFormState, useMessages } from "~/components/language";
import { ReasonPage } from "~/components/reason-page";
import { amendmentDeskMessages, amendmentRefusals } from "./desk-messages";

export type DeskStep = "back" | "refuse";

type DeskNotePageProps = {
  step: DeskStep;
  amendment: { address: string; title: string };
  result: Parameters<typeof useFormState>[0];
};

/** What the desk writes when it sends an amendment back or turns it down. */
export function DeskNotePage({ step, amendment: { address, title }, result }: DeskNotePageProps) {
  const t = useMessages(amendmentDeskMessages);
  const form = useFormState(result, { texts: useMessages(amendmentRefusals) });
  const lead = step === "back" ? t.backLead : t.refuseLead;
  return (
    <ReasonPage
      texts={{ title: t[step], lead, reason: t.reason, hint: t.reasonHint, button: t[step], back: t.toPage }}
      crumbs={[
        { href: "/admin/adendum", label: t.title },
        { href: address, label: title },
      ]}
      back={address}
      form={form}
      field="note"
      most={1000}
    />
  );
}
