import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DocumentPaper, Page, PageHead, Section } from "~/components/page";
import { anyone, guardedLoader } from "~/features/identity/guard.server";
import { contentOf } from "~/features/reporting/content";
import { publicPage } from "~/features/reporting/public-page.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.page.title ?? "Sinergi"} · Sinergi` },
  { name: "description", content: data?.page.lead ?? "" },
];

/** The pages of plain text, each at its own address. */
export const loader = guardedLoader(anyone, (c) => {
  const content = contentOf(c.url.pathname.replaceAll("/", ""));
  if (!content) throw new Response(null, { status: 404 });
  return publicPage(c, { page: content[c.language] });
});

export { publicHeaders as headers } from "~/features/reporting/public-headers";

export default function ContentPage() {
  const { page } = useLoaderData<typeof loader>();
  return (
    <Page>
      <PageHead title={page.title} lead={page.lead} />
      <DocumentPaper>
        {page.sections.map((section) => (
          <Section key={section.title} title={section.title}>
            <div className="prose">
              {section.text.map((paragraph) => (
                <p key={paragraph}>{paragraph}</p>
              ))}
              {section.items && (
                <ul className="[list-style:disc] pl-5 mt-3 first:mt-0">
                  {section.items.map((item) => (
                    <li className="mt-1.5" key={item}>
                      {item}
                    </li>
                  ))}
                </ul>
              )}
              {section.links && (
                <p className="row gap-4 mt-3">
                  {section.links.map((link) => (
                    <a key={link.href} href={link.href}>
                      {link.label}
                    </a>
                  ))}
                </p>
              )}
            </div>
          </Section>
        ))}
      </DocumentPaper>
    </Page>
  );
}
