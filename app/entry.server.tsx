import { Transform } from "node:stream";
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  type EntryContext,
  type LoaderFunctionArgs,
  createReadableStreamFromReadable,
} from "@remix-run/node";
import { RemixServer, isRouteErrorResponse } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import type { Device } from "~/components/device";
import { NonceContext } from "~/components/nonce";
import { isDomainError } from "~/kernel/domain-error";
import { log } from "~/platform/log.server";

const renderTimeout = 10_000;
export const streamTimeout = renderTimeout - 1_000;

/** Renders a page: streamed to browsers as soon as its frame is ready, whole to machines. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  nameReader(headers, remix);
  const unchanged = answerUnchanged(request, status, headers, remix.manifest.version);
  if (unchanged) return Promise.resolve(unchanged);
  const whole = isbot(request.headers.get("user-agent"));
  return new Promise((resolve, reject) => {
    let answered = false;
    let finalStatus = status;
    const page = (
      <NonceContext.Provider value={context.nonce}>
        <RemixServer context={remix} url={request.url} nonce={context.nonce} />
      </NonceContext.Provider>
    );
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce: context.nonce,
      onShellReady: () => whole || answer(),
      onAllReady: () => whole && answer(),
      onShellError: reject,
      onError(error) {
        finalStatus = 500;
        // Before the frame is ready the error is thrown on and logged there.
        if (answered) log.error({ err: error, requestId: context.requestId }, "a page failed while it was streamed");
      },
    });
    setTimeout(abort, renderTimeout).unref();

    function answer(): void {
      answered = true;
      const body = withoutHoles();
      headers.set("Content-Type", "text/html; charset=utf-8");
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status: finalStatus }));
      pipe(body);
    }
  });
}

/** Names the reader to a device that keeps pages, so that it drops those of anybody else; a page that doesn't know says nothing. */
function nameReader(headers: Headers, { staticHandlerContext }: EntryContext): void {
  const frame = staticHandlerContext.loaderData.root as Device | undefined;
  if (frame) headers.set("Sinergi-Person", frame.person ?? "-");
}

/** React 18 leaves NUL bytes where a piece of its stream ends inside a letter of several bytes; html has none, so they are taken out. */
function withoutHoles(): Transform {
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      done(null, piece.includes(0) ? piece.filter((byte) => byte !== 0) : piece);
    },
  });
}

/** A page whose data carries a tag is answered with 304 when the reader has it already; the tag also names the release, which draws the page. */
function answerUnchanged(request: Request, status: number, headers: Headers, release: string): Response | undefined {
  const tag = headers.get("ETag");
  if (!tag || status !== 200) return undefined;
  const full = `"${tag.replaceAll('"', "")}.${release}"`;
  headers.set("ETag", full);
  const known = (request.headers.get("If-None-Match") ?? "").split(",").map((one) => one.trim().replace(/^W\//, ""));
  return known.includes(full) ? new Response(null, { status: 304, headers }) : undefined;
}

/** The unexpected, logged once with its request; refusals that no page has caught are told as what they are. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  const where = { requestId: context.requestId, method: request.method, path: new URL(request.url).pathname };
  if (isDomainError(error)) log.warn({ ...where, code: error.code }, "a refusal reached nobody");
  else log.error({ ...where, err: error }, "a request failed");
}
