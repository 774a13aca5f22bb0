import type { ReactNode } from "react";
import { classNames } from "./class-names";

type BoxProps = {
  title?: ReactNode;
  /** Stands at the right of the title: a count, a date, an action. */
  aside?: ReactNode;
  id?: string | undefined;
  level?: 2 | 3;
  /** Without padding, for lists that go to the edge. */
  flush?: boolean;
  className?: string | undefined;
  children?: ReactNode;
};

/** A sheet of paper with a title. */
export function Box({ title, aside, id, level = 2, flush, className, children }: BoxProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section className={classNames("box", flush && "p-0 [overflow:hidden]", className)} id={id}>
      {title && (
        <div className={classNames("hh", flush && "[padding:.875rem_1rem_0]")}>
          <Heading>{title}</Heading>
          {aside && (typeof aside === "string" ? <span className="small muted">{aside}</span> : aside)}
        </div>
      )}
      {children}
    </section>
  );
}

/** The raised panel beside a document, where the one warm button is. */
export function Panel({ flat, className, children }: { flat?: boolean; className?: string | undefined; children: ReactNode }) {
  return <div className={classNames("panel", flat && "flat", className)}>{children}</div>;
}

/** The column that stays in view on wide screens. */
export function Aside({ className, children }: { className?: string | undefined; children: ReactNode }) {
  return <aside className={classNames("stick", className)}>{children}</aside>;
}
