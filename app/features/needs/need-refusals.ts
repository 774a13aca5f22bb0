import { filesRefusals } from "~/features/files/files-messages";
import { practitionerRefusals } from "~/features/practitioners/practitioner-messages";
import type { RefusalDetails } from "~/kernel/domain-error";
import { defineMessages } from "~/kernel/messages";
import { needMessages } from "./need-messages";

export const needRefusals = defineMessages({
  id: {
    ...filesRefusals.id,
    ...practitionerRefusals.id,
    need_unknown: (_: RefusalDetails) => "Catatan ini tidak ada di wilayah kerja Anda.",
    need_closed: (_: RefusalDetails) => "Catatan ini sudah ditutup. Buat catatan baru bila kebutuhannya muncul lagi.",
    need_changed: (_: RefusalDetails) =>
      "Orang lain menghitung lagi sesudah Anda membuka halaman ini. Lihat angka terbaru, lalu putuskan lagi.",
    need_exists: (_: RefusalDetails) => "Desa ini baru saja dicatat orang lain untuk jenis yang sama. Kirim lagi untuk melihat angkanya.",
    village_missing: (_: RefusalDetails) => needMessages.id.errors.village_missing,
    group_unknown: (_: RefusalDetails) => needMessages.id.errors.group_unknown,
    in_the_future: (_: RefusalDetails) => "Tanggal ini belum terjadi. Periksa bulan dan tahunnya.",
    people_range: (_: RefusalDetails) => "Jumlahnya lebih dari 1.000.000 orang bila ditambahkan. Periksa angkanya.",
    households_range: (_: RefusalDetails) => needMessages.id.errors.households_range,
    sexes_sum: (_: RefusalDetails) => needMessages.id.errors.sexes_sum,
    sources_missing: (_: RefusalDetails) => needMessages.id.errors.sources_missing,
    reason_missing: (_: RefusalDetails) => "Tulis kenapa angkanya berubah.",
    note_missing: (_: RefusalDetails) => "Jelaskan singkat mengapa ditutup.",
  },
  en: {
    ...filesRefusals.en,
    ...practitionerRefusals.en,
    need_unknown: (_: RefusalDetails) => "There is no such record in your area of work.",
    need_closed: (_: RefusalDetails) => "This record is closed. Make a new one if the need has come back.",
    need_changed: (_: RefusalDetails) => "Somebody counted again after you opened this page. Look at the latest figure, then decide again.",
    need_exists: (_: RefusalDetails) => "Somebody has just recorded this group in this village. Send again to see the figure.",
    village_missing: (_: RefusalDetails) => needMessages.en.errors.village_missing,
    group_unknown: (_: RefusalDetails) => needMessages.en.errors.group_unknown,
    in_the_future: (_: RefusalDetails) => "This day has not come yet. Check month and year.",
    people_range: (_: RefusalDetails) => "Added up, these are more than 1,000,000 people. Check the number.",
    households_range: (_: RefusalDetails) => needMessages.en.errors.households_range,
    sexes_sum: (_: RefusalDetails) => needMessages.en.errors.sexes_sum,
    sources_missing: (_: RefusalDetails) => needMessages.en.errors.sources_missing,
    reason_missing: (_: RefusalDetails) => "Write why the number changed.",
    note_missing: (_: RefusalDetails) => "Explain in short why it is closed.",
  },
});
