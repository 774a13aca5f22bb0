import { parseWithZod } from "@conform-to/zod/v4";
import { redirect } from "@remix-run/node";
import { alongside, misread, refused } from "~/features/identity/form-refusal";
import type { Context, community } from "~/features/identity/guard.server";
import { leadBack } from "~/features/identity/lead-back.server";
import { isId, newId } from "~/kernel/ids";
import { now, today } from "~/platform/clock.server";
import { flash } from "~/platform/flash.server";
import { addStatement } from "./add-statement.server";
import { mayBecome, obstacleToRenew } from "./appeal";
import { appealRefusalTexts, statementOf } from "./appeal-form.server";
import { appealWorkMessages } from "./appeal-work-messages";
import { findAppeal } from "./appeal-queries.server";
import { countSchema, statementSchema } from "./appeal.schema";
import { closeAppeal, convertAppeal } from "./end-appeal.server";
import { renewAppeal } from "./renew-appeal.server";
import { updateCount } from "./update-count.server";
import { withdrawAppeal } from "./withdraw-appeal.server";

type C = Context<ReturnType<typeof community>>;

/** An appeal as its own unit sees it, with what can be done with it today. */
export async function loadOwnAppeal(c: C) {
  const id = c.params.id ?? "";
  const appeal = isId(id) ? await findAppeal(c.db, { id }) : undefined;
  if (!appeal || appeal.organizationId !== c.membership.organizationId) throw new Response(null, { status: 404 });
  const chair = c.membership.roles.includes("chair");
  const renewal = {
    status: appeal.status,
    validUntil: appeal.validUntil,
    renewed: appeal.renewedAt !== null,
    statementUntil: appeal.statementUntil,
  };
  return {
    language: c.language,
    appeal,
    now: now(),
    kunci: newId(),
    may: {
      update: appeal.status === "raised" || appeal.status === "verified",
      withdraw: chair && mayBecome(appeal.status, "withdrawn"),
      renew: chair && obstacleToRenew(renewal, today()) === undefined,
      end: chair && mayBecome(appeal.status, "closed"),
    },
  };
}

/** One of the steps of the page: `aksi` says which. */
export async function changeOwnAppeal(c: C) {
  const form = await c.form();
  const [appealId, step] = [c.params.id ?? "", form.get("aksi")];
  const here = `/ruang/lembaga/darurat/${appealId}`;
  const { done } = appealWorkMessages[c.language];
  if (step === "jumlah") {
    const submission = parseWithZod(form, { schema: countSchema });
    if (submission.status !== "success") return alongside(misread(submission), { form: "count" as const });
    const outcome = await c.attempt(updateCount, { appealId, count: submission.value });
    if (!outcome.ok) return alongside(refused(submission, outcome.refusal, c.language, appealRefusalTexts), { form: "count" as const });
    throw redirect(here, { status: 303, headers: await flash(done.counted) });
  }
  if (step === "pernyataan") {
    const submission = parseWithZod(form, { schema: statementSchema });
    if (submission.status !== "success") return alongside(misread(submission), { form: "statement" as const });
    const outcome = await c.attempt(addStatement, { appealId, statement: statementOf(submission.value) });
    if (!outcome.ok) return alongside(refused(submission, outcome.refusal, c.language, appealRefusalTexts), { form: "statement" as const });
    throw redirect(here, { status: 303, headers: await flash(done.statement) });
  }
  const way = { to: here, refusals: appealRefusalTexts };
  if (step === "tarik") throw await leadBack(c, await c.attempt(withdrawAppeal, { appealId }), { ...way, done: done.withdrawn });
  if (step === "perpanjang") throw await leadBack(c, await c.attempt(renewAppeal, { appealId }), { ...way, done: done.renewed });
  if (step === "tutup") throw await leadBack(c, await c.attempt(closeAppeal, { appealId }), { ...way, done: done.closed });
  if (step === "pulihkan") {
    const outcome = await c.attempt(convertAppeal, { appealId, key: String(form.get("kunci") ?? "") });
    const to = outcome.ok ? `/ruang/lembaga/usulan/${outcome.value.proposalId}/cerita` : here;
    throw await leadBack(c, outcome, { ...way, to, done: done.converted });
  }
  throw new Response(null, { status: 400 });
}
