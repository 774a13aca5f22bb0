import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import type { Kysely, Transaction } from "kysely";
import type { ErrorReason } from "~/components/error-reason";
import { type Acting, stateActing } from "~/features/audit/state-acting.server";
import { DomainError, isDomainError } from "~/kernel/domain-error";
import type { Language } from "~/kernel/messages";
import type { Attempt } from "~/kernel/result";
import { readForm } from "~/platform/uploads.server";
import { db } from "#db/client.server";
import type { DB } from "#db/types.generated";
import type { Actor, Membership } from "./actor";
import { deviceName } from "./device";
import { findActor } from "./load-actor.server";
import { actingOrganization, languageOf } from "./preferences.server";
import { type Requirement, judge } from "./requirement";
import { holdsMoney } from "./second-factor/money-roles";
import { type Session, type SessionFactor, readSession } from "./session.server";

export * from "./requirement";

/** One command: a verb of the domain that works inside the transaction it is given. */
export type Operation<Input, Output> = (trx: Transaction<DB>, actor: Actor, input: Input) => Promise<Output>;

type ActorFor<R extends Requirement> = R extends { who: "anyone" } ? Actor | null : Actor;
type MembershipFor<R extends Requirement> = R extends { who: "anyone" | "signed_in" | "second_step" } ? Membership | null : Membership;

export type Context<R extends Requirement> = {
  request: Request;
  params: Readonly<Record<string, string | undefined>>;
  url: URL;
  actor: ActorFor<R>;
  /** The organisation in whose name the actor works here. */
  membership: MembershipFor<R>;
  sessionId: string | null;
  /** Whether the session has proven a second factor; `none` also when nobody is signed in. */
  factor: SessionFactor;
  language: Language;
  db: Kysely<DB>;
  /** What the form sent; uploaded files are already checked for size and kind of content. */
  form: () => Promise<FormData>;
  /** Runs one operation in one transaction and gives its result; a refusal is thrown. */
  run: <Input, Output>(operation: Operation<Input, Output>, input: Input) => Promise<Output>;
  /** The same, but a refusal comes back as a value, to be shown beside its field. */
  attempt: <Input, Output>(operation: Operation<Input, Output>, input: Input) => Promise<Attempt<Output>>;
};

const requirementOf = Symbol.for("sinergi.requirement");
type Guarded = { [requirementOf]?: Requirement };

/** The requirement that a loader or an action was made with; undefined when it was made without the guard. */
export function guardOf(handler: unknown): Requirement | undefined {
  return typeof handler === "function" ? (handler as Guarded)[requirementOf] : undefined;
}

export function guardedLoader<R extends Requirement, T>(requirement: R, load: (context: Context<R>) => Promise<T> | T) {
  const loader = async (args: LoaderFunctionArgs): Promise<T> => load(await enter(requirement, args));
  return Object.assign(loader, { [requirementOf]: requirement });
}

export function guardedAction<R extends Requirement, T>(requirement: R, act: (context: Context<R>) => Promise<T> | T) {
  const action = async (args: ActionFunctionArgs): Promise<T> => act(await enter(requirement, args));
  return Object.assign(action, { [requirementOf]: requirement });
}

async function enter<R extends Requirement>(requirement: R, args: LoaderFunctionArgs | ActionFunctionArgs): Promise<Context<R>> {
  const { request, params } = args;
  const url = new URL(request.url);
  // No text has this byte and PostgreSQL takes none: there is nothing at such an address.
  if (request.url.includes("%00")) throw new Response(null, { status: 404 });
  const session = await readSession(request);
  // Who owes the second step is nobody yet, except on the page that asks for it.
  const known = session !== null && (session.factor !== "due" || requirement.who === "second_step");
  const actor = known ? ((await findActor(db, session.userId)) ?? null) : null;
  const verdict = judge(requirement, actor, await actingOrganization(request));
  if (!verdict.allowed) {
    if (verdict.because === "forbidden") throw forbidden(requirement);
    throw await turnedAway(session?.factor === "due" ? "/masuk/kode" : "/masuk", request, url);
  }
  if (factorMissing(requirement, verdict.membership, session)) throw await turnedAway("/akun/dua-langkah", request, url);

  const run = async <Input, Output>(operation: Operation<Input, Output>, input: Input): Promise<Output> => {
    if (!actor) throw new DomainError("not_allowed");
    return db.transaction().execute(async (trx) => {
      await stateActing(trx, actingOf(requirement, verdict.membership, session, request));
      return operation(trx, actor, input);
    });
  };
  // A body can be read only once, and more than one part of an action may want it.
  let read: Promise<FormData> | undefined;
  return {
    request,
    params,
    url,
    actor: actor as ActorFor<R>,
    membership: verdict.membership as MembershipFor<R>,
    sessionId: session?.sessionId ?? null,
    factor: session?.factor ?? "none",
    language: await languageOf(request),
    db,
    form: () => (read ??= readForm(request)),
    run,
    attempt: (operation, input) => attempting(() => run(operation, input)),
  };
}

/** Says for whom the page is, so that whoever stands before it knows whom to ask. */
function forbidden(requirement: Requirement): Response {
  const roles = "roles" in requirement ? requirement.roles : [];
  return Response.json({ kind: "forbidden", who: requirement.who, roles } satisfies ErrorReason, { status: 403 });
}

/** Outside a workspace people act for themselves, whatever organisations they belong to. */
function actingOf(requirement: Requirement, membership: Membership | null, session: Session | null, request: Request): Acting {
  const own = isWorkspace(requirement) || requirement.who === "practitioner" ? membership : null;
  return {
    organizationId: own?.organizationId ?? null,
    organizationName: own?.organizationName ?? null,
    roles: own?.roles ?? [],
    factor: session?.factor === "proven" ? "proven" : "none",
    device: deviceName(request.headers.get("user-agent")) ?? null,
  };
}

function isWorkspace(requirement: Requirement): boolean {
  return requirement.who === "community" || requirement.who === "company" || requirement.who === "platform";
}

/** A workspace in which the person holds a money role opens only to a session that has proven a second factor. */
function factorMissing(requirement: Requirement, membership: Membership | null, session: Session | null): boolean {
  return isWorkspace(requirement) && membership !== null && holdsMoney(membership) && session?.factor !== "proven";
}

/** Leads to the page that is to be passed first. A form is shown back with everything typed, so that nothing is lost (mockup 35). */
async function turnedAway(to: "/masuk" | "/masuk/kode" | "/akun/dua-langkah", request: Request, url: URL): Promise<Response> {
  if (request.method !== "GET" && request.method !== "HEAD") return sessionEnded(to, request, url);
  return redirect(`${to}?kembali=${encodeURIComponent(url.pathname + url.search)}`);
}

async function sessionEnded(to: string, request: Request, url: URL): Promise<Response> {
  const typed: Record<string, string[]> = {};
  const form = await readForm(request).catch(() => new FormData());
  for (const [name, value] of form.entries()) {
    if (typeof value === "string" && !/sandi|password|^code$/i.test(name)) typed[name] = [...(typed[name] ?? []), value];
  }
  return Response.json({ kind: "session_ended", to, action: url.pathname + url.search, typed }, { status: 401 });
}

export async function attempting<T>(work: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (isDomainError(error)) return { ok: false, refusal: error };
    throw error;
  }
}
