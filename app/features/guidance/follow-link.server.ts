import { createHmac, timingSafeEqual } from "node:crypto";
import { isId } from "~/kernel/ids";
import { derivedKey } from "~/platform/cipher.server";
import { now } from "~/platform/clock.server";

type Purpose = "follow" | "stop";

const days = (n: number) => n * 86_400_000;
/** A link that confirms works for a week; one that stops the emails always. */
const lives: Readonly<Record<Purpose, number | null>> = { follow: days(7), stop: null };

/** The signed part of a link in an email: whose it is, until when, and our signature. Nothing of it is kept. */
export function signLink(purpose: Purpose, followerId: string): string {
  const life = lives[purpose];
  const until = life === null ? 0 : now().getTime() + life;
  return [followerId, until.toString(36), mac(purpose, followerId, until)].join(".");
}

/** Whose link this is, or undefined when it is not ours, of the other purpose, or too old. */
export function readLink(purpose: Purpose, token: string): string | undefined {
  const [followerId = "", typed = "", signature = ""] = token.split(".");
  const until = Number.parseInt(typed, 36);
  if (!isId(followerId) || !Number.isSafeInteger(until)) return undefined;
  const [given, right] = [Buffer.from(signature), Buffer.from(mac(purpose, followerId, until))];
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  return until !== 0 && until < now().getTime() ? undefined : followerId;
}

function mac(purpose: Purpose, followerId: string, until: number): string {
  return createHmac("sha256", derivedKey("unsubscribe")).update(`guidance.${purpose}.${followerId}.${until}`).digest("base64url");
}
