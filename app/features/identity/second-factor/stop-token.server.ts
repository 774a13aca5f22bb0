import { createHmac, timingSafeEqual } from "node:crypto";
import { isId } from "~/kernel/ids";
import { derivedKey } from "~/platform/cipher.server";

/** What the link that stops a way back in carries: only the owner's mail ever holds it. */
export function stopTokenOf(resetId: string): string {
  return `${resetId}~${markOf(resetId)}`;
}

/** The way back in that a link stops; undefined when the link is not one of ours. */
export function readStopToken(token: string): string | undefined {
  const [resetId, mark] = token.split("~");
  if (!isId(resetId) || !mark) return undefined;
  const [given, right] = [Buffer.from(mark), Buffer.from(markOf(resetId))];
  return given.length === right.length && timingSafeEqual(given, right) ? resetId : undefined;
}

function markOf(resetId: string): string {
  return createHmac("sha256", derivedKey("factor-reset")).update(resetId).digest("base64url");
}
