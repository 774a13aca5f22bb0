import type { ReactNode } from "react";

/** What will appear here, and the one useful thing to do until then. */
export function EmptyState({ title, children, action }: { title: ReactNode; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <p className="what">{title}</p>
      {typeof children === "string" ? <p className="muted">{children}</p> : children}
      {action}
    </div>
  );
}
