import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DayText } from "~/components/day-text";
import { EmptyState } from "~/components/empty-state";
import { SearchField } from "~/components/field";
import { useMessages } from "~/components/language";
import { Note } from "~/components/note";
import { Page, PageHead } from "~/components/page";
import { Table } from "~/components/table";
import { anyone, guardedLoader } from "~/features/identity/guard.server";
import { mailboxMessages } from "~/features/mailbox/mailbox-messages";
import { listMessages, requireOpenMailbox } from "~/features/mailbox/mailbox-queries.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${mailboxMessages[data?.language ?? "id"].name} · Sinergi` },
  { name: "robots", content: "noindex" },
];

export const loader = guardedLoader(anyone, async (c) => {
  requireOpenMailbox();
  const q = (c.url.searchParams.get("q") ?? "").trim().slice(0, 120);
  return { language: c.language, q, messages: await listMessages(c.db, q) };
});

export default function Mailbox() {
  const { messages, q } = useLoaderData<typeof loader>();
  const t = useMessages(mailboxMessages);
  return (
    <Page>
      <PageHead title={t.title(messages.length)} />
      <Note tone="warn" className="mb-5">
        {t.stand}
      </Note>
      <div className="mb-5">
        <SearchField label={t.search} placeholder={t.search} value={q} />
      </div>
      <Table
        label={t.name}
        rows={messages}
        rowKey={(message) => message.id}
        empty={<EmptyState title={t.nothing} />}
        columns={[
          {
            head: t.subject,
            cell: (message) => (
              <>
                <a href={`/dev/mailbox/${message.id}`}>{message.subject ?? message.template}</a>
                {message.subject === null && <small>{t.waiting}</small>}
              </>
            ),
          },
          { head: t.to, cell: (message) => message.to, label: t.to },
          { head: t.at, cell: (message) => <DayText value={message.createdAt} form="instant" />, label: t.at },
        ]}
      />
    </Page>
  );
}
