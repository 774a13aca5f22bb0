import type { ReactNode } from "react";
import { formatTime } from "~/kernel/dates";
import { ButtonLink } from "./button";
import { errorMessages } from "./error-messages";
import type { ErrorReason } from "./error-reason";
import { SearchField } from "./field";
import { Icon } from "./icon";
import { useMessages } from "./language";
import { Reasons } from "./note";

/** A page that stands in for one that can't be shown: what happened, what is safe, one useful way on. */
export function ErrorFrame({
  label,
  title,
  steps,
  children,
}: {
  label: ReactNode;
  title: ReactNode;
  steps?: "broken" | "closed";
  children: ReactNode;
}) {
  return (
    <div className="wrap xnarrow pt-[clamp(2rem,6vw,4.5rem)]">
      <div className="oops">
        {steps && <BrokenSteps open={steps === "broken" ? 2 : 1} />}
        <p className="xs muted">{label}</p>
        <h1 className="[font-size:var(--text-2xl)]">{title}</h1>
        {children}
      </div>
    </div>
  );
}

/** The four steps of the mark with some of them only dashed. */
function BrokenSteps({ open }: { open: 1 | 2 }) {
  const steps = [1, 12, 22, 33];
  return (
    <svg className="brk" aria-hidden="true">
      {steps.map((top, index) => {
        const dashed = open === 2 ? index > 1 : index < 3;
        return <rect className={dashed ? "h" : undefined} x={`${0.5 + index * 13}%`} width="11.5%" y={top} height={43 - top} key={top} />;
      })}
      <line x1="0" x2="100%" y1="43.4" y2="43.4" />
    </svg>
  );
}

export type ErrorPageProps = {
  status: number;
  pathname: string;
  /** For whom one is signed in, if at all. */
  name?: string | undefined;
  reason?: ErrorReason | undefined;
  /** The roles that may open the page, in words. */
  allowed?: readonly string[] | undefined;
};

export function ErrorPage({ status, pathname, name, reason, allowed }: ErrorPageProps) {
  const t = useMessages(errorMessages);
  if (status === 404) return <MissingPage pathname={pathname} nearest={reason?.kind === "missing" ? reason.nearest : null} />;
  if (status === 403 || status === 401) return <ForbiddenPage {...{ status, name, reason, allowed }} />;
  if (status === 410) return <PlainPage label={t.expired.label} text={t.expired} action={{ to: "/masuk", label: t.signIn }} />;
  if (status === 429) {
    const text = reason?.kind === "too_many" ? { ...t.tooMany, text: t.tooMany.again(formatTime(new Date(reason.at))) } : t.tooMany;
    return <PlainPage label={t.code(status)} text={text} action={{ to: pathname, label: t.reload }} />;
  }
  if (status === 413) return <PlainPage label={t.code(status)} text={t.tooLarge} action={{ to: pathname, label: t.reload }} />;
  if (status === 503) return <PlainPage label={t.code(status)} text={t.maintenance} action={{ to: pathname, label: t.reload }} closed />;
  if (status >= 400 && status < 500)
    return <PlainPage label={t.code(status)} text={t.refused} action={{ to: pathname, label: t.reload }} />;
  return (
    <ErrorFrame label={t.code(status)} title={t.broken.title}>
      <p className="muted">{t.broken.text}</p>
      <div className="kept">
        <p className="row gap-2 flex-nowrap items-start">
          <Icon name="check" />
          <span>
            <b>{t.broken.kept}</b> {t.broken.twice}
          </span>
        </p>
      </div>
      <div className="acts">
        <ButtonLink kind="action" to={pathname}>
          {t.reload}
        </ButtonLink>
        <ButtonLink to="/">{t.goHome}</ButtonLink>
      </div>
    </ErrorFrame>
  );
}

function ForbiddenPage({ status, name, reason, allowed = [] }: Omit<ErrorPageProps, "pathname">) {
  const t = useMessages(errorMessages);
  const places: { readonly [who: string]: string } = t.forbidden.places;
  const place = reason?.kind === "forbidden" ? places[reason.who] : undefined;
  const whom = allowed.length > 0 ? allowed.join(t.forbidden.or) : place;
  return (
    <ErrorFrame label={t.code(status)} title={whom ? t.forbidden.whose(whom) : t.forbidden.title}>
      <p className="muted">{name ? t.forbidden.text(name) : t.forbidden.anonymous}</p>
      {name && (
        <Reasons
          items={[
            { tone: "y", text: t.forbidden.still },
            // Nobody's own organisation gives out the roles of the desk.
            ...(reason?.kind === "forbidden" && reason.who === "platform" ? [] : [{ tone: "m" as const, text: t.forbidden.ask }]),
          ]}
        />
      )}
      <div className="acts">
        <ButtonLink kind="action" to={name ? "/ruang" : "/masuk"}>
          {name ? t.workspaces : t.signIn}
        </ButtonLink>
        <ButtonLink to="/">{t.goHome}</ButtonLink>
      </div>
    </ErrorFrame>
  );
}

function MissingPage({ pathname, nearest }: { pathname: string; nearest: { href: string; title: string } | null }) {
  const t = useMessages(errorMessages);
  const guess = (pathname.split("/").filter(Boolean).pop() ?? "").replace(/[^A-Za-z0-9]+/g, " ").trim();
  return (
    <ErrorFrame label={t.code(404)} title={t.missing.title} steps="broken">
      <p className="muted">{t.missing.text}</p>
      <SearchField action="/program" label={t.search} value={guess} id="cari-lagi" />
      <ul className="docs">
        {nearest && (
          <WayOn href={nearest.href}>
            <span lang="id">{nearest.title}</span>
            <small className="muted block">{t.missing.nearest}</small>
          </WayOn>
        )}
        <WayOn href="/program">{t.allPrograms}</WayOn>
        <WayOn href="/transparansi">{t.openLedger}</WayOn>
        <WayOn href="/">{t.goHome}</WayOn>
      </ul>
    </ErrorFrame>
  );
}

function WayOn({ href, children }: { href: string; children: ReactNode }) {
  return (
    <li>
      <a href={href}>
        <Icon name="arrow" />
        <span>{children}</span>
        <span />
      </a>
    </li>
  );
}

type PlainPageProps = { label: string; text: { title: string; text: string }; action: { to: string; label: string }; closed?: boolean };

function PlainPage({ label, text, action, closed }: PlainPageProps) {
  const t = useMessages(errorMessages);
  return (
    <ErrorFrame label={label} title={text.title} {...(closed ? { steps: "closed" as const } : {})}>
      <p className="muted">{text.text}</p>
      <div className="acts">
        <ButtonLink kind="action" to={action.to}>
          {action.label}
        </ButtonLink>
        <ButtonLink to="/">{t.goHome}</ButtonLink>
      </div>
    </ErrorFrame>
  );
}
