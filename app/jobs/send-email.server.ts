import { Resend } from "resend";
import { now } from "~/platform/clock.server";
import { env } from "~/platform/env.server";
import { db } from "#db/client.server";
import { unsubscribeUrlFor } from "~/features/notifications/unsubscribe.server";
import { type EmailName, emails } from "#emails/registry";
import { renderEmail } from "#emails/render";
import type { Email } from "#emails/define";

/** Renders one queued email and sends it through Resend, or keeps it for the mailbox when none is configured. Throws to be tried again. */
export async function sendEmail({ messageId }: { messageId: string }): Promise<void> {
  const message = await db.selectFrom("email_messages").selectAll().where("id", "=", messageId).executeTakeFirst();
  if (message?.status !== "queued") return;
  const email = emails[message.template as keyof typeof emails] as Email<unknown> | undefined;
  if (!email) throw new Error(`There is no email template ${message.template}`);
  const unsubscribeUrl = await unsubscribeUrlFor(db, message.template as EmailName, message.to_address);
  const rendered = await renderEmail(email, message.props, message.language, unsubscribeUrl);
  const outcome = env.RESEND_API_KEY ? await deliver(message, rendered, unsubscribeUrl) : { status: "kept" as const, provider_id: null };
  await db
    .updateTable("email_messages")
    .set({ ...rendered, ...outcome, sent_at: now(), attempts: message.attempts + 1 })
    .where("id", "=", messageId)
    .execute();
}

async function deliver(
  message: { id: string; to_address: string; attempts: number },
  rendered: { subject: string; html: string; text: string },
  unsubscribeUrl: string | null,
) {
  const resend = new Resend(env.RESEND_API_KEY, env.RESEND_BASE_URL ? { baseUrl: env.RESEND_BASE_URL } : {});
  // The key makes Resend send once, even if we die between its answer and our commit.
  const { data, error } = await resend.emails.send(
    { from: env.EMAIL_FROM ?? "", to: message.to_address, ...rendered, ...(unsubscribeUrl && { headers: oneClick(unsubscribeUrl) }) },
    { idempotencyKey: `email/${message.id}` },
  );
  if (error) {
    await db
      .updateTable("email_messages")
      .set({ attempts: message.attempts + 1, last_error: error.message })
      .where("id", "=", message.id)
      .execute();
    throw new Error(`Resend refused: ${error.message}`);
  }
  return { status: "sent" as const, provider_id: data?.id ?? null };
}

/** RFC 8058: the reader's mail program ends this kind of news by a POST to the same address as the link. */
function oneClick(url: string): Record<string, string> {
  return { "List-Unsubscribe": `<${url}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
}
