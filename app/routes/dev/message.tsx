import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/components/button";
import { DayText } from "~/components/day-text";
import { DescriptionList } from "~/components/description-list";
import { useMessages } from "~/components/language";
import { Note } from "~/components/note";
import { Page, PageHead } from "~/components/page";
import { anyone, guardedLoader } from "~/features/identity/guard.server";
import { mailboxMessages } from "~/features/mailbox/mailbox-messages";
import { findMessage, requireOpenMailbox } from "~/features/mailbox/mailbox-queries.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.message.subject ?? mailboxMessages[data?.language ?? "id"].name} · Sinergi` },
  { name: "robots", content: "noindex" },
];

export const loader = guardedLoader(anyone, async (c) => {
  requireOpenMailbox();
  const message = await findMessage(c.db, c.params.id ?? "");
  if (!message) throw new Response(null, { status: 404 });
  const { html, ...rest } = message;
  return { language: c.language, message: { ...rest, rendered: html !== null } };
});

export default function Message() {
  const { message } = useLoaderData<typeof loader>();
  const t = useMessages(mailboxMessages);
  return (
    <Page>
      <PageHead
        crumbs={[{ href: "/dev/mailbox", label: t.name }]}
        title={message.subject ?? message.template}
        actions={
          <ButtonLink kind="outline" to={`/dev/mailbox/${message.id}/html`}>
            {t.openHtml}
          </ButtonLink>
        }
      />
      <DescriptionList
        className="mb-5"
        items={[
          { term: t.to, value: message.to },
          { term: t.at, value: <DayText value={message.createdAt} form="instant" /> },
          { term: t.language, value: message.language.toUpperCase() },
          { term: t.template, value: message.template },
        ]}
      />
      {message.rendered ? (
        <>
          <h2 className="[font-size:var(--text-lg)] mb-3">{t.html}</h2>
          <iframe
            className="w-full h-[46rem] [border:1px_solid_var(--line)]"
            src={`/dev/mailbox/${message.id}/html`}
            sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"
            title={t.html}
          />
          <h2 className="[font-size:var(--text-lg)] mt-7 mb-3">{t.text}</h2>
          <pre className="whitespace-pre-wrap break-words small paper">{message.text}</pre>
        </>
      ) : (
        <Note>{t.waiting}</Note>
      )}
    </Page>
  );
}
