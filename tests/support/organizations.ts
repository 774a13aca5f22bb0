import type { Kysely, Transaction } from "kysely";
import sharp from "sharp";
import type { Actor } from "~/features/identity/actor";
import { findActor } from "~/features/identity/load-actor.server";
import { checkStandingDocument } from "~/features/organizations/check-standing-document.server";
import { type RegisterOrganizationInput, registerOrganization } from "~/features/organizations/register-organization.server";
import { documentKinds, listStandingDocuments } from "~/features/organizations/standing-queries.server";
import { submitStandingDocument } from "~/features/organizations/submit-standing-document.server";
import { addDays } from "~/kernel/dates";
import { newId } from "~/kernel/ids";
import { today } from "~/platform/clock.server";
import { buildPlatformDesk } from "#db/seed/builders/organizations";
import { buildActor } from "#db/seed/builders/people";
import type { DB } from "#db/types.generated";

const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#357c9d" } })
  .jpeg()
  .toBuffer();

/** A small photo of a paper, whole or broken off. */
export function paper(name = "sk.jpg", bytes?: number): File {
  return new File([new Uint8Array(photo.subarray(0, bytes))], name, { type: "image/jpeg" });
}

/** A registration that nothing speaks against. */
export function registration(overrides: object = {}): RegisterOrganizationInput {
  return {
    kind: "community",
    key: newId(),
    element: "karang_taruna",
    name: `Karang Taruna ${newId()}`,
    areaCode: "33.16.06.2004",
    address: "Balai pemuda",
    phone: "0811 0000 601",
    about: "",
    ...overrides,
  };
}

/** Numbers of the right form that belong to nobody: no serial is zero. */
const invented = { nik: "3316064508880000", kk: "3316060101200000", npwp: "0999888877770000", nib: "9120000000000", phone: "08110000601" };

/** What tests of organisations do again and again, over one database with a desk of its own. */
export async function organizationsOn(db: Kysely<DB>) {
  const desk = await buildPlatformDesk(db);

  function run<I, O>(operation: (trx: Transaction<DB>, actor: Actor, input: I) => Promise<O>, actor: Actor, input: I): Promise<O> {
    return db.transaction().execute((trx) => operation(trx, actor, input));
  }

  async function again(actor: Actor): Promise<Actor> {
    return (await findActor(db, actor.userId)) as Actor;
  }

  async function registered(overrides: object = {}) {
    const founder = await buildActor(db);
    const { organizationId, slug } = await run(registerOrganization, founder, registration(overrides));
    return { organizationId, slug, chair: await again(founder) };
  }

  /** Uploads every required document of an organisation. */
  async function upload(chair: Actor, organizationId: string, validUntil = addDays(today(), 400)) {
    const { element, legal_form } = await db
      .selectFrom("organizations")
      .select(["element", "legal_form"])
      .where("id", "=", organizationId)
      .executeTakeFirstOrThrow();
    for (const kind of await documentKinds(db, element, legal_form)) {
      if (!kind.required) continue;
      await run(submitStandingDocument, chair, {
        key: newId(),
        organizationId,
        kind: kind.code,
        number: kind.identifier ? invented[kind.identifier] : "12/2026",
        issuer: "Kepala Desa",
        issuedOn: "2025-01-10",
        validUntil: kind.hasExpiry ? validUntil : null,
        file: paper(),
      });
    }
  }

  /** The desk accepts whatever waits. */
  async function accept(organizationId: string) {
    for (const document of await listStandingDocuments(db, organizationId)) {
      if (document.supersededAt !== null || document.status !== "submitted") continue;
      await run(checkStandingDocument, desk.verifier, { documentId: document.id, accepted: true, note: "" });
    }
  }

  /** The emails queued for an address, by template, the oldest first. */
  async function mailsTo(email: string): Promise<string[]> {
    const rows = await db.selectFrom("email_messages").select("template").where("to_address", "=", email).orderBy("id").execute();
    return rows.map((row) => row.template);
  }

  return { desk, run, again, registered, upload, accept, mailsTo };
}
