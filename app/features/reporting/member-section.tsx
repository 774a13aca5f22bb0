import { useLanguage, useMessages } from "~/components/language";
import { Section } from "~/components/page";
import { Table } from "~/components/table";
import type { ProgramMember } from "~/features/proposals/program-members.server";
import { formatRupiah, formatShare, sum } from "~/kernel/money";
import { memberMessages } from "./member-messages";

/** The groups of a joint program, each with its part of the budget and what of it is proven. */
export function MemberSection({ members }: { members: readonly ProgramMember[] }) {
  const t = useMessages(memberMessages);
  const language = useLanguage();
  if (members.length === 0) return null;
  const money = (amount: bigint) => formatRupiah(amount, language);
  return (
    <Section title={t.title} hint={t.hint(members.length)} id="kelompok">
      <Table
        label={t.title}
        rows={members}
        rowKey={(member) => member.id}
        columns={[
          {
            head: t.group,
            cell: (member) => (
              <span lang="id">
                {member.name}
                <small className="tn">{member.village}</small>
              </span>
            ),
          },
          { head: t.planned, label: t.planned, align: "right", cell: (member) => money(member.planned) },
          {
            head: t.spent,
            label: t.spent,
            align: "right",
            cell: (member) => (
              <>
                {money(member.spent)}
                {member.waiting > 0n && <small className="tn">{t.waiting(money(member.waiting))}</small>}
              </>
            ),
          },
          {
            head: t.share,
            label: t.share,
            align: "right",
            cell: (member) => (member.planned > 0n ? formatShare(member.spent, member.planned, language) : "–"),
          },
        ]}
        foot={[t.sum, money(sum(members.map((member) => member.planned))), money(sum(members.map((member) => member.spent))), ""]}
      />
    </Section>
  );
}

/** What each group spent in the termin of a report. */
export function MemberSpending({ members }: { members: readonly { id: string; name: string; spent: bigint; receipts: number }[] }) {
  const t = useMessages(memberMessages);
  const language = useLanguage();
  if (members.length === 0) return null;
  return (
    <Section title={t.spendingTitle} hint={t.spendingHint} id="belanja-kelompok">
      <Table
        label={t.spendingTitle}
        rows={members}
        rowKey={(member) => member.id}
        columns={[
          { head: t.group, cell: (member) => <span lang="id">{member.name}</span> },
          { head: t.receipts, label: t.receipts, align: "right", cell: (member) => String(member.receipts) },
          { head: t.spent, label: t.spent, align: "right", cell: (member) => formatRupiah(member.spent, language) },
        ]}
        foot={[
          t.sum,
          String(members.reduce((count, member) => count + member.receipts, 0)),
          formatRupiah(sum(members.map((member) => member.spent)), language),
        ]}
      />
    </Section>
  );
}
