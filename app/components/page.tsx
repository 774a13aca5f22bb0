import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { commonMessages } from "./common-messages";
import { useMessages } from "./language";

export type Crumb = { href: string; label: ReactNode };

export function Breadcrumbs({ items }: { items: readonly Crumb[] }) {
  const t = useMessages(commonMessages);
  return (
    <nav className="crumb" aria-label={t.location}>
      {items.map((item, index) => (
        <span className="contents" key={item.href}>
          {index > 0 && (
            <span className="self-center" aria-hidden="true">
              /
            </span>
          )}
          <a href={item.href}>{item.label}</a>
        </span>
      ))}
    </nav>
  );
}

/** The page's column. `wide` for the desk, `narrow` for one form or one payment. */
export function Page({
  wide,
  narrow,
  className,
  children,
}: {
  wide?: boolean;
  narrow?: boolean;
  className?: string | undefined;
  children: ReactNode;
}) {
  const top = wide ? "max-w-360 pt-5" : "pt-[clamp(1.5rem,3vw,2.25rem)]";
  return <div className={classNames("wrap page", narrow && "narrow", top, className)}>{children}</div>;
}

type PageHeadProps = {
  title: ReactNode;
  lead?: ReactNode;
  /** A quiet line under the title: code, organisation, version. */
  meta?: ReactNode;
  actions?: ReactNode;
  crumbs?: readonly Crumb[];
  /** `small` on the desk, where the work below needs the room. */
  size?: "large" | "small";
};

/** The title says the fact ("Dua termin menunggu keputusan"), not the name of the section. */
export function PageHead({ title, lead, meta, actions, crumbs, size = "large" }: PageHeadProps) {
  return (
    <>
      {crumbs && crumbs.length > 0 && <Breadcrumbs items={crumbs} />}
      <div className={classNames("hh gap-y-3", size === "small" ? "mb-3.5" : "mb-5")}>
        <div className="min-w-0">
          <h1 className={size === "small" ? "[font-size:var(--text-2xl)]" : undefined}>{title}</h1>
          {meta && <p className="muted mt-2">{meta}</p>}
          {lead && <p className="lead mt-2">{lead}</p>}
        </div>
        {actions && <div className="row">{actions}</div>}
      </div>
    </>
  );
}

/** A document of record: the red margin rule with the sections' names beside it. */
export function DocumentPaper({ className, children }: { className?: string | undefined; children: ReactNode }) {
  return <div className={classNames("paper flush doc", className)}>{children}</div>;
}

/** One section of a document: its name in the margin, its content to the right. */
export function Section({
  title,
  hint,
  id,
  children,
}: {
  title: ReactNode;
  hint?: ReactNode;
  id?: string | undefined;
  children: ReactNode;
}) {
  return (
    <section className="sec" id={id}>
      <div className="mg">
        <h2>{title}</h2>
        {hint && <p>{hint}</p>}
      </div>
      <div>{children}</div>
    </section>
  );
}
