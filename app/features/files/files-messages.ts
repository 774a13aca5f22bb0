import type { RefusalDetails } from "~/kernel/domain-error";
import { defineMessages } from "~/kernel/messages";

export const filesRefusals = defineMessages({
  id: {
    file_missing: (_: RefusalDetails) => "Pilih berkas untuk diunggah.",
    file_empty: (_: RefusalDetails) => "Berkas ini kosong. Pilih berkas lain.",
    file_too_large: (_: RefusalDetails) => "Berkas lebih dari 10 MB. Perkecil atau pindai ulang dengan mutu lebih rendah.",
    file_kind_unsupported: (_: RefusalDetails) => "Berkas harus foto (JPG, PNG, WebP) atau PDF.",
    file_cut_short: (_: RefusalDetails) => "PDF ini terpotong. Simpan atau pindai ulang, lalu pilih lagi.",
    file_active: (_: RefusalDetails) => "PDF ini berisi program atau berkas tersembunyi. Cetak ke PDF biasa, lalu pilih lagi.",
    file_unreadable: (_: RefusalDetails) => "Foto ini rusak dan tidak dapat dibuka. Ambil foto lagi.",
    too_many_files: (details: RefusalDetails) => `Sudah ada ${String(details.most)} berkas. Hapus satu, atau gabungkan dalam satu PDF.`,
    file_twice: (_: RefusalDetails) => "Berkas ini sudah dilampirkan.",
    title_too_long: (_: RefusalDetails) => "Keterangan berkas paling panjang 120 huruf.",
  },
  en: {
    file_missing: (_: RefusalDetails) => "Choose a file to upload.",
    file_empty: (_: RefusalDetails) => "This file is empty. Choose another one.",
    file_too_large: (_: RefusalDetails) => "The file is larger than 10 MB. Make it smaller or scan it again at a lower quality.",
    file_kind_unsupported: (_: RefusalDetails) => "The file must be a photo (JPG, PNG, WebP) or a PDF.",
    file_cut_short: (_: RefusalDetails) => "This PDF is cut short. Save or scan it again and choose it once more.",
    file_active: (_: RefusalDetails) => "This PDF holds a program or hidden files. Print it to a plain PDF and choose that.",
    file_unreadable: (_: RefusalDetails) => "This photo is damaged and can't be opened. Take it again.",
    too_many_files: (details: RefusalDetails) => `There are ${String(details.most)} files already. Remove one, or put them into one PDF.`,
    file_twice: (_: RefusalDetails) => "This file is attached already.",
    title_too_long: (_: RefusalDetails) => "A caption has at most 120 characters.",
  },
});
