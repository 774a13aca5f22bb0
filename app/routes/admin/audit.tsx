import type { MetaFunction } from "@remix-run/node";
import { useLoaderData, useLocation } from "@remix-run/react";
import { Button, ButtonLink } from "~/components/button";
import { DayText } from "~/components/day-text";
import { DateField, Fields, TextField, SelectField } from "~/components/field";
import { Form, FormActions } from "~/components/form";
import { useMessages } from "~/components/language";
import { Page, PageHead } from "~/components/page";
import { Pagination } from "~/components/pagination";
import { Box } from "~/components/panel";
import { Table } from "~/components/table";
import { auditMessages } from "~/features/audit/audit-messages";
import { type AuditLine, auditKinds, auditLines, readAuditFilter } from "~/features/audit/audit-queries.server";
import { guardedLoader, platform } from "~/features/identity/guard.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${auditMessages[data?.language ?? "id"].title} · Sinergi` }];

export const loader = guardedLoader(platform("auditor", "administrator"), async (c) => {
  const filter = readAuditFilter(c.url.searchParams);
  return { language: c.language, filter, ...(await auditLines(c.db, filter)), ...(await auditKinds(c.db)) };
});

export default function Audit() {
  const { filter, lines, next, kinds, actions } = useLoaderData<typeof loader>();
  const t = useMessages(auditMessages);
  const { search } = useLocation();
  const onward = new URLSearchParams(search);
  if (next) onward.set("setelah", next);
  const start = new URLSearchParams(search);
  start.delete("setelah");
  return (
    <Page wide>
      <PageHead size="small" title={t.title} lead={t.lead} />
      <Box className="mb-5">
        <Form method="get">
          <Fields columns={3}>
            <SelectField
              name="hal"
              label={t.kind}
              defaultValue={filter.kind ?? ""}
              empty={t.all}
              options={kinds.map((value) => ({ value, label: value }))}
            />
            <SelectField
              name="tindakan"
              label={t.action}
              defaultValue={filter.action ?? ""}
              empty={t.all}
              options={actions.map((value) => ({ value, label: value }))}
            />
            <TextField name="orang" label={t.person} defaultValue={filter.person} />
            <DateField name="dari" label={t.from} defaultValue={filter.from ?? ""} />
            <DateField name="sampai" label={t.to} defaultValue={filter.to ?? ""} />
          </Fields>
          <FormActions>
            <Button kind="outline">{t.filter}</Button>
            <ButtonLink kind="quiet" to="/admin/audit">
              {t.clear}
            </ButtonLink>
          </FormActions>
        </Form>
      </Box>
      <Box>
        <Table
          label={t.title}
          columns={[
            { head: t.when, cell: (line) => <DayText value={line.at} form="instant" /> },
            { head: t.who, label: t.who, cell: (line) => line.actorName ?? t.system },
            { head: t.what, label: t.what, cell: (line) => <code>{line.action}</code> },
            { head: t.about, label: t.about, cell: (line) => <About line={line} /> },
          ]}
          rows={lines}
          rowKey={(line) => line.id}
          empty={<p className="muted">{t.empty}</p>}
        />
        <Pagination previous={filter.after ? `/admin/audit?${start}` : null} next={next ? `/admin/audit?${onward}` : null} />
      </Box>
    </Page>
  );
}

function About({ line }: { line: AuditLine }) {
  const details = Object.entries(line.details).map(([name, value]) => `${name}: ${value}`);
  return (
    <>
      {line.programTitle && (line.programSlug ? <a href={`/program/${line.programSlug}`}>{line.programTitle}</a> : line.programTitle)}
      {line.organizationName && <small>{line.organizationName}</small>}
      {details.length > 0 && <small className="muted wrap-anywhere">{details.join(" · ")}</small>}
    </>
  );
}
