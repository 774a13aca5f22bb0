/** On what a rate is counted: the price before tax (net, as VAT), or all that is paid of which the tax is withheld (gross, as income tax). */
export type TaxBase = "net" | "gross";

/**
 * A tax as its regulation states it, in hundredths of a percent. A rate that changes is a new entry with a code of its own, and `until` says
 * since when the old one is no longer offered: budget lines keep the rate with which they were written.
 */
export type TaxRate = {
  code: string;
  basisPoints: number;
  base: TaxBase;
  nameId: string;
  nameEn: string;
  /** Code of the regulation that states the rate. */
  regulation: string;
  until?: number;
};

function rate(
  code: string,
  [basisPoints, base]: readonly [number, TaxBase],
  [nameId, nameEn]: readonly [string, string],
  regulation: string,
  change: Pick<TaxRate, "until"> = {},
): TaxRate {
  return { code, basisPoints, base, nameId, nameEn, regulation, ...change };
}

export const taxRates: readonly TaxRate[] = [
  rate("ppn-11", [1100, "net"], ["PPN 11% (12% × 11/12)", "VAT 11% (12% × 11/12)"], "pmk-131-2024"),
  rate("pph21-2_5", [250, "gross"], ["PPh 21 honorarium 2,5%", "Income tax art. 21 on fees 2.5%"], "pmk-168-2023"),
  rate("pph22-1_5", [150, "gross"], ["PPh 22 pembelian barang 1,5%", "Income tax art. 22 on purchases 1.5%"], "pmk-34-2017"),
  rate("pph23-2", [200, "gross"], ["PPh 23 jasa dan sewa alat 2%", "Income tax art. 23 on services and hire 2%"], "pmk-141-2015"),
  rate(
    "pph4_2-10",
    [1000, "gross"],
    ["PPh 4(2) sewa tanah atau bangunan 10%", "Income tax art. 4(2) on rent of land or buildings 10%"],
    "pp-34-2017",
  ),
  rate(
    "pph4_2-1_75",
    [175, "gross"],
    ["PPh 4(2) pelaksana konstruksi kecil 1,75%", "Income tax art. 4(2) on small builders 1.75%"],
    "pp-9-2022",
  ),
  rate("pph_final-0_5", [50, "gross"], ["PPh final usaha kecil 0,5%", "Final income tax of small enterprises 0.5%"], "pp-55-2022"),
];
