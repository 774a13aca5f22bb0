import { useLanguage, useMessages } from "~/components/language";
import { Box } from "~/components/panel";
import { Table } from "~/components/table";
import { formatRupiah } from "~/kernel/money";
import { leadMessages } from "./lead-messages";
import type { CompanyWomenShare } from "./women-led.server";

/** How much of a company's money is in programs led by women, told apart by whose word it is; the rupiah are the ledger's. */
export function WomenShareBox({ share }: { share: CompanyWomenShare }) {
  const t = useMessages(leadMessages);
  const language = useLanguage();
  const { verified, stated, all } = share;
  const rows = [
    { name: t.womenVerified, ...verified },
    { name: t.womenStated, ...stated },
  ];
  return (
    <Box title={t.women} aside={t.womenShare(verified.programs + stated.programs, all.programs)} className="mt-5">
      <Table
        label={t.women}
        rows={rows}
        rowKey={(row) => row.name}
        columns={[
          { head: t.group, cell: (row) => row.name },
          { head: t.programs, label: t.programs, align: "right", cell: (row) => String(row.programs) },
          { head: t.committed, label: t.committed, align: "right", cell: (row) => formatRupiah(row.committed, language) },
          { head: t.disbursed, label: t.disbursed, align: "right", cell: (row) => formatRupiah(row.disbursed, language) },
        ]}
        foot={[t.womenAll, String(all.programs), formatRupiah(all.committed, language), formatRupiah(all.disbursed, language)]}
      />
    </Box>
  );
}
