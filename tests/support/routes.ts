import type { Actor } from "~/features/identity/actor";
import { readFlash } from "~/platform/flash.server";

export type Fields = Record<string, string | File>;
export type Call = { params?: Record<string, string>; search?: string; fields?: Fields };
export type Answer = {
  status: number;
  location: string | null;
  /** The form's answer: each mistake beside its field, and what was typed. */
  result: { error?: Record<string, string[]>; initialValue?: Record<string, unknown> } | undefined;
  data: unknown;
  /** What the next page would say, and whether it is bad news. */
  said: { code: string; tone: string } | null;
};

/**
 * What a loader, or an action when there are fields, answers a person. The test file has replaced the session by the header
 * `x-test-user`.
 */
export async function answerOf(handler: unknown, actor: Actor, { params = {}, search = "", fields }: Call = {}): Promise<Answer> {
  const body = fields && new FormData();
  for (const [name, value] of Object.entries(fields ?? {})) body?.append(name, value);
  const headers = { "x-test-user": actor.userId };
  const request = new Request(`http://localhost/alamat${search}`, { headers, ...(body && { method: "POST", body }) });
  const answer = await thrownOr(() => (handler as (args: object) => unknown)({ request, params, context: {} }));
  if (answer instanceof Response) {
    const [cookie = ""] = (answer.headers.get("set-cookie") ?? "").split(";");
    const { flash } = await readFlash(new Request("http://localhost/", { headers: { cookie } }));
    return { status: answer.status, location: answer.headers.get("location"), result: undefined, data: undefined, said: flash };
  }
  const wrapped = answer as { data?: { result?: Answer["result"] }; init?: { status?: number } };
  return { status: wrapped.init?.status ?? 200, location: null, result: wrapped.data?.result, data: wrapped.data ?? answer, said: null };
}

async function thrownOr(work: () => unknown): Promise<unknown> {
  try {
    return await work();
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown;
    return thrown;
  }
}
