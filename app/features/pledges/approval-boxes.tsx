import { AlurDana } from "~/components/alur-dana";
import { DayText } from "~/components/day-text";
import { DescriptionList } from "~/components/description-list";
import { useLanguage, useMessages } from "~/components/language";
import { Money } from "~/components/money";
import { Motif, motifOf } from "~/components/motif";
import { Note } from "~/components/note";
import { Box } from "~/components/panel";
import { ProgramName } from "~/components/program-name";
import { Table } from "~/components/table";
import { Verifications } from "~/components/timeline";
import type { Flow } from "~/features/ledger/ledger";
import type { ProgramCheck } from "~/features/proposals/program-view";
import { proposalMessages } from "~/features/proposals/proposal-messages";
import { formatDay } from "~/kernel/dates";
import { formatRupiah, formatRupiahShort, smaller, sum } from "~/kernel/money";
import type { PledgeableProgram } from "./pledge-form-queries.server";
import { pledgeMessages } from "./pledge-messages";
import type { PledgeDetail } from "./pledge-queries.server";
import { approvalMessages } from "./approval-messages";
import { workspaceMessages } from "./workspace-messages";

/** What is pledged, and where the program would stand with it. */
export function ProgramBox({ pledge, program }: { pledge: PledgeDetail; program: PledgeableProgram }) {
  const t = useMessages(approvalMessages).one;
  const shared = useMessages(workspaceMessages).one;
  const language = useLanguage();
  const preview = smaller(pledge.pledged, program.left);
  const after = program.flow.committed + pledge.pledged;
  const short = (amount: bigint) => formatRupiahShort(amount, language);
  return (
    <Box>
      <div className="row flex-nowrap items-start gap-4 mb-4">
        <Motif of={motifOf({ element: program.element })} />
        <div>
          <h2>
            <a href={`/program/${program.slug}`}>
              <ProgramName {...program} />
            </a>
          </h2>
          <p className="small muted">
            {program.community} · {program.code}
          </p>
        </div>
      </div>
      <div className="grid g11 [gap:1rem_2rem]">
        <div>
          <AlurDana flow={program.flow} size="strip" height={46} preview={preview} />
          {pledge.pledged > program.left ? (
            <Note tone="bad" className="mt-2.5">
              {t.tooLittle(formatRupiah(program.left, language))}
            </Note>
          ) : (
            <p className="small mt-2.5">
              {t.after(short(after), short(program.flow.target))} {t.left(formatRupiah(program.left, language))}
            </p>
          )}
          {pledge.note && (
            <p className="small muted mt-2">
              {t.drafterSays} “{pledge.note}”
            </p>
          )}
        </div>
        {pledge.lines.length > 0 ? (
          <Table
            label={shared.lines}
            columns={[
              { head: shared.line, cell: (line) => line.description },
              { head: shared.amount, align: "right", cell: (line) => <Money amount={line.amount} /> },
            ]}
            rows={pledge.lines}
            rowKey={(line) => line.description}
            foot={[t.all(pledge.lines.length), <Money amount={sum(pledge.lines.map((line) => line.amount))} key="sum" />]}
          />
        ) : (
          <p className="muted">{shared.free}</p>
        )}
      </div>
    </Box>
  );
}

/** When the company would pay how much. */
export function PlanBox({ pledge }: { pledge: PledgeDetail }) {
  const t = useMessages(approvalMessages).one;
  const shared = useMessages(pledgeMessages);
  return (
    <Box title={t.plan}>
      <Table
        label={t.plan}
        columns={[
          { head: t.stage, cell: (payment) => shared.instalment(payment.n, pledge.payments.length) },
          { head: t.due, cell: (payment) => <DayText value={payment.dueOn} /> },
          { head: useMessages(workspaceMessages).one.amount, align: "right", cell: (payment) => <Money amount={payment.amount} /> },
        ]}
        rows={pledge.payments}
        rowKey={(payment) => payment.id}
      />
    </Box>
  );
}

/** What the company has pledged so far, and with this. */
export function CompanyBox({ flow, pledge }: { flow: Flow; pledge: PledgeDetail }) {
  const t = useMessages(approvalMessages).one;
  return (
    <Box title={t.yourCommitments}>
      <DescriptionList
        items={[
          { term: t.committedSoFar, value: <Money amount={flow.committed} /> },
          { term: t.receivedSoFar, value: <Money amount={flow.received} /> },
          { term: t.accountedSoFar, value: <Money amount={flow.accounted} /> },
          { term: t.thisPledge, value: <Money amount={pledge.pledged} /> },
        ]}
      />
      <div className="row justify-between mt-3">
        <b>{t.thereafter}</b>
        <b className="n dbl">
          <Money amount={flow.committed + pledge.pledged} />
        </b>
      </div>
    </Box>
  );
}

/** What was checked of the program before it was published, by which role, and until when it holds. */
export function ChecksBox({ checks }: { checks: readonly ProgramCheck[] }) {
  const t = useMessages(approvalMessages).one;
  const words = useMessages(proposalMessages);
  const language = useLanguage();
  if (checks.length === 0) return null;
  return (
    <Box title={t.checks}>
      <Verifications
        items={checks.map((check) => ({
          key: check.kind,
          title: words.check[check.kind],
          text: t.checked(words.result[check.result], check.roleLabel, formatDay(check.checkedOn, language)),
          done: check.result === "match",
        }))}
      />
    </Box>
  );
}
