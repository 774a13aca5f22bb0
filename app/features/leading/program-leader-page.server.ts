import { parseWithZod } from "@conform-to/zod/v4";
import { redirect } from "@remix-run/node";
import { z } from "zod";
import { holds } from "~/features/identity/actor";
import { alongside, misread, refused } from "~/features/identity/form-refusal";
import type { Context, community } from "~/features/identity/guard.server";
import { womenLeaders } from "~/features/practitioners/women-leaders.server";
import { flash } from "~/platform/flash.server";
import { endLead } from "./end-lead.server";
import { mayChangeLeader, namingRoles } from "./lead";
import { leadMessages, leadRefusals } from "./lead-messages";
import { leadsOfProgram, ownProposal } from "./lead-queries.server";
import { nameLeader } from "./name-leader.server";
import { womanLedOf } from "./women-led.server";

type C = Context<ReturnType<typeof community>>;
const askSchema = z.object({ leaderId: z.string({ error: "leader_unfit" }).min(1, "leader_unfit") });
export const endLeadSchema = z.object({
  leadId: z.string({ error: "required" }),
  note: z.string({ error: "required" }).trim().min(1, "required").max(600, "too_long"),
});

async function own(c: C) {
  const proposal = await ownProposal(c.db, c.membership.organizationId, c.params.id ?? "");
  if (!proposal) throw new Response(null, { status: 404 });
  return proposal;
}

/** Who leads one program of the organisation, and whom it could ask. */
export async function loadProgramLeader(c: C) {
  const proposal = await own(c);
  const [leads, led] = await Promise.all([leadsOfProgram(c.db, proposal.id), womanLedOf(c.db, proposal.id)]);
  const open = leads.find(({ status }) => status === "asked" || status === "accepted") ?? null;
  const mayChange = holds(c.membership, namingRoles) && mayChangeLeader(proposal.status);
  const leaders = mayChange && !open ? await womenLeaders(c.db) : [];
  return { language: c.language, proposal, led, open, past: leads.filter((lead) => lead !== open), leaders, mayChange };
}

export type ProgramLeaderData = Awaited<ReturnType<typeof loadProgramLeader>>;

/** Asks somebody to lead the program, or with `aksi` ends what is open. */
export async function changeProgramLeader(c: C) {
  const proposal = await own(c);
  const form = await c.form();
  const { done } = leadMessages[c.language];
  const page = `/ruang/lembaga/usulan/${proposal.id}/pemimpin`;
  if (form.get("aksi") === "akhiri") {
    const submission = parseWithZod(form, { schema: endLeadSchema });
    if (submission.status !== "success") return alongside(misread(submission), { step: "end" as const });
    const outcome = await c.attempt(endLead, submission.value);
    if (!outcome.ok) return alongside(refused(submission, outcome.refusal, c.language, leadRefusals), { step: "end" as const });
    throw redirect(page, { status: 303, headers: await flash(done.ended) });
  }
  const submission = parseWithZod(form, { schema: askSchema });
  if (submission.status !== "success") return alongside(misread(submission), { step: "ask" as const });
  const outcome = await c.attempt(nameLeader, { proposalId: proposal.id, ...submission.value });
  if (!outcome.ok) return alongside(refused(submission, outcome.refusal, c.language, leadRefusals), { step: "ask" as const });
  throw redirect(page, { status: 303, headers: await flash(done.asked) });
}
