import { type CommunityProgram, type TerminPapers, findCommunityProgram } from "./community-queries.server";
import type { Kysely } from "kysely";
import type { DB } from "#db/types.generated";
import type { Termin } from "./termin-queries.server";

type C = { db: Kysely<DB>; membership: { organizationId: string }; params: Readonly<Record<string, string | undefined>> };

/** The organisation's own program that the address names; anybody else's isn't there. */
export async function ownProgram(c: C): Promise<CommunityProgram> {
  const program = await findCommunityProgram(c.db, c.membership.organizationId, c.params.slug ?? "");
  if (!program) throw new Response(null, { status: 404 });
  return program;
}

/** The termin that the address names. */
export function ownTermin(program: CommunityProgram, n: string | undefined): Termin {
  const termin = program.termins.find((one) => String(one.n) === n);
  if (!termin) throw new Response(null, { status: 404 });
  return termin;
}

/** An account number of which only the end is shown. */
export function maskedAccount(paper: Pick<TerminPapers, "accountNumber">): string {
  return `•••• ${paper.accountNumber.slice(-4)}`;
}
