import type { Kysely, Transaction } from "kysely";
import { keepFile } from "~/features/files/store-file.server";
import { limits, spendTry } from "~/features/identity/rate-limit.server";
import { publicStatuses } from "~/features/proposals/proposal";
import { DomainError } from "~/kernel/domain-error";
import { isId, newId } from "~/kernel/ids";
import { encrypt } from "~/platform/cipher.server";
import { now } from "~/platform/clock.server";
import type { DB } from "#db/types.generated";
import type { ConcernKind, ConcernReply } from "./concern";
import { codeOfForm, hashOfCode } from "./concern-code.server";
import { writeEvent } from "./concern-step.server";
import { tellDesk } from "./tell-desk.server";

export type ReportConcern = {
  /** The form's random key; the tracking code follows from it. */
  key: string;
  kind: ConcernKind;
  /** "program:<slug>", "lembaga:<slug>", or empty for "I don't know". */
  about: string;
  happened: string;
  story: string;
  files: readonly File[];
  reply: ConcernReply;
  contact: string;
};

/**
 * Takes a concern from somebody without an account and gives the tracking code, which is shown once and kept nowhere. No address of the
 * net is kept with it. A form sent twice is one case. Refuses `rate_limited`, `key_missing`, `key_reused`, `subject_unknown` and what
 * `keepFile` refuses.
 */
export async function reportConcern(db: Kysely<DB>, input: ReportConcern & { place: string }): Promise<{ code: string }> {
  if (!isId(input.key)) throw new DomainError("key_missing");
  await spendTry(db, limits.concernPlace, input.place);
  return db.transaction().execute((trx) => openConcern(trx, input));
}

/** The same inside a transaction, without the limit of one place. */
export async function openConcern(trx: Transaction<DB>, input: ReportConcern): Promise<{ code: string }> {
  const code = codeOfForm(input.key);
  const subject = await subjectOf(trx, input.about);
  const story = input.story.trim();
  const opened = await trx
    .insertInto("concerns")
    .values({
      id: newId(),
      code_hash: hashOfCode(code) ?? "",
      kind: input.kind,
      ...subject,
      happened: input.happened.trim(),
      story,
      reply: input.reply,
      contact: input.reply === "contact" ? encrypt(input.contact.trim(), "contact") : null,
      status: "received",
      received_at: now(),
    })
    .onConflict((conflict) => conflict.column("code_hash").doNothing())
    .returning(["id", "proposal_id", "organization_id", "assigned_to"])
    .executeTakeFirst();
  if (!opened) return sentBefore(trx, code, story);
  for (const file of input.files) {
    const { fileId } = await keepFile(trx, { file, access: "case", organizationId: null, uploadedBy: null });
    await trx.insertInto("concern_files").values({ concern_id: opened.id, file_id: fileId }).execute();
  }
  await writeEvent(trx, { concernId: opened.id, from: null, to: "received", actorId: null });
  await tellDesk(trx, opened, { answered: false });
  return { code };
}

async function sentBefore(trx: Transaction<DB>, code: string, story: string): Promise<{ code: string }> {
  const first = await trx
    .selectFrom("concerns")
    .select("story")
    .where("code_hash", "=", hashOfCode(code) ?? "")
    .executeTakeFirstOrThrow();
  if (first.story !== story) throw new DomainError("key_reused");
  return { code };
}

/** What a concern is about: a public program (and so its organisation), or a community or company that has a public page. */
async function subjectOf(trx: Transaction<DB>, about: string): Promise<{ proposal_id: string | null; organization_id: string | null }> {
  if (about === "") return { proposal_id: null, organization_id: null };
  const [kind, slug = ""] = about.split(":");
  if (kind === "program") {
    const program = await trx
      .selectFrom("proposals")
      .select(["id", "organization_id"])
      .where("slug", "=", slug)
      .where("status", "in", publicStatuses)
      .executeTakeFirst();
    if (program) return { proposal_id: program.id, organization_id: program.organization_id };
  }
  if (kind === "lembaga") {
    const organization = await trx
      .selectFrom("organizations")
      .select("id")
      .where("slug", "=", slug)
      .where("kind", "in", ["community", "company"])
      .executeTakeFirst();
    if (organization) return { proposal_id: null, organization_id: organization.id };
  }
  throw new DomainError("subject_unknown", { field: "about" });
}
