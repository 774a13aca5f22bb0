import { anyone, guardedLoader } from "~/features/identity/guard.server";
import { fileResponse } from "~/features/reporting/download.server";
import { findProgramHeading } from "~/features/reporting/public-program.server";
import { findPublicReport } from "~/features/reporting/report-queries.server";
import { csvLine } from "~/kernel/csv";

/** A report's figures: one line for each indicator, each budget line and each group of a joint program, amounts in whole rupiah. */
export const loader = guardedLoader(anyone, async (c) => {
  const program = await findProgramHeading(c.db, c.params.slug ?? "");
  const n = Number(c.params.n);
  const report = program && Number.isInteger(n) && n > 0 && n < 100 ? await findPublicReport(c.db, program.id, n) : undefined;
  if (!program || !report) throw new Response(null, { status: 404 });
  const lines = [
    csvLine(["jenis", "nama", "satuan", "awal", "rencana", "kenyataan"]),
    ...report.indicators.map((row) => csvLine(["indikator", row.name, row.unit, row.baseline, row.target, row.actual])),
    ...report.spending.map((row) => csvLine(["belanja", row.description, "rupiah", null, row.planned, row.spent])),
    ...report.members.map((row) => csvLine(["belanja kelompok", row.name, "rupiah", null, null, row.spent])),
  ];
  return fileResponse(lines.join(""), { type: "text/csv", name: `laporan-${program.code}-termin-${n}.csv` });
});
