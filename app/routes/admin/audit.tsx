import { parseWithZod } from "@conform-to/zod/v4";
import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { TextArea } from "~/components/field";
import { Form } from "~/components/form";
import { useFormState, useLanguage, useMessages } from "~/components/language";
import { Page, PageHead } from "~/components/page";
import { auditDeskMessages, auditRefusals } from "~/features/audit/audit-desk-messages";
import { AuditEntry } from "~/features/audit/audit-entry";
import { findAuditEntry } from "~/features/audit/audit-entry.server";
import { auditRoles, readAuditFilter } from "~/features/audit/audit-filter.server";
import { AuditFilters } from "~/features/audit/audit-filters";
import { AuditList } from "~/features/audit/audit-list";
import { auditFigures, auditLines, mostCounted } from "~/features/audit/audit-queries.server";
import { readingSchema } from "~/features/audit/audit.schema";
import { markRead } from "~/features/audit/mark-read.server";
import { lastBookCheck } from "~/features/health/book-checks.server";
import { isPlatform } from "~/features/identity/actor";
import { misread, refused } from "~/features/identity/form-refusal";
import { guardedAction, guardedLoader, platform } from "~/features/identity/guard.server";
import { ledgerMessages } from "~/features/reporting/ledger-messages";
import { formatInstant } from "~/kernel/dates";
import { formatWhole } from "~/kernel/money";
import { flash } from "~/platform/flash.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${auditDeskMessages[data?.language ?? "id"].name} · Sinergi` }];

/** The list, and beside it the line of the address, or without one the first of the list that deserves reading. */
export const loader = guardedLoader(platform("auditor", "administrator"), async (c) => {
  const filter = readAuditFilter(c.url.searchParams);
  const [log, figures, check] = await Promise.all([
    auditLines(c.db, { organizationId: null }, filter),
    auditFigures(c.db, filter),
    lastBookCheck(c.db),
  ]);
  const first = log.lines.find((line) => line.weight === "unread") ?? log.lines[0];
  const entry = await findAuditEntry(c.db, c.params.id ?? first?.id ?? "");
  if (c.params.id && !entry) throw new Response(null, { status: 404 });
  const mayMark = isPlatform(c.actor, "auditor");
  return { language: c.language, filter, ...log, figures, check, entry, roles: auditRoles, mostCounted, mayMark, search: c.url.search };
});

export const action = guardedAction(platform("auditor"), async (c) => {
  const submission = parseWithZod(await c.form(), { schema: readingSchema });
  if (submission.status !== "success") return misread(submission);
  const outcome = await c.attempt(markRead, { auditId: c.params.id ?? "", ...submission.value });
  if (!outcome.ok) return refused(submission, outcome.refusal, c.language, auditRefusals);
  const headers = await flash(auditDeskMessages[c.language].entry.marked);
  throw redirect(`/admin/audit/${c.params.id}${c.url.search}`, { status: 303, headers });
});

export default function Audit() {
  const page = useLoaderData<typeof loader>();
  const t = useMessages(auditDeskMessages);
  const kinds = useMessages(ledgerMessages);
  const names: { readonly [kind: string]: string } = kinds.kinds;
  const { entry, search } = page;
  return (
    <Page wide>
      <PageHead size="small" title={t.toRead(page.figures.unread)} actions={<Chain />} />
      <AuditFilters filter={page.filter} roles={page.roles} search={search} />
      <div className="grid aud">
        <AuditList {...page} chosen={entry?.id ?? null} />
        {entry && (
          <AuditEntry
            entry={entry}
            search={search}
            bookingName={(kind, undone) => (undone ? kinds.reversal(names[kind] ?? kind) : (names[kind] ?? kind))}
            marking={page.mayMark && <Marking action={`/admin/audit/${entry.id}${search}`} />}
          />
        )}
      </div>
    </Page>
  );
}

function Chain() {
  const { check } = useLoaderData<typeof loader>();
  const t = useMessages(auditDeskMessages);
  const language = useLanguage();
  if (!check) return <span className="small muted">{t.unchecked}</span>;
  const when = formatInstant(check.at, language);
  const text =
    check.brokenAuditEntries > 0n
      ? t.broken(formatWhole(check.brokenAuditEntries, language), when)
      : t.whole(formatWhole(check.auditEntries, language), when);
  return (
    <a href="/admin/kesehatan" className="small muted">
      {text}
    </a>
  );
}

function Marking({ action: to }: { action: string }) {
  const t = useMessages(auditDeskMessages).entry;
  const form = useFormState(useActionData<typeof action>()?.result, { texts: useMessages(auditRefusals) });
  return (
    <Form className="stack mt-4" action={to}>
      <ErrorSummary form={form} />
      <TextArea {...form.field("note")} label={t.note} hint={t.noteHint} rows={2} maxLength={500} />
      <div>
        <Button kind="outline">{t.mark}</Button>
      </div>
    </Form>
  );
}
