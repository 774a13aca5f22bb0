import type { MetaFunction } from "@remix-run/node";
import { StatusBadge } from "~/components/badge";
import { ButtonLink } from "~/components/button";
import { PageScript } from "~/components/device";
import { ErrorFrame } from "~/components/error-page";
import { Icon } from "~/components/icon";
import { useMessages } from "~/components/language";
import { Brand } from "~/components/mark";
import { offlineMessages } from "~/components/offline-messages";
import { anyone, guardedLoader } from "~/features/identity/guard.server";

/** Nothing of the site around it: without a signal none of its links would lead anywhere. */
export const handle = { bare: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${offlineMessages[data?.language ?? "id"].title} · Sinergi` },
  { name: "robots", content: "noindex" },
];

export const loader = guardedLoader(anyone, (c) => ({ language: c.language }));

/** What phones show in place of a page that can't be reached; the service worker keeps it, the script names what can be opened. */
export default function Offline() {
  const t = useMessages(offlineMessages);
  return (
    <>
      <div className="wrap xnarrow row justify-between pt-4">
        <Brand />
        <span className="xs muted">{t.where}</span>
      </div>
      <ErrorFrame label={t.label} title={t.title}>
        <div className="net [border:1px_solid_var(--warn-line)] [border-radius:var(--radius-xs)]" role="status" hidden data-last-seen="">
          <Icon name="off" />
          <span />
        </div>
        <p className="muted">{t.lead}</p>
        <ul className="docs" data-on-phone={JSON.stringify({ last: t.last, kept: t.kept })} hidden />
        <template data-on-phone-row="">
          <KeptRow />
        </template>
        <p data-nothing-kept="">{t.none}</p>
        <p className="small muted">{t.safe}</p>
        <div className="acts">
          <ButtonLink kind="action" to="">
            {t.again}
          </ButtonLink>
        </div>
      </ErrorFrame>
      <PageScript name="offline" />
    </>
  );
}

function KeptRow() {
  const t = useMessages(offlineMessages);
  return (
    <li>
      {/* biome-ignore lint/a11y/useValidAnchor: the script gives it its address */}
      <a>
        <Icon name="pin" />
        <span>
          <b />
          <small className="muted xs block" />
        </span>
        <span data-complete="">
          <StatusBadge tone="ok">{t.complete}</StatusBadge>
        </span>
        <span data-waits="">
          <StatusBadge tone="warn">{t.waits}</StatusBadge>
        </span>
      </a>
    </li>
  );
}
