import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Badge } from "~/components/badge";
import { Button, ButtonLink } from "~/components/button";
import { DayText } from "~/components/day-text";
import { EmptyState } from "~/components/empty-state";
import { Fields, SelectField, TextField } from "~/components/field";
import { Form, FormActions } from "~/components/form";
import { useLanguage, useMessages } from "~/components/language";
import { Page, PageHead } from "~/components/page";
import { Pagination } from "~/components/pagination";
import { Table } from "~/components/table";
import { isPlatform } from "~/features/identity/actor";
import { guardedLoader, platform } from "~/features/identity/guard.server";
import { directoryMessages } from "~/features/organizations/directory-messages";
import { type DirectoryRow, countWaiting, listOrganizations, readDirectoryFilter } from "~/features/organizations/directory-queries.server";
import { organizationsMessages } from "~/features/organizations/organizations-messages";
import { standingView } from "~/features/organizations/standing";
import { StandingBadge } from "~/features/organizations/standing-badge";
import { today } from "~/platform/clock.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${directoryMessages[data?.language ?? "id"].name} · Sinergi` }];

export const loader = guardedLoader(platform("administrator", "verifier", "auditor"), async (c) => {
  const filter = readDirectoryFilter(c.url.searchParams);
  const [{ rows, more }, waiting] = await Promise.all([listOrganizations(c.db, filter), countWaiting(c.db)]);
  const page = (number: number) => {
    const params = new URLSearchParams(c.url.searchParams);
    params.set("halaman", String(number));
    return `?${params}`;
  };
  return {
    language: c.language,
    filter,
    waiting,
    mayManageDesk: isPlatform(c.actor, "administrator", "auditor"),
    counts: { "/admin/anggota": waiting },
    rows: rows.map((row) => ({
      ...row,
      view: standingView({ standing: row.standing, standing_valid_until: row.standingValidUntil }, today()),
    })),
    previous: filter.page > 1 ? page(filter.page - 1) : null,
    next: more ? page(filter.page + 1) : null,
  };
});

export default function Organizations() {
  const { rows, waiting, mayManageDesk, filter, previous, next } = useLoaderData<typeof loader>();
  const t = useMessages(directoryMessages);
  const names = useMessages(organizationsMessages);
  return (
    <Page wide>
      <PageHead
        size="small"
        title={t.title(waiting)}
        actions={
          mayManageDesk && (
            <ButtonLink kind="outline" icon="people" to="/admin/anggota/meja">
              {t.desk}
            </ButtonLink>
          )
        }
      />
      <Form method="get" className="mb-5">
        <Fields columns={3}>
          <TextField name="q" type="search" label={t.search} defaultValue={filter.q} maxLength={80} />
          <SelectField
            name="keadaan"
            label={t.standing}
            defaultValue={filter.standing}
            empty={t.all}
            options={(["submitted", "revision_requested", "approved", "draft", "rejected"] as const).map((value) => ({
              value,
              label: names.standings[value],
            }))}
          />
          <SelectField
            name="jenis"
            label={t.kind}
            defaultValue={filter.kind}
            empty={t.anyKind}
            options={(["community", "company", "practitioner"] as const).map((value) => ({ value, label: names.kinds[value] }))}
          />
        </Fields>
        <FormActions>
          <Button kind="outline">{t.filter}</Button>
        </FormActions>
      </Form>
      <Table
        label={t.name}
        rows={rows}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t.nothing} />}
        columns={[
          { head: t.organization, cell: (row) => <Name row={row} /> },
          { head: t.area, cell: (row) => row.area ?? "", label: t.area },
          { head: t.standing, cell: (row) => <StandingBadge view={row.view} />, label: t.standing },
          { head: t.until, cell: (row) => row.standingValidUntil && <DayText value={row.standingValidUntil} />, label: t.until },
          { head: t.toCheck, cell: (row) => <ToCheck row={row} />, label: t.toCheck },
        ]}
      />
      <Pagination previous={previous} next={next} />
    </Page>
  );
}

function Name({ row }: { row: DirectoryRow }) {
  const names = useMessages(organizationsMessages);
  const language = useLanguage();
  return (
    <>
      <a href={`/admin/anggota/${row.id}`}>{row.name}</a>
      <small>{row.companyType ? names.companyTypes[row.companyType] : language === "id" ? row.elementId : row.elementEn}</small>
    </>
  );
}

function ToCheck({ row }: { row: DirectoryRow }) {
  const t = useMessages(directoryMessages);
  return (
    <span className="row gap-1">
      {row.documentsToCheck > 0 && <Badge tone="info">{t.documents(row.documentsToCheck)}</Badge>}
      {row.accountsToCheck > 0 && <Badge tone="info">{t.accounts(row.accountsToCheck)}</Badge>}
    </span>
  );
}
