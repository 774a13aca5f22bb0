import { Fragment, type ReactNode } from "react";
import { DocumentPaper, Section } from "~/components/page";
import { TableScroll } from "~/components/table";
import { type Block, type Inline, type MarkdownSection, readArticle } from "./markdown";

type ArticleBodyProps = {
  body: string;
  /** The margin's word for what stands before the first heading. */
  opening: string;
  /** What follows the text in the same document: sources, history. */
  children?: ReactNode;
};

/** An article as a document: its headings in the margin, its text to the right. */
export function ArticleBody({ body, opening, children }: ArticleBodyProps) {
  const sections = readArticle(body);
  return (
    <DocumentPaper>
      {sections.map((section, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sections of a text have no other name
        <Section title={<span lang="id">{section.title || opening}</span>} key={index}>
          <SectionBlocks section={section} />
        </Section>
      ))}
      {children}
    </DocumentPaper>
  );
}

function SectionBlocks({ section }: { section: MarkdownSection }) {
  return (
    <div className="art" lang="id">
      {section.blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks of a text have no other name
        <BlockView block={block} key={index} />
      ))}
    </div>
  );
}

function BlockView({ block }: { block: Block }) {
  if (block.kind === "heading") {
    return (
      <h3 className="[font-size:var(--text-base)] mt-4 mb-2">
        <Text parts={block.children} />
      </h3>
    );
  }
  if (block.kind === "quote") {
    return (
      <blockquote className="own my-3">
        <Text parts={block.children} />
      </blockquote>
    );
  }
  if (block.kind === "list") {
    const List = block.ordered ? "ol" : "ul";
    return (
      <List>
        {block.items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: items of a list have no other name
          <li key={index}>
            <Text parts={item} />
          </li>
        ))}
      </List>
    );
  }
  if (block.kind === "table") return <TableView head={block.head} rows={block.rows} />;
  return (
    <p>
      <Text parts={block.children} />
    </p>
  );
}

function TableView({ head, rows }: { head: Inline[][]; rows: Inline[][][] }) {
  const names = head.map(plain);
  return (
    <TableScroll label={names.join(", ")}>
      <table className="led stackable my-3">
        <thead>
          <tr>
            {head.map((cell, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns are fixed
              <th scope="col" key={index}>
                <Text parts={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are fixed
            <tr key={at}>
              {row.map((cell, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns are fixed
                <td data-l={index > 0 ? names[index] : undefined} key={index}>
                  <Text parts={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function Text({ parts }: { parts: readonly Inline[] }) {
  return (
    <>
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of a sentence have no other name
        <Fragment key={index}>{inlineView(part)}</Fragment>
      ))}
    </>
  );
}

function inlineView(part: Inline): ReactNode {
  if (part.kind === "text") return part.text;
  const inner = <Text parts={part.children} />;
  if (part.kind !== "link") return part.kind === "strong" ? <b>{inner}</b> : <em>{inner}</em>;
  return (
    <a href={part.href} rel={part.href.startsWith("/") ? undefined : "noopener noreferrer nofollow"}>
      {inner}
    </a>
  );
}

function plain(parts: readonly Inline[]): string {
  return parts.map((part) => (part.kind === "text" ? part.text : plain(part.children))).join("");
}
