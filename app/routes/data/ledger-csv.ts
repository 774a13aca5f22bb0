import { anyone, guardedLoader } from "~/features/identity/guard.server";
import { fileResponse } from "~/features/reporting/download.server";
import { wholeLedgerFile } from "~/features/reporting/open-ledger.server";

/** The whole ledger, streamed fund by fund. */
export const loader = guardedLoader(anyone, (c) => fileResponse(wholeLedgerFile(c.db), { type: "text/csv", name: "buku-besar.csv" }));
