import { anyone, guardedLoader } from "~/features/identity/guard.server";
import { fileResponse } from "~/features/reporting/download.server";
import { ledgerFileOf } from "~/features/reporting/open-ledger.server";
import { findProgramHeading } from "~/features/reporting/public-program.server";

/** A program's ledger, for spreadsheets and for verify-chain. */
export const loader = guardedLoader(anyone, async (c) => {
  const program = await findProgramHeading(c.db, c.params.slug ?? "");
  if (!program) throw new Response(null, { status: 404 });
  return fileResponse(await ledgerFileOf(c.db, program.id), { type: "text/csv", name: `buku-besar-${program.code}.csv` });
});
