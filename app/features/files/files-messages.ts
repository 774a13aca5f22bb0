import type { RefusalDetails } from "~/kernel/domain-error";
import { defineMessages } from "~/kernel/messages";

export const filesRefusals = defineMessages({
  id: {
    file_missing: (_: RefusalDetails) => "Pilih berkas untuk diunggah.",
    file_empty: (_: RefusalDetails) => "Berkas ini kosong. Pilih berkas lain.",
    file_too_large: (_: RefusalDetails) => "Berkas lebih dari 10 MB. Perkecil atau pindai ulang dengan mutu lebih rendah.",
    file_kind_unsupported: (_: RefusalDetails) => "Berkas harus foto (JPG, PNG, WebP) atau PDF.",
    file_unreadable: (_: RefusalDetails) => "Foto ini rusak dan tidak dapat dibuka. Ambil foto lagi.",
  },
  en: {
    file_missing: (_: RefusalDetails) => "Choose a file to upload.",
    file_empty: (_: RefusalDetails) => "This file is empty. Choose another one.",
    file_too_large: (_: RefusalDetails) => "The file is larger than 10 MB. Make it smaller or scan it again at a lower quality.",
    file_kind_unsupported: (_: RefusalDetails) => "The file must be a photo (JPG, PNG, WebP) or a PDF.",
    file_unreadable: (_: RefusalDetails) => "This photo is damaged and can't be opened. Take it again.",
  },
});
