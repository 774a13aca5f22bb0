import { parseWithZod } from "@conform-to/zod/v4";
import { redirect } from "@remix-run/node";
import { filesRefusals } from "~/features/files/files-messages";
import { misread, refused } from "~/features/identity/form-refusal";
import type { Context, community } from "~/features/identity/guard.server";
import { newId } from "~/kernel/ids";
import { flash } from "~/platform/flash.server";
import { addPayeeAccount } from "./add-payee-account.server";
import { getOrganization } from "./organization-queries.server";
import { payeeSchema } from "./organization.schema";
import { organizationsRefusals } from "./organizations-messages";
import { payeeKindRefusal, payeeKinds } from "./payee-account";
import { listPayeeAccounts } from "./payee-account-queries.server";

type C = Context<ReturnType<typeof community>>;

export async function loadPayeeAccounts(c: C) {
  const organization = await getOrganization(c.db, c.membership.organizationId);
  return {
    key: newId(),
    language: c.language,
    organization: { id: organization.id, name: organization.name, sponsorName: organization.sponsorName },
    accounts: await listPayeeAccounts(c.db, organization.id),
    kinds: payeeKinds.filter((kind) => payeeKindRefusal(kind, organization) === undefined),
    mayChange: c.membership.roles.some((role) => role === "chair" || role === "treasurer"),
  };
}

export type PayeeData = Awaited<ReturnType<typeof loadPayeeAccounts>>;

export async function addAccount(c: C) {
  const submission = parseWithZod(await c.form(), { schema: payeeSchema });
  if (submission.status !== "success") return misread(submission);
  const { kunci, ...said } = submission.value;
  const outcome = await c.attempt(addPayeeAccount, { ...said, key: kunci });
  if (!outcome.ok) return refused(submission, outcome.refusal, c.language, refusals);
  throw redirect("/ruang/lembaga/rekening", { status: 303, headers: await flash("payee_account_added") });
}

const refusals = { id: { ...filesRefusals.id, ...organizationsRefusals.id }, en: { ...filesRefusals.en, ...organizationsRefusals.en } };
