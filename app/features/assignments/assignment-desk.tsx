import type { SubmissionResult } from "@conform-to/react";
import { Button } from "~/components/button";
import { DayText } from "~/components/day-text";
import { ErrorSummary } from "~/components/error-summary";
import { DateField, Fields, SelectField } from "~/components/field";
import { Form } from "~/components/form";
import { useFormState, useLanguage, useMessages } from "~/components/language";
import { Section } from "~/components/page";
import { Table } from "~/components/table";
import type { DeskAssignments } from "./desk.server";
import { assignmentErrors, assignmentMessages } from "./assignment-messages";
import { AssignmentBadge } from "./task-lists";

type AssignmentDeskProps = {
  desk: DeskAssignments;
  action: string;
  kunci: string;
  result: SubmissionResult<string[]> | null | undefined;
  editable: boolean;
};

/** The tasks about a proposal, and the form that offers one more. */
export function AssignmentDesk({ desk, action, kunci, result, editable }: AssignmentDeskProps) {
  const t = useMessages(assignmentMessages);
  return (
    <Section title={t.desk.title} hint={t.desk.hint} id="penugasan">
      {desk.assignments.length === 0 ? (
        <p className="muted">{t.desk.none}</p>
      ) : (
        <Table
          label={t.desk.title}
          rows={desk.assignments}
          rowKey={(row) => row.id}
          columns={[
            { head: t.desk.columns.task, cell: (row) => (row.trancheN ? `${t.kinds[row.kind]}, T${row.trancheN}` : t.kinds[row.kind]) },
            {
              head: t.desk.columns.practitioner,
              label: t.desk.columns.practitioner,
              cell: (row) => (
                <>
                  {row.practitioner}
                  {row.refusalReason && <small>{t.reasons[row.refusalReason as keyof typeof t.reasons]}</small>}
                </>
              ),
            },
            { head: t.desk.columns.status, label: t.desk.columns.status, cell: (row) => <AssignmentBadge status={row.status} /> },
            { head: t.desk.columns.due, label: t.desk.columns.due, className: "n", cell: (row) => <DayText value={row.dueOn} /> },
          ]}
        />
      )}
      {editable && desk.kinds.length > 0 && <OfferForm desk={desk} action={action} kunci={kunci} result={result} />}
    </Section>
  );
}

function OfferForm({ desk, action, kunci, result }: Omit<AssignmentDeskProps, "editable">) {
  const t = useMessages(assignmentMessages);
  const language = useLanguage();
  const tied = desk.practitioners.filter((one) => one.tie).length;
  const form = useFormState(result, { defaults: { dueOn: desk.suggestedDue }, texts: useMessages(assignmentErrors) });
  return (
    <Form action={action} kunci={kunci} className="mt-6">
      <ErrorSummary form={form} />
      <Fields columns={2}>
        <SelectField
          {...form.field("assignmentKind")}
          label={t.desk.kind}
          options={desk.kinds.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
        />
        <SelectField
          {...form.field("organizationId")}
          label={t.desk.practitioner}
          hint={tied > 0 ? t.desk.tied(tied) : undefined}
          empty={desk.practitioners.length === tied ? t.desk.noPractitioner : undefined}
          options={desk.practitioners.map((one) => ({
            value: one.organizationId,
            label: `${one.name}, ${one.elementName[language]}${one.tie ? ` (${t.desk.tie[one.tie]})` : ""}`,
            disabled: one.tie !== null,
          }))}
        />
        {desk.termins.length > 0 && (
          <SelectField
            {...form.field("trancheN")}
            label={t.desk.termin}
            hint={t.desk.terminHint}
            options={desk.termins.map(({ n }) => ({ value: String(n), label: t.said.termin(n) }))}
          />
        )}
        <DateField {...form.field("dueOn")} label={t.desk.dueOn} />
      </Fields>
      <Button kind="outline" icon="plus" className="mt-3">
        {t.desk.offer}
      </Button>
    </Form>
  );
}
