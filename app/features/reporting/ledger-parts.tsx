import { Icon } from "~/components/icon";
import { useLanguage, useMessages } from "~/components/language";
import { LevelMark } from "~/components/level-mark";
import { ledgerMessages } from "./ledger-messages";
import { nameOf } from "./name-messages";

const levelOfKind: Readonly<Record<string, 1 | 2 | 3 | 4>> = {
  commitment: 1,
  commitment_release: 1,
  deposit: 2,
  match: 2,
  receipt: 2,
  card_receipt: 2,
  card_payout: 2,
  disbursement: 2,
  disbursement_return: 2,
  acknowledgement: 3,
  accounting: 4,
};

/** What an entry is, in words, with the level of proof that it speaks of. */
export function EntryKind({ kind, reverses }: { kind: string; reverses: bigint | null }) {
  const t = useMessages(ledgerMessages);
  const name = nameOf(t.kinds, kind);
  const level = levelOfKind[kind];
  return (
    <span className="row gap-2 flex-nowrap">
      {level && <LevelMark level={level} />}
      {reverses === null ? name : t.reversal(name)}
    </span>
  );
}

/** From which account to which: money leaves the credit side of a debit-normal account. */
export function FromTo({ debit, credit }: { debit: string; credit: string }) {
  const t = useMessages(ledgerMessages).accounts;
  return (
    <span className="muted small">
      {nameOf(t, credit)}
      <span className="row gap-1.5 flex-nowrap">
        <Arrow /> {nameOf(t, debit)}
      </span>
    </span>
  );
}

function Arrow() {
  const language = useLanguage();
  return (
    <>
      <Icon name="arrow" />
      <span className="sr">{language === "id" ? "ke" : "to"}</span>
    </>
  );
}
