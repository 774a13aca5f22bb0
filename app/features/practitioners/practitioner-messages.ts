import type { RefusalDetails } from "~/kernel/domain-error";
import { defineMessages } from "~/kernel/messages";

export const practitionerMessages = defineMessages({
  id: {
    title: "Ruang petugas",
    none: "Belum ada tugas",
    noneLead: "Tugas di wilayah kerja Anda muncul di sini begitu ada.",
    notYet: "Kedudukan Anda belum terverifikasi",
    notYetLead: "Tugas baru dapat diterima sesudah dokumen Anda diperiksa.",
    ends: (day: string) => `Kedudukan Anda habis ${day}`,
    left: (days: number) => (days === 0 ? "hari ini" : `${days} hari lagi`),
    leftOf: (days: number, all: number) => `Sisa ${days} dari ${all} hari peringatan`,
    endsLead: "Sesudah hari itu Anda tidak dapat menerima atau menyelesaikan tugas. Yang sudah selesai tetap sah.",
    ended: "Masa berlaku kedudukan Anda sudah habis",
    endedLead: "Tugas baru tertutup sampai dokumen pengganti diperiksa. Yang sudah selesai tetap sah.",
    upload: "Unggah dokumen",
    standing: "Kedudukan",
    valid: "berlaku sampai",
    forever: "berlaku tanpa batas",
    area: "Wilayah kerja",
    areaHint: "Tugas ditawarkan kepada petugas yang wilayahnya memuat desa itu. Kecamatan memuat semua desanya.",
    addArea: "Tambah wilayah",
    areaField: "Desa, kecamatan, atau kabupaten",
    add: "Tambahkan",
    profile: "Profil petugas",
    profileLead: "Tidak ada halaman publik tentang Anda. Profil ini dibaca meja verifikasi dan lembaga yang bekerja dengan Anda.",
    about: "Tentang Anda",
    aboutHint: "Pengalaman dan bidang kerja, paling panjang 600 huruf. Jangan menulis nama warga.",
  },
  en: {
    title: "Practitioner workspace",
    none: "No task yet",
    noneLead: "Tasks in your area of work appear here as soon as there are any.",
    notYet: "Your standing is not verified yet",
    notYetLead: "You can take on tasks once your documents have been checked.",
    ends: (day: string) => `Your standing ends on ${day}`,
    left: (days: number) => (days === 0 ? "today" : days === 1 ? "1 day left" : `${days} days left`),
    leftOf: (days: number, all: number) => `${days} of ${all} days of warning left`,
    endsLead: "After that day you can neither take on nor finish tasks. What is finished stays valid.",
    ended: "Your standing has expired",
    endedLead: "New tasks are closed until replacement documents have been checked. What is finished stays valid.",
    upload: "Upload documents",
    standing: "Standing",
    valid: "valid until",
    forever: "valid without end",
    area: "Area of work",
    areaHint: "Tasks go to practitioners whose area holds the village. A district holds all its villages.",
    addArea: "Add an area",
    areaField: "Village, district or regency",
    add: "Add",
    profile: "Your profile",
    profileLead: "There is no public page about you. The verification desk and organisations that work with you read this profile.",
    about: "About you",
    aboutHint: "Experience and field of work, at most 600 characters. Don't write residents' names.",
  },
});

export const practitionerRefusals = defineMessages({
  id: {
    area_unknown: (_: RefusalDetails) => "Pilih desa, kecamatan, atau kabupaten dari daftar.",
    area_chosen: (_: RefusalDetails) => "Wilayah ini sudah ada dalam daftar Anda.",
    areas_too_many: (details: RefusalDetails) =>
      `Paling banyak ${details.most} wilayah. Pilih wilayah yang lebih besar bila Anda melayani semuanya.`,
    area_last: (_: RefusalDetails) => "Wilayah terakhir tidak dapat dikeluarkan. Tambahkan yang lain lebih dulu.",
    practitioner_standing_invalid: (_: RefusalDetails) =>
      "Kedudukan Anda belum terverifikasi atau sudah habis masa berlakunya. Perbarui dokumen di halaman Legalitas.",
    practitioner_elsewhere: (_: RefusalDetails) => "Desa ini di luar wilayah kerja Anda. Wilayah kerja diatur di halaman Profil.",
  },
  en: {
    area_unknown: (_: RefusalDetails) => "Choose a village, district or regency from the list.",
    area_chosen: (_: RefusalDetails) => "This area is on your list already.",
    areas_too_many: (details: RefusalDetails) => `At most ${details.most} areas. Choose a larger area if you serve them all.`,
    area_last: (_: RefusalDetails) => "The last area cannot be removed. Add another one first.",
    practitioner_standing_invalid: (_: RefusalDetails) =>
      "Your standing is not verified or has expired. Renew the documents on the Standing page.",
    practitioner_elsewhere: (_: RefusalDetails) => "This village lies outside your area of work. Set it on the Profile page.",
  },
});
