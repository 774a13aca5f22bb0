import { Button } from "~/components/button";
import { Fields, SelectField, TextField } from "~/components/field";
import { Form, FormActions, Hidden } from "~/components/form";
import { useLanguage, useMessages } from "~/components/language";
import { TableScroll } from "~/components/table";
import { formatDay } from "~/kernel/dates";
import { formatRupiah } from "~/kernel/money";
import { statementMessages } from "./statement-messages";
import type { Preview } from "./statement-preview.server";
import { type ColumnMapping, columnRoles, dateOrders } from "./statements/statement";

/** A mapping as fields of a form or of an address. */
export function mappingFields({ columns, dateOrder, decimal, year }: ColumnMapping): { [name: string]: string | undefined } {
  return {
    ...Object.fromEntries(columns.map((role, at) => [`k${at}`, role])),
    urutan: dateOrder,
    desimal: decimal,
    tahun: year?.toString(),
  };
}

/** What each column holds, with the first rows as we read them. Another choice reads the file anew. */
export function MappingForm({ preview }: { preview: Preview }) {
  const t = useMessages(statementMessages);
  const { header, mapping, account } = preview;
  if (!header || !mapping) return null;
  return (
    <Form method="get">
      <Hidden values={{ rekening: account.id }} />
      <TableScroll label={t.columns}>
        <table className="mapt">
          <thead>
            <tr>
              {header.map((name, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have their place
                <th scope="col" key={at}>
                  <small>{name || at + 1}</small>
                  <label className="sr" htmlFor={`k${at}`}>
                    {t.contentOf(name || String(at + 1))}
                  </label>
                  <select className="sel" id={`k${at}`} name={`k${at}`} defaultValue={mapping.columns[at] ?? "skip"}>
                    {columnRoles.map((role) => (
                      <option value={role} key={role}>
                        {t.roles[role]}
                      </option>
                    ))}
                  </select>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.sample.map((row) => (
              <tr key={row.lineNumber}>
                {header.map((_, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns have their place
                  <SampleCell cell={row.cells[at] ?? ""} role={mapping.columns[at] ?? "skip"} read={row.read} key={at} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      <Fields columns={3} className="mt-5">
        <SelectField
          name="urutan"
          label={t.dateOrder}
          defaultValue={mapping.dateOrder}
          empty={false}
          options={dateOrders.map((value) => ({ value, label: t.dateOrders[value] }))}
        />
        <SelectField
          name="desimal"
          label={t.decimal}
          defaultValue={mapping.decimal}
          empty={false}
          options={[
            { value: ",", label: "1.234.567,00" },
            { value: ".", label: "1,234,567.00" },
          ]}
        />
        <TextField
          name="tahun"
          label={t.year}
          hint={t.yearHint}
          defaultValue={mapping.year?.toString()}
          inputMode="numeric"
          maxLength={4}
        />
      </Fields>
      <FormActions>
        <Button kind="outline">{t.readAgain}</Button>
      </FormActions>
    </Form>
  );
}

function SampleCell({
  cell,
  role,
  read,
}: {
  cell: string;
  role: ColumnMapping["columns"][number];
  read: Preview["sample"][number]["read"];
}) {
  const t = useMessages(statementMessages);
  const language = useLanguage();
  const money = read && (role === "amount" || role === read.direction) && cell !== "";
  return (
    <td className={role === "skip" ? "sk" : undefined}>
      {cell}
      {read && role === "date" && <small>{formatDay(read.bookedOn, language)}</small>}
      {read?.balanceFits && role === "balance" && <small>{t.balanceFits}</small>}
      {money && (
        <small>
          {read.direction === "in" ? "+" : "−"}
          {formatRupiah(read.amount, language)}
        </small>
      )}
    </td>
  );
}
