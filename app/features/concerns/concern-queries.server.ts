import type { Kysely, Transaction } from "kysely";
import type { Actor } from "~/features/identity/actor";
import { limits, spendTry } from "~/features/identity/rate-limit.server";
import { publicStatuses } from "~/features/proposals/proposal";
import { DomainError } from "~/kernel/domain-error";
import { isId } from "~/kernel/ids";
import type { DB } from "#db/types.generated";
import { hashOfCode } from "./concern-code.server";
import { isTied } from "./concern-step.server";

type Reader = Kysely<DB> | Transaction<DB>;

const mostSubjects = 500;

/** What a concern can be about, for the form: public programs and organisations with a page, by name; the preselected one always. */
export async function concernSubjects(db: Reader, chosen: { program: string | null; organization: string | null }) {
  const programs = await db
    .selectFrom("proposals")
    .select(["slug", "title as name"])
    .where("status", "in", publicStatuses)
    .orderBy((eb) => eb("slug", "=", chosen.program ?? ""), "desc")
    .orderBy("title")
    .limit(mostSubjects)
    .execute();
  const organizations = await db
    .selectFrom("organizations")
    .select(["slug", "name"])
    .where("kind", "in", ["community", "company"])
    .where("standing", "=", "approved")
    .orderBy((eb) => eb("slug", "=", chosen.organization ?? ""), "desc")
    .orderBy("name")
    .limit(mostSubjects)
    .execute();
  return { programs, organizations };
}

function cases(db: Reader) {
  return db
    .selectFrom("concerns as c")
    .leftJoin("proposals as p", "p.id", "c.proposal_id")
    .leftJoin("organizations as o", "o.id", "c.organization_id")
    .select(["c.id", "c.kind", "c.status", "c.outcome", "c.published_outcome as published", "c.received_at as receivedAt"])
    .select(["c.answered_at as answeredAt", "c.closed_at as closedAt", "c.proposal_id", "c.organization_id"])
    .select(["p.title as program", "p.slug as programSlug", "o.name as organization"]);
}

/** The case of a tracking code as whoever reported sees it, without what stays at the desk. A code that leads nowhere costs a try of its place. */
export async function followConcern(db: Kysely<DB>, input: { code: string; place: string }) {
  const hash = hashOfCode(input.code);
  const concern = hash && (await cases(db).select("c.reply").where("c.code_hash", "=", hash).executeTakeFirst());
  if (!concern) {
    await spendTry(db, limits.concernCodePlace, input.place);
    throw new DomainError("code_unknown", { field: "kode" });
  }
  const notes = await db
    .selectFrom("concern_notes")
    .select(["id", "voice", "text", "at"])
    .where("concern_id", "=", concern.id)
    .where("voice", "in", ["reporter", "desk"])
    .orderBy("id")
    .execute();
  const files = await db
    .selectFrom("concern_files")
    .select((eb) => eb.fn.countAll<bigint>().as("count"))
    .where("concern_id", "=", concern.id)
    .executeTakeFirstOrThrow();
  const { id: _, proposal_id: _p, organization_id: _o, programSlug: _s, ...shown } = concern;
  return { ...shown, notes, files: Number(files.count) };
}

/** The cases that this person may handle, open ones by age, then the closed; and how many open ones are hidden because of a tie. */
export async function deskConcerns(db: Reader, actor: Actor) {
  const rows = await cases(db)
    .leftJoin("users as u", "u.id", "c.assigned_to")
    .select(["u.name as assignee", "c.assigned_to as assigneeId"])
    .orderBy((eb) => eb("c.status", "=", "closed"))
    .orderBy("c.received_at")
    .limit(500)
    .execute();
  const own = [];
  for (const row of rows) if (!(await isTied(db, actor, row))) own.push(row);
  const open = own.filter((row) => row.status !== "closed");
  const closed = own.filter((row) => row.status === "closed").reverse();
  return { open, closed, tied: rows.length - own.length };
}

/** One case with everything that the desk knows, or undefined when there is none or this person is tied to it. */
export async function findDeskConcern(db: Reader, actor: Actor, concernId: string) {
  if (!isId(concernId)) return undefined;
  const concern = await cases(db)
    .leftJoin("users as u", "u.id", "c.assigned_to")
    .select(["c.story", "c.happened", "c.reply", "u.name as assignee", "c.assigned_to as assigneeId"])
    .select((eb) => eb("c.contact", "is not", null).as("hasContact"))
    .where("c.id", "=", concernId)
    .executeTakeFirst();
  if (!concern || (await isTied(db, actor, concern))) return undefined;
  const notes = await db
    .selectFrom("concern_notes as n")
    .leftJoin("users as u", "u.id", "n.author_id")
    .select(["n.id", "n.voice", "n.text", "n.at", "u.name as author"])
    .where("n.concern_id", "=", concernId)
    .orderBy("n.id")
    .execute();
  const events = await db
    .selectFrom("concern_events as e")
    .leftJoin("users as u", "u.id", "e.actor_id")
    .select(["e.id", "e.to_status as status", "e.at", "u.name as actor"])
    .where("e.concern_id", "=", concernId)
    .orderBy("e.id")
    .execute();
  const files = await db
    .selectFrom("concern_files as c")
    .innerJoin("files as f", "f.id", "c.file_id")
    .select(["f.id", "f.name", "f.size_bytes as sizeBytes"])
    .where("c.concern_id", "=", concernId)
    .orderBy("f.id")
    .execute();
  return { ...concern, notes, events, files };
}

export type DeskConcern = NonNullable<Awaited<ReturnType<typeof findDeskConcern>>>;

/** What anyone may know of the concerns about a program, or about an organisation with all its programs: counts, and published outcomes. Never what was said. */
export async function publicConcerns(db: Reader, about: { proposalId: string } | { organizationSlug: string }) {
  const rows = await db
    .selectFrom("concerns")
    .select(["id", "kind", "status", "outcome", "published_outcome as published", "received_at as receivedAt", "closed_at as closedAt"])
    .where((eb) =>
      "proposalId" in about
        ? eb("proposal_id", "=", about.proposalId)
        : eb("organization_id", "in", eb.selectFrom("organizations").select("id").where("slug", "=", about.organizationSlug)),
    )
    .orderBy("received_at", "desc")
    .execute();
  const count = (holds: (row: (typeof rows)[number]) => boolean) => rows.filter(holds).length;
  return {
    total: rows.length,
    open: count((row) => row.status !== "closed"),
    founded: count((row) => row.outcome === "founded"),
    unfounded: count((row) => row.outcome === "unfounded"),
    withdrawn: count((row) => row.outcome === "withdrawn"),
    outcomes: rows.flatMap(({ id, kind, outcome, published, receivedAt, closedAt }) =>
      published && closedAt && (outcome === "founded" || outcome === "unfounded")
        ? [{ id, kind, outcome, published, receivedAt, closedAt }]
        : [],
    ),
  };
}

export type PublicConcerns = Awaited<ReturnType<typeof publicConcerns>>;
