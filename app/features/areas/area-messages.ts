import { defineMessages } from "~/kernel/messages";

export const areaMessages = defineMessages({
  id: {
    search: "Cari wilayah",
    hint: "Ketik nama desa, kelurahan, atau kecamatan, misalnya Ledok Sambong.",
    chosen: "Terpilih",
    pick: "Pilih satu dari hasil pencarian",
    none: (q: string) => `Tidak ada wilayah bernama “${q}”. Periksa ejaannya, atau ketik nama kecamatannya.`,
    province: "Provinsi",
    regency: "Kabupaten atau kota",
    district: "Kecamatan",
    village: "Desa atau kelurahan",
    remove: (area: string) => `Keluarkan ${area}`,
    removeButton: "Keluarkan",
  },
  en: {
    search: "Search area",
    hint: "Type the name of a village or a district, for example Ledok Sambong.",
    chosen: "Chosen",
    pick: "Choose one of the results",
    none: (q: string) => `No area is called “${q}”. Check the spelling, or type the name of the district.`,
    province: "Province",
    regency: "Regency or city",
    district: "District",
    village: "Village",
    remove: (area: string) => `Remove ${area}`,
    removeButton: "Remove",
  },
});
