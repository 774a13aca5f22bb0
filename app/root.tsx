import { data, type LinksFunction, type MetaFunction } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLoaderData,
  useLocation,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { SvgDefinitions } from "~/components/alur-dana";
import { commonMessages } from "~/components/common-messages";
import { PageScript } from "~/components/device";
import { ErrorPage } from "~/components/error-page";
import { errorReason } from "~/components/error-reason";
import { LanguageProvider } from "~/components/language";
import { useNonce } from "~/components/nonce";
import { isSessionEnded, SessionEndedPage } from "~/components/session-ended-page";
import type { Who } from "~/components/shells/account-menu";
import { areaOf } from "~/components/shells/navigation";
import { shellMessages } from "~/components/shells/shell-messages";
import { SiteShell } from "~/components/shells/site-shell";
import { anyone, guardedLoader } from "~/features/identity/guard.server";
import { personMark } from "~/features/identity/person-mark.server";
import { actingOrganization, themeOf } from "~/features/identity/preferences.server";
import { countUnread } from "~/features/notifications/notice-queries.server";
import { whoOf } from "~/features/organizations/acting-for";
import { organizationsMessages } from "~/features/organizations/organizations-messages";
import { now } from "~/platform/clock.server";
import { readFlash } from "~/platform/flash.server";
import { release } from "~/platform/release.server";
import stylesUrl from "./styles/app.css?url";
import fontUrl from "./styles/fonts/plus-jakarta-sans-latin-wght-normal.woff2?url";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: "Sinergi" },
  { name: "description", content: shellMessages[page?.language ?? "id"].tagline },
];

export const links: LinksFunction = () => [
  { rel: "preload", href: fontUrl, as: "font", type: "font/woff2", crossOrigin: "anonymous" },
  { rel: "stylesheet", href: stylesUrl },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "icon", href: "/favicon.ico", sizes: "32x32" },
  { rel: "apple-touch-icon", href: "/apple-touch-icon.png" },
  { rel: "manifest", href: "/manifest.webmanifest" },
];

/** What every page shows around itself: who is signed in and for whom, language, theme, and what was just done. */
export const loader = guardedLoader(anyone, async (c) => {
  const { flash, headers } = await readFlash(c.request);
  const acting = await actingOrganization(c.request);
  return data(
    {
      unread: c.actor ? await countUnread(c.db, c.actor.userId) : 0,
      who: whoOf(c.actor, areaOf(c.url.pathname), acting, c.language),
      language: c.language,
      theme: await themeOf(c.request),
      flash,
      asOf: now(),
      release,
      person: c.actor ? personMark(c.actor.userId) : null,
    },
    { headers },
  );
});

export function Layout({ children }: { children: ReactNode }) {
  const page = useRouteLoaderData<typeof loader>("root");
  const language = page?.language ?? "id";
  const interactive = useMatches().some((match) => handleOf(match).interactive);
  const nonce = useNonce();
  return (
    <html lang={language} data-theme={page && page.theme !== "auto" ? page.theme : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={page && page.theme !== "auto" ? page.theme : "light dark"} />
        <Meta />
        <Links />
      </head>
      <body>
        <SvgDefinitions />
        <a className="skip" href="#isi">
          {commonMessages[language].skip}
        </a>
        <LanguageProvider language={language}>{children}</LanguageProvider>
        {interactive && <ScrollRestoration nonce={nonce} />}
        {interactive && <Scripts nonce={nonce} />}
        <PageScript name="enhance" />
      </body>
    </html>
  );
}

export default function App() {
  const page = useLoaderData<typeof loader>();
  const { pathname, search } = useLocation();
  const matches = useMatches();
  const counts = Object.assign({}, ...matches.map((match) => countsOf(match.data)));
  const bare = matches.some((match) => handleOf(match).bare);
  return (
    <SiteShell {...page} pathname={pathname} search={search} counts={counts} bare={bare}>
      <Outlet />
    </SiteShell>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const page = useRouteLoaderData<typeof loader>("root");
  const { pathname, search } = useLocation();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const reason = isRouteErrorResponse(error) ? errorReason(error.data) : undefined;
  const names: { readonly [role: string]: string } = organizationsMessages[page?.language ?? "id"].roles;
  const allowed = reason?.kind === "forbidden" ? reason.roles.map((role) => names[role] ?? role) : [];
  const ended = isRouteErrorResponse(error) && isSessionEnded(error.data) ? error.data : undefined;
  return (
    <SiteShell
      pathname={pathname}
      search={search}
      who={page?.who ?? null}
      unread={page?.unread ?? 0}
      theme={page?.theme ?? "auto"}
      asOf={page?.asOf}
    >
      {ended ? (
        <SessionEndedPage ended={ended} />
      ) : (
        <ErrorPage status={status} pathname={pathname} name={nameOf(page?.who)} reason={reason} allowed={allowed} />
      )}
    </SiteShell>
  );
}

/** "Penyunting, Karang Taruna Tunas Sambong". */
function nameOf(who: Who | null | undefined): string | undefined {
  return who ? [who.roles.length > 0 && who.detail, who.name].filter(Boolean).join(", ") : undefined;
}

type Handle = { interactive?: boolean; bare?: boolean };

function handleOf(match: { handle: unknown }): Handle {
  return (match.handle ?? {}) as Handle;
}

function countsOf(given: unknown): { [href: string]: number } {
  const counts = typeof given === "object" && given !== null && "counts" in given ? given.counts : undefined;
  return typeof counts === "object" && counts !== null ? (counts as { [href: string]: number }) : {};
}
