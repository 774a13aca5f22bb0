import { createHmac, timingSafeEqual } from "node:crypto";
import type { Kysely } from "kysely";
import { DomainError } from "~/kernel/domain-error";
import { isId } from "~/kernel/ids";
import { derivedKey } from "~/platform/cipher.server";
import { absoluteUrl } from "~/platform/env.server";
import type { DB } from "#db/types.generated";
import { type OptionalKind, optionalKindOf } from "#emails/kinds";
import type { EmailName } from "#emails/registry";
import { chooseNews } from "./choose-news.server";
import { isNewsKind } from "./news";

/** The link that ends a kind of news for the owner of an address, without signing in; null where there is nothing to end. */
export async function unsubscribeUrlFor(db: Kysely<DB>, template: EmailName, address: string): Promise<string | null> {
  const kind = optionalKindOf(template);
  if (!kind) return null;
  const user = await db.selectFrom("users").select("id").where("email", "=", address).executeTakeFirst();
  return user ? absoluteUrl(`/berhenti/${tokenOf(user.id, kind)}`) : null;
}

type Unsubscription = { userId: string; kind: OptionalKind };

/** What a link ends; undefined when it is not one of ours. */
export function readUnsubscription(token: string): Unsubscription | undefined {
  const [userId, kind, mark] = token.split("~");
  if (!isId(userId) || !isNewsKind(kind) || !mark) return undefined;
  const [given, right] = [Buffer.from(mark), Buffer.from(markOf(userId, kind))];
  return given.length === right.length && timingSafeEqual(given, right) ? { userId, kind } : undefined;
}

/** Ends one kind of news by its link; twice is once. Refuses `link_expired` for a link that is not ours. */
export async function unsubscribe(db: Kysely<DB>, input: { token: string }): Promise<void> {
  const ended = readUnsubscription(input.token);
  if (!ended) throw new DomainError("link_expired");
  await db.transaction().execute(async (trx) => {
    const user = await trx.selectFrom("users").select("id").where("id", "=", ended.userId).executeTakeFirst();
    if (!user) throw new DomainError("link_expired");
    await chooseNews(trx, ended, { [ended.kind]: "off" });
  });
}

function tokenOf(userId: string, kind: OptionalKind): string {
  return `${userId}~${kind}~${markOf(userId, kind)}`;
}

function markOf(userId: string, kind: OptionalKind): string {
  return createHmac("sha256", derivedKey("unsubscribe")).update(`${userId}~${kind}`).digest("base64url");
}
