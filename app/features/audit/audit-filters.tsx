import { Chip } from "~/components/badge";
import { Button, ButtonLink } from "~/components/button";
import { DateField, Fields, SelectField, TextField } from "~/components/field";
import { Form } from "~/components/form";
import { useLanguage, useMessages } from "~/components/language";
import { formatDay } from "~/kernel/dates";
import { auditActionTexts } from "./audit-action-texts";
import { auditDeskMessages } from "./audit-desk-messages";
import { auditDetailTexts } from "./audit-detail-texts";
import type { AuditFilter } from "./audit-filter.server";
import { auditChoices } from "./audit-groups";
import { auditValueTexts } from "./audit-value-texts";

/** What the log is asked for, what is asked already (each can be taken away), and the same as a file. */
export function AuditFilters({ filter, roles, search }: { filter: AuditFilter; roles: readonly string[]; search: string }) {
  const t = useMessages(auditDeskMessages);
  const names: { readonly [role: string]: string } = useMessages(auditValueTexts);
  const chips = useChips(filter, names);
  return (
    <Form method="get" action="/admin/audit" className="box mb-5">
      <Fields className="[grid-template-columns:repeat(auto-fit,minmax(min(100%,11rem),1fr))]">
        <DateField name="dari" label={t.from} defaultValue={filter.from ?? ""} />
        <DateField name="sampai" label={t.to} defaultValue={filter.to ?? ""} />
        <SelectField
          name="peran"
          label={t.role}
          defaultValue={filter.role ?? ""}
          empty={t.allRoles}
          options={[...roles.map((value) => ({ value, label: names[value] ?? value })), { value: "system", label: t.system }]}
        />
        <SelectField
          name="kelompok"
          label={t.action}
          defaultValue={filter.choice ?? ""}
          empty={t.allActions}
          options={auditChoices.map((value) => ({ value, label: t.choices[value] }))}
        />
        <TextField name="q" label={t.text} placeholder={t.textHint} defaultValue={filter.text} />
      </Fields>
      <div className="row mt-4 gap-2">
        <Button>{t.filter}</Button>
        {chips.map((chip) => (
          <Chip href={without(search, chip.names)} label={chip.label} key={chip.names[0]} />
        ))}
        <ButtonLink kind="quiet" icon="dl" to={`/admin/audit.csv${search}`} download="jejak-audit.csv">
          {t.csv}
        </ButtonLink>
      </div>
      <p className="hint mt-2 [overflow-wrap:anywhere]">{t.csvHint}</p>
    </Form>
  );
}

function useChips(filter: AuditFilter, names: { readonly [role: string]: string }): { names: string[]; label: string }[] {
  const language = useLanguage();
  const t = useMessages(auditDeskMessages);
  const actions = useMessages(auditActionTexts);
  const subjects = useMessages(auditDetailTexts).subjects;
  const days = [filter.from && formatDay(filter.from, language), filter.to && formatDay(filter.to, language)];
  return [
    (filter.from || filter.to) && { names: ["dari", "sampai"], label: `${days[0] ?? ""} – ${days[1] ?? ""}`.trim() },
    filter.role && { names: ["peran"], label: filter.role === "system" ? t.system : (names[filter.role] ?? filter.role) },
    filter.choice && { names: ["kelompok"], label: t.choices[filter.choice] },
    filter.action && { names: ["tindakan"], label: actions[filter.action] },
    filter.kind && { names: ["hal"], label: subjects[filter.kind] },
    filter.person && { names: ["orang"], label: filter.person },
    filter.subjectId && { names: ["objek"], label: t.about },
    filter.text && { names: ["q"], label: `“${filter.text}”` },
  ].filter((chip) => !!chip);
}

function without(search: string, names: readonly string[]): string {
  const rest = new URLSearchParams(search);
  for (const name of [...names, "setelah"]) rest.delete(name);
  return `/admin/audit${rest.size > 0 ? `?${rest}` : ""}`;
}
