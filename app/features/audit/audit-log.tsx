import { useLocation } from "@remix-run/react";
import { Button, ButtonLink } from "~/components/button";
import { DayText } from "~/components/day-text";
import { DateField, Fields, SelectField, TextField } from "~/components/field";
import { Form, FormActions } from "~/components/form";
import { useLanguage, useMessages } from "~/components/language";
import { Pagination } from "~/components/pagination";
import { Box } from "~/components/panel";
import { Table } from "~/components/table";
import { type AuditAction, auditActionTexts } from "./audit-action-texts";
import { type AuditSubjectKind, auditDetailTexts } from "./audit-detail-texts";
import { auditMessages } from "./audit-messages";
import type { AuditFilter } from "./audit-filter.server";
import type { AuditLine } from "./audit-queries.server";
import { detailTexts } from "./audit-text";

export type AuditLogData = {
  filter: AuditFilter;
  lines: AuditLine[];
  next: string | null;
  kinds: AuditSubjectKind[];
  actions: AuditAction[];
};

/** The log of one organisation with its filters, page by page, and the same as a file. */
export function AuditLog({ data, title }: { data: AuditLogData; title: string }) {
  const t = useMessages(auditMessages);
  const actions = useMessages(auditActionTexts);
  const { pathname, search } = useLocation();
  const onward = new URLSearchParams(search);
  if (data.next) onward.set("setelah", data.next);
  const start = new URLSearchParams(search);
  start.delete("setelah");
  return (
    <>
      <Filters data={data} />
      <Box>
        <Table
          label={title}
          columns={[
            { head: t.when, cell: (line) => <DayText value={line.at} form="instant" /> },
            { head: t.who, label: t.who, cell: (line) => (line.actor.who === "person" ? line.actor.name : t[line.actor.who]) },
            { head: t.what, label: t.what, cell: (line) => actions[line.action] },
            { head: t.about, label: t.about, cell: (line) => <About line={line} /> },
          ]}
          rows={data.lines}
          rowKey={(line) => line.id}
          empty={<p className="muted">{t.empty}</p>}
        />
        <Pagination previous={data.filter.after ? `${pathname}?${start}` : null} next={data.next ? `${pathname}?${onward}` : null} />
      </Box>
    </>
  );
}

function Filters({ data: { filter, kinds, actions } }: { data: AuditLogData }) {
  const t = useMessages(auditMessages);
  const subjects = useMessages(auditDetailTexts).subjects;
  const names = useMessages(auditActionTexts);
  const { pathname, search } = useLocation();
  return (
    <Box className="mb-5">
      <Form method="get">
        <Fields columns={3}>
          <SelectField
            name="hal"
            label={t.kind}
            defaultValue={filter.kind ?? ""}
            empty={t.all}
            options={kinds.map((value) => ({ value, label: subjects[value] }))}
          />
          <SelectField
            name="tindakan"
            label={t.action}
            defaultValue={filter.action ?? ""}
            empty={t.all}
            options={actions.map((value) => ({ value, label: names[value] }))}
          />
          <TextField name="orang" label={t.person} defaultValue={filter.person} />
          <DateField name="dari" label={t.from} defaultValue={filter.from ?? ""} />
          <DateField name="sampai" label={t.to} defaultValue={filter.to ?? ""} />
        </Fields>
        <FormActions>
          <Button kind="outline">{t.filter}</Button>
          <ButtonLink kind="quiet" to={pathname}>
            {t.clear}
          </ButtonLink>
          <ButtonLink kind="quiet" icon="dl" to={`${pathname}.csv${search}`} download="catatan-kegiatan.csv">
            {t.csv}
          </ButtonLink>
        </FormActions>
      </Form>
    </Box>
  );
}

function About({ line }: { line: AuditLine }) {
  const language = useLanguage();
  const subjects = useMessages(auditDetailTexts).subjects;
  const details = detailTexts(line.details, language);
  return (
    <>
      {line.programTitle ? (
        line.programSlug ? (
          <a href={`/program/${line.programSlug}`}>{line.programTitle}</a>
        ) : (
          line.programTitle
        )
      ) : (
        subjects[line.subjectKind]
      )}
      {details.length > 0 && <small className="muted [overflow-wrap:anywhere]">{details.join(" · ")}</small>}
    </>
  );
}
