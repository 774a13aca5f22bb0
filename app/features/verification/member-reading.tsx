import { useMessages } from "~/components/language";
import { Money } from "~/components/money";
import { Table } from "~/components/table";
import { type DraftLine, type ProposalDraft, memberTotals, sharedOf } from "~/features/proposals/proposal-draft";
import type { Language } from "~/kernel/messages";
import { formatRupiah, sum } from "~/kernel/money";
import { readingMessages } from "./reading-messages";

/** The groups that propose together, each with whom to ask and its part of the budget. */
export function Members({ draft }: { draft: ProposalDraft }) {
  const t = useMessages(readingMessages).proposal;
  const totals = memberTotals(draft.lines);
  return (
    <Table
      label={t.members}
      rows={draft.members}
      rowKey={(member) => member.id}
      columns={[
        {
          head: t.members,
          cell: (member) => (
            <>
              {member.name}
              <small className="tn">{member.village}</small>
            </>
          ),
        },
        { head: t.coordinator, label: t.coordinator, cell: (member) => member.coordinator },
        { head: t.amount, label: t.amount, align: "right", cell: (member) => <Money amount={totals.get(member.id) ?? 0n} /> },
      ]}
      foot={[t.total, "", <Money key="total" amount={sum([...totals.values()])} />]}
    />
  );
}

/** "Kelompok Ngasem Rp 20.000.000, Kelompok Kidul Rp 5.000.000": whose a line is. */
export function partsText(draft: ProposalDraft, line: DraftLine, language: Language): string {
  const nameOf = (id: string | null): string => draft.members.find((member) => member.id === id)?.name ?? "";
  if (line.shares.length === 0) return nameOf(line.memberId);
  const whole = memberTotals([line]).get(line.memberId ?? "") ?? 0n;
  const rest = whole > 0n || sharedOf(line) === 0n ? [{ memberId: line.memberId, amount: whole }] : [];
  return [...rest, ...line.shares].map((part) => `${nameOf(part.memberId)} ${formatRupiah(part.amount, language)}`).join(", ");
}
