import { z } from "zod";
import { isDay } from "~/kernel/dates";
import { parseRupiah } from "~/kernel/money";
import { type ColumnMapping, type ColumnRole, columnRoles, dateOrders } from "./statements/statement";
import { ignoreReasons } from "./reconciliation";

const key = z.uuid({ error: "required" });
const rupiah = z.string({ error: "required" }).transform((typed, context) => {
  const amount = parseRupiah(typed);
  if (amount !== undefined) return amount;
  context.addIssue({ code: "custom", message: "not_rupiah" });
  return z.NEVER;
});

/** One row of a split; an empty amount leaves the row out. */
const part = z.object({ mutasi: z.uuid(), program: z.uuid(), tahap: z.uuid(), jumlah: rupiah.optional() });

export const allocateSchema = z.object({
  kunci: key,
  cari: z.string().max(120).optional(),
  bagian: z
    .array(part)
    .max(60)
    .default([])
    .transform((rows) =>
      rows.flatMap(({ mutasi, program, tahap, jumlah }) =>
        jumlah === undefined || jumlah === 0n ? [] : [{ lineId: mutasi, proposalId: program, paymentId: tahap, amount: jumlah }],
      ),
    ),
});

export const ignoreSchema = z.object({
  kunci: key,
  alasan: z.enum(ignoreReasons, { error: "required" }),
  catatan: z.string().trim().max(500, { error: "too_long" }).optional(),
});

export const reasonSchema = z.object({
  kunci: key,
  alasan: z.string({ error: "required" }).trim().min(1, { error: "required" }).max(500, { error: "too_long" }),
});

export const settleEventSchema = z.object({
  kunci: key,
  kabar: z.uuid(),
  catatan: z.string({ error: "required" }).trim().min(1, { error: "required" }).max(500, { error: "too_long" }),
});

export const bankAccountSchema = z.object({
  kunci: key,
  bank: z.string({ error: "required" }).trim().min(1, { error: "required" }).max(80, { error: "too_long" }),
  nomor: z
    .string({ error: "required" })
    .transform((typed) => typed.replace(/[\s.-]/g, ""))
    .pipe(z.string().regex(/^\d{6,20}$/, { error: "account_number" })),
  pemilik: z.string({ error: "required" }).trim().min(1, { error: "required" }).max(120, { error: "too_long" }),
  sejak: z.string({ error: "required" }).refine(isDay, { error: "not_a_day" }),
  saldo: z.string().default("0").pipe(rupiah),
});

/** The mapping in a preview's address: `k0=date&k1=description&urutan=dmy&desimal=,&tahun=2026`; undefined when it says none. */
export function mappingFrom(values: URLSearchParams | FormData): ColumnMapping | undefined {
  const columns: ColumnRole[] = [];
  for (let at = 0; at < 60; at += 1) {
    const role = values.get(`k${at}`);
    if (role === null) break;
    columns.push(columnRoles.find((one) => one === role) ?? "skip");
  }
  if (columns.length === 0) return undefined;
  const year = Number(values.get("tahun"));
  return {
    columns,
    dateOrder: dateOrders.find((one) => one === values.get("urutan")) ?? "dmy",
    decimal: values.get("desimal") === "," ? "," : ".",
    ...(year >= 2000 && year <= 2100 ? { year } : {}),
  };
}
