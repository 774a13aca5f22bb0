import { StatusBadge } from "~/components/badge";
import { Button } from "~/components/button";
import { DayText } from "~/components/day-text";
import { ErrorSummary } from "~/components/error-summary";
import { SelectField } from "~/components/field";
import { Form, FormActions, Hidden } from "~/components/form";
import { useFormState, useMessages } from "~/components/language";
import { Page, PageHead } from "~/components/page";
import { Box } from "~/components/panel";
import { RecordList } from "~/components/record-list";
import { EndLeadForm } from "./end-lead-form";
import { leadMessages, leadRefusals } from "./lead-messages";
import type { ProgramLeaderData } from "./program-leader-page.server";
import { useWomanLedText } from "./woman-led-badge";

type Answer = { step: "ask" | "end"; result?: Parameters<typeof useFormState>[0] } | undefined;

/** Who leads a program: what the public reads of it, whom to ask, and who was asked before. */
export function ProgramLeaderPage({ data, answer }: { data: ProgramLeaderData; answer: Answer }) {
  const t = useMessages(leadMessages);
  const { proposal, open, past, mayChange } = data;
  const text = useWomanLedText(data.led);
  const heading = !open ? t.heading.none : open.status === "asked" ? t.heading.asked : t.heading.named(open.leader);
  return (
    <Page narrow>
      <PageHead
        size="small"
        crumbs={[{ href: `/ruang/lembaga/usulan/${proposal.id}/penerima`, label: proposal.title }]}
        title={heading}
        lead={t.lead}
      />
      <div className="stack [--gap:1.25rem]">
        <Box title={t.publicNow}>
          <p>{text || <span className="muted">{t.nothing}</span>}</p>
        </Box>
        {open && (
          <Box
            title={open.leader}
            aside={<StatusBadge tone={open.status === "accepted" ? "ok" : "info"}>{t.statuses[open.status]}</StatusBadge>}
          >
            {open.status === "asked" && <p>{t.asked(open.leader)}</p>}
            {open.note && <p className="small">“{open.note}”</p>}
            {mayChange ? (
              <EndLeadForm
                leadId={open.id}
                label={open.status === "asked" ? t.withdraw : t.end}
                result={answer?.step === "end" ? answer.result : null}
              />
            ) : (
              <p className="hint">{t.over}</p>
            )}
          </Box>
        )}
        {!open && mayChange && <AskBox data={data} result={answer?.step === "ask" ? answer.result : null} />}
        {past.length > 0 && (
          <Box title={t.history}>
            <RecordList
              items={past.map((lead) => ({
                key: lead.id,
                title: lead.leader,
                meta: <DayText value={lead.endedAt ?? lead.answeredAt ?? lead.askedAt} />,
                note: lead.note,
                side: <StatusBadge>{t.statuses[lead.status]}</StatusBadge>,
              }))}
            />
          </Box>
        )}
      </div>
    </Page>
  );
}

function AskBox({ data, result }: { data: ProgramLeaderData; result: Parameters<typeof useFormState>[0] }) {
  const t = useMessages(leadMessages);
  const form = useFormState(result, { texts: useMessages(leadRefusals) });
  return (
    <Box title={t.ask}>
      {data.leaders.length === 0 && <p className="muted mb-3">{t.nobody}</p>}
      <Form>
        <ErrorSummary form={form} />
        <Hidden values={{ aksi: "minta" }} />
        <SelectField
          {...form.field("leaderId")}
          label={t.leader}
          hint={t.leaderHint}
          empty={t.leaderEmpty}
          options={data.leaders.map(({ id, name, area }) => ({ value: id, label: area ? `${name}, ${area}` : name }))}
        />
        <FormActions>
          <Button>{t.send}</Button>
        </FormActions>
      </Form>
    </Box>
  );
}
