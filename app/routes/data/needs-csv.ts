import { anyone, guardedLoader } from "~/features/identity/guard.server";
import { fileResponse } from "~/features/reporting/download.server";
import { needsCsv } from "~/features/reporting/needs-data.server";

export const loader = guardedLoader(anyone, async (c) => fileResponse(await needsCsv(c.db), { type: "text/csv", name: "kebutuhan.csv" }));
