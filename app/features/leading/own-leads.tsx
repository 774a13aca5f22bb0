import { StatusBadge } from "~/components/badge";
import { Button } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { TextField } from "~/components/field";
import { Form, FormActions, Hidden } from "~/components/form";
import { useFormState, useLanguage, useMessages } from "~/components/language";
import { Box } from "~/components/panel";
import { isPublic } from "~/features/proposals/proposal";
import { formatRupiah } from "~/kernel/money";
import { EndLeadForm } from "./end-lead-form";
import { mayChangeLeader } from "./lead";
import { leadMessages, leadRefusals } from "./lead-messages";
import type { LeaderLead } from "./lead-queries.server";

export type LeadAnswer = { about: string; result?: Parameters<typeof useFormState>[0] } | undefined;
type LeadsProps = { leads: readonly LeaderLead[]; answer: LeadAnswer };

/** What a woman leader is asked to lead, and the programs that she leads, with a way out. */
export function OwnLeads({ leads, answer }: LeadsProps) {
  const t = useMessages(leadMessages);
  const asked = leads.filter(({ status, programStatus }) => status === "asked" && mayChangeLeader(programStatus));
  const led = leads.filter(({ status }) => status === "accepted");
  const result = (id: string) => (answer?.about === id ? answer.result : null);
  return (
    <>
      {asked.length > 0 && (
        <Box title={t.requests}>
          {asked.map((lead) => (
            <div className="mb-5" key={lead.id}>
              <LeadLine lead={lead} />
              <AnswerLeadForm lead={lead} result={result(lead.id)} />
            </div>
          ))}
        </Box>
      )}
      <Box title={t.leads} id="memimpin">
        {led.length === 0 && <p className="muted">{t.noLeads}</p>}
        {led.map((lead) => (
          <div className="mb-5" key={lead.id}>
            <LeadLine lead={lead} />
            {mayChangeLeader(lead.programStatus) && <EndLeadForm leadId={lead.id} label={t.stepBack} result={result(lead.id)} />}
          </div>
        ))}
      </Box>
    </>
  );
}

function LeadLine({ lead }: { lead: LeaderLead }) {
  const t = useMessages(leadMessages);
  const language = useLanguage();
  const shown = isPublic(lead.programStatus) && lead.slug;
  return (
    <div className="hh">
      <div className="min-w-0">
        <h3 lang="id">{shown ? <a href={`/program/${lead.slug}`}>{lead.title}</a> : lead.title}</h3>
        <p className="small muted">
          {[lead.organization, lead.area, lead.target !== null && formatRupiah(lead.target, language)].filter(Boolean).join(" · ")}
        </p>
        {lead.summary && (
          <p className="small mt-1" lang="id">
            {lead.summary}
          </p>
        )}
      </div>
      <StatusBadge tone={lead.status === "accepted" ? "ok" : "info"}>{t.statuses[lead.status]}</StatusBadge>
    </div>
  );
}

function AnswerLeadForm({ lead, result }: { lead: LeaderLead; result: Parameters<typeof useFormState>[0] }) {
  const t = useMessages(leadMessages);
  const form = useFormState(result, { texts: useMessages(leadRefusals) });
  return (
    <Form className="stack mt-3">
      <ErrorSummary form={form} />
      <Hidden values={{ aksi: "jawab", leadId: lead.id }} />
      <TextField {...form.field("note")} id={`note-${lead.id}`} label={t.note} hint={`${t.noteHint} ${t.agreeing}`} maxLength={600} />
      <FormActions>
        <Button name="jawaban" value="terima" icon="check">
          {t.accept}
        </Button>
        <Button name="jawaban" value="tolak" kind="danger-quiet">
          {t.decline}
        </Button>
      </FormActions>
    </Form>
  );
}
