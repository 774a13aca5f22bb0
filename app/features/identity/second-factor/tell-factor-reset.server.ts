import type { Transaction } from "kysely";
import { absoluteUrl } from "~/platform/env.server";
import { queueEmail, queueEmails } from "~/platform/outbox.server";
import type { DB } from "#db/types.generated";
import { findLanguage } from "../account-queries.server";
import { platformPeople } from "../people.server";
import { stopTokenOf } from "./stop-token.server";

type Reset = { id: string; userId: string; name: string; email: string };
type News = { what: "requested" | "checked" | "done" | "stopped"; dueAt: Date | null };

/** Mails the owner of an account where the way back in stands, at once, with the link that stops it while that is possible. */
export async function tellFactorReset(trx: Transaction<DB>, reset: Reset, { what, dueAt }: News): Promise<void> {
  const open = what === "requested" || what === "checked";
  await queueEmail(trx, {
    template: "factor-reset",
    to: { email: reset.email, language: await findLanguage(trx, reset.userId) },
    props: {
      name: reset.name,
      what,
      dueAt: dueAt?.toISOString() ?? null,
      url: absoluteUrl(open ? `/akun/dua-langkah/hentikan/${stopTokenOf(reset.id)}` : "/akun/dua-langkah"),
    },
    dedupeKey: `factor-reset:${reset.id}:${what}`,
  });
}

/** Asks every administrator to make sure who it is, except whoever asks: nobody checks an own account. */
export async function tellAdministrators(trx: Transaction<DB>, reset: Reset, requestedAt: Date): Promise<void> {
  const administrators = await platformPeople(trx, "administrator");
  await queueEmails(
    trx,
    administrators
      .filter(({ userId }) => userId !== reset.userId)
      .map((administrator) => ({
        template: "factor-reset-waiting" as const,
        to: administrator,
        props: { name: reset.name, requestedAt: requestedAt.toISOString(), url: absoluteUrl("/admin/pemulihan") },
        dedupeKey: `factor-reset-waiting:${reset.id}:${administrator.userId}`,
      })),
  );
}
