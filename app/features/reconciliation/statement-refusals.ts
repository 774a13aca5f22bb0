import type { RefusalDetails } from "~/kernel/domain-error";
import { defineMessages } from "~/kernel/messages";
import { problemText } from "./problem-messages";
import type { ProblemCode } from "./statements/statement";

type D = RefusalDetails;

export const statementRefusals = defineMessages({
  id: {
    statement_unreadable: (d: D) => `${d.line ? `Baris ${d.line}: ` : ""}${problemText({ code: d.problem as ProblemCode }, "id").title}.`,
    file_empty: (_: D) => problemText({ code: "file_empty" }, "id").title,
    file_is_spreadsheet: (_: D) => problemText({ code: "file_is_spreadsheet" }, "id").title,
    file_is_pdf: (_: D) => problemText({ code: "file_is_pdf" }, "id").title,
    file_not_text: (_: D) => problemText({ code: "file_not_text" }, "id").title,
    gap_open: (_: D) => "Berkas ini tidak bersambung dengan mutasi sebelumnya. Tambahkan berkas yang hilang, atau setujui celahnya.",
    balance_breaks: (d: D) => `Saldo berjalan tidak cocok di baris ${d.line}. Unduh ulang berkasnya, atau setujui apa adanya.`,
    bank_account_unknown: (_: D) => "Pilih rekening yang ada.",
    already_imported: (_: D) => "Berkas ini sudah diimpor.",
  },
  en: {
    statement_unreadable: (d: D) => `${d.line ? `Line ${d.line}: ` : ""}${problemText({ code: d.problem as ProblemCode }, "en").title}.`,
    file_empty: (_: D) => problemText({ code: "file_empty" }, "en").title,
    file_is_spreadsheet: (_: D) => problemText({ code: "file_is_spreadsheet" }, "en").title,
    file_is_pdf: (_: D) => problemText({ code: "file_is_pdf" }, "en").title,
    file_not_text: (_: D) => problemText({ code: "file_not_text" }, "en").title,
    gap_open: (_: D) => "This file does not continue from the lines before it. Add the missing file, or accept the gap.",
    balance_breaks: (d: D) => `The running balance does not agree at line ${d.line}. Download the file again, or accept it as it is.`,
    bank_account_unknown: (_: D) => "Choose an account from the list.",
    already_imported: (_: D) => "This file has been imported.",
  },
});
