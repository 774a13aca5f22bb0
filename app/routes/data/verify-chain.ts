import { anyone, guardedLoader } from "~/features/identity/guard.server";
import { fileResponse } from "~/features/reporting/download.server";
import verifier from "../../commands/verify-chain.mjs?raw";

/** The public command itself, so that nobody has to clone anything to check the ledger. */
export const loader = guardedLoader(anyone, () =>
  fileResponse(verifier, { type: "text/javascript", name: "verify-chain.mjs", maxAge: 3600 }),
);
