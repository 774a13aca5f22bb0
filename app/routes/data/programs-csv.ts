import { anyone, guardedLoader } from "~/features/identity/guard.server";
import { fileResponse } from "~/features/reporting/download.server";
import { programsCsv } from "~/features/reporting/open-data.server";

export const loader = guardedLoader(anyone, (c) => fileResponse(programsCsv(c.db), { type: "text/csv", name: "program.csv" }));
