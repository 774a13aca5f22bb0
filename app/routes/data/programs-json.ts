import { anyone, guardedLoader } from "~/features/identity/guard.server";
import { fileResponse } from "~/features/reporting/download.server";
import { programsJson } from "~/features/reporting/open-data.server";

export const loader = guardedLoader(anyone, (c) =>
  fileResponse(programsJson(c.db), { type: "application/json", name: "program.json", inline: true }),
);
