import { type Server, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

export type LocalS3 = {
  endpoint: string;
  objects: Map<string, Buffer>;
  requests: string[] /** Answers everything with 503 from now on. */;
  fail: (failing: boolean) => void;
  stop: () => Promise<void>;
};

/** A store that speaks as much of S3 as we do: PUT, GET and HEAD of objects, in path style, kept in memory. */
export async function startLocalS3(): Promise<LocalS3> {
  const objects = new Map<string, Buffer>();
  const requests: string[] = [];
  let failing = false;
  const server = createServer(async (request, response) => {
    const key = new URL(request.url ?? "/", "http://localhost").pathname;
    requests.push(`${request.method} ${key}`);
    const body = await buffer(request);
    const refuse = (status: number, code: string) =>
      response
        .writeHead(status, { "content-type": "application/xml" })
        .end(request.method === "HEAD" ? undefined : `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`);
    if (failing) return refuse(503, "SlowDown");
    if (!request.headers.authorization?.startsWith("AWS4-HMAC-SHA256")) return refuse(403, "AccessDenied");
    const known = objects.get(key);
    if (request.method === "PUT") {
      objects.set(key, body);
      return response.writeHead(200).end();
    }
    if (!known) return refuse(404, "NoSuchKey");
    return response.writeHead(200, { "content-length": known.length }).end(request.method === "GET" ? known : undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    objects,
    requests,
    fail: (now) => {
      failing = now;
    },
    stop: () => stopped(server),
  };
}

function stopped(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
