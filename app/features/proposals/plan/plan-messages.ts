import { defineMessages, type Language } from "~/kernel/messages";
import { formatRupiah } from "~/kernel/money";
import { type Priced, priceOfLine } from "../proposal-draft";
import { rateOf, taxOf } from "../tax";

/** The plan in full as it is read: on the program's page, at the desk, on paper. */
export const planMessages = defineMessages({
  id: {
    own: {
      title: "Swadaya masyarakat",
      hint: "Dibawa warga sendiri, dinilai dalam rupiah. Tidak termasuk target dan tidak dibayar mitra.",
      kind: { labour: "Tenaga", goods: "Barang", cash: "Uang" },
      item: "Uraian",
      value: "Nilai",
      total: "Jumlah swadaya",
    },
    schedule: {
      title: "Jadwal kegiatan",
      hint: "Bulan mulai sampai bulan selesai, waktu Indonesia barat.",
      activity: "Kegiatan",
      months: "Waktu",
    },
    risks: {
      title: "Risiko",
      hint: "Yang dapat menghambat, dan apa yang disiapkan.",
      risk: "Risiko",
      likelihood: "Kemungkinan",
      mitigation: "Penanganan",
      level: { low: "Rendah", medium: "Sedang", high: "Tinggi" },
    },
    people: {
      title: "Rincian penerima manfaat",
      group: "Kelompok",
      count: "Jumlah",
      people: "Jumlah orang",
      indirect: "Penerima tidak langsung",
      women: "Perempuan",
      men: "Laki-laki",
      age0to5: "Usia 0–5 tahun",
      age6to17: "Usia 6–17 tahun",
      age18to59: "Usia 18–59 tahun",
      age60up: "Usia 60 tahun ke atas",
      disabled: "Dengan disabilitas",
      below: "kurang dari 5",
      hidden: "Angka kecil tidak ditampilkan, dan rincian yang akan membukanya juga tidak.",
    },
    tax: {
      included: (name: string, amount: string) => `termasuk ${name}: ${amount}`,
      added: (name: string, amount: string) => `ditambah ${name}: ${amount}`,
    },
  },
  en: {
    own: {
      title: "Own contribution (swadaya)",
      hint: "Brought by the community itself, valued in rupiah. Not part of the target, and not paid by funders.",
      kind: { labour: "Labour", goods: "Goods", cash: "Cash" },
      item: "Description",
      value: "Value",
      total: "Sum of own contributions",
    },
    schedule: {
      title: "Schedule",
      hint: "From the first month to the last, Western Indonesian time.",
      activity: "Activity",
      months: "When",
    },
    risks: {
      title: "Risks",
      hint: "What may get in the way, and what is prepared.",
      risk: "Risk",
      likelihood: "Likelihood",
      mitigation: "What is done about it",
      level: { low: "Low", medium: "Medium", high: "High" },
    },
    people: {
      title: "Beneficiaries in detail",
      group: "Group",
      count: "Number",
      people: "Number of people",
      indirect: "Indirect beneficiaries",
      women: "Women and girls",
      men: "Men and boys",
      age0to5: "Aged 0–5",
      age6to17: "Aged 6–17",
      age18to59: "Aged 18–59",
      age60up: "Aged 60 and over",
      disabled: "With a disability",
      below: "fewer than 5",
      hidden: "Small numbers are not shown, nor those that would give them away.",
    },
    tax: {
      included: (name: string, amount: string) => `includes ${name}: ${amount}`,
      added: (name: string, amount: string) => `plus ${name}: ${amount}`,
    },
  },
});

/** "termasuk PPN 11%: Rp 99.000, PMK 131/2024": the tax of a line in words; undefined without one. */
export function taxText(line: Priced, language: Language): string | undefined {
  const [price, rate] = [priceOfLine(line), line.tax && rateOf(line.tax.code)];
  if (!line.tax || !rate || price === undefined) return undefined;
  const name = language === "id" ? rate.nameId : rate.nameEn;
  return planMessages[language].tax[line.tax.mode](name, formatRupiah(taxOf(price, line.tax), language));
}
