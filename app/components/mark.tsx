import { classNames } from "./class-names";

/** The mark: four steps of proof, from accounted for (tall, dark) to pledged (low, warm). */
export function Mark({ className }: { className?: string | undefined }) {
  return (
    <svg className={className} viewBox="0 0 30 24" aria-hidden="true">
      <path fill="var(--alur-a)" d="M0 0h8v24H0z" />
      <path fill="var(--alur-s)" d="M8.750 6h6.500v18h-6.500z" />
      <path fill="var(--color-nila-400)" d="M16 12h6.500v12H16z" />
      <path fill="var(--color-soga-400)" d="M23.250 18H30v6h-6.750z" />
    </svg>
  );
}

/** Mark and name; the context says where one is: a workspace or the desk. */
export function Brand({ to = "/", context, className }: { to?: string; context?: string | undefined; className?: string | undefined }) {
  return (
    <a className={classNames("brand", className)} href={to}>
      <Mark />
      Sinergi
      {context && <small>{context}</small>}
    </a>
  );
}
