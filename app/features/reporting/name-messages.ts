import { defineMessages } from "~/kernel/messages";

/** Names of things that the public pages share. */
export const nameMessages = defineMessages({
  id: {
    pillar: { social: "Sosial", economy: "Ekonomi", environment: "Lingkungan", governance: "Hukum dan tata kelola" },
    element: {
      karang_taruna: "Karang Taruna",
      wksbm: "WKSBM",
      woman_leader: "Wanita Pemimpin Kessos",
      lk3: "LK3",
      lks: "LKS",
      pioneer_family: "Keluarga Pioner",
      disaster_cadet: "Tagana",
      professional_social_worker: "Pekerja Sosial Profesional",
      community_social_worker: "Pekerja Sosial Masyarakat",
      functional_extension_officer: "Penyuluh Sosial Fungsional",
      community_extension_worker: "Penyuluh Sosial Masyarakat",
      business: "Dunia Usaha",
      tksk: "TKSK",
    },
    companyType: { bumn: "BUMN", bumd: "BUMD", private: "Swasta" },
    companyTypeLong: { bumn: "Badan usaha milik negara", bumd: "Badan usaha milik daerah", private: "Perusahaan swasta" },
    status: {
      new: "Baru, terverifikasi",
      verified: "Terverifikasi",
      completed: "Selesai",
      expired: "Ditutup",
      suspended: "Dihentikan sementara",
    },
    check: {
      legality: "Legalitas lembaga dan rekening",
      field_visit: "Kunjungan lapangan",
      need: "Kebutuhan dan jumlah sasaran",
      budget: "Kewajaran anggaran",
      regulation: "Kesesuaian aturan",
      endorsement: "Pengukuhan tokoh warga",
      second_reading: "Pembacaan kedua",
    },
    result: { match: "cocok", differs: "ada perbedaan", not_checkable: "tidak bisa diperiksa" },
    csvDownload: "Unduh CSV",
    people: (count: string, unit: string) => `${count} ${unit}`,
  },
  en: {
    pillar: { social: "Social", economy: "Economy", environment: "Environment", governance: "Law and governance" },
    element: {
      karang_taruna: "Karang Taruna",
      wksbm: "WKSBM",
      woman_leader: "Women Social Welfare Leaders",
      lk3: "LK3",
      lks: "LKS",
      pioneer_family: "Keluarga Pioner",
      disaster_cadet: "Tagana",
      professional_social_worker: "Professional Social Worker",
      community_social_worker: "Community Social Worker",
      functional_extension_officer: "Functional Extension Officer",
      community_extension_worker: "Community Extension Worker",
      business: "Business",
      tksk: "TKSK",
    },
    companyType: { bumn: "State-owned", bumd: "Region-owned", private: "Private" },
    companyTypeLong: { bumn: "State-owned company", bumd: "Region-owned company", private: "Private company" },
    status: {
      new: "New, verified",
      verified: "Verified",
      completed: "Completed",
      expired: "Closed",
      suspended: "Suspended",
    },
    check: {
      legality: "Standing and bank account of the organisation",
      field_visit: "Field visit",
      need: "Need and number of people",
      budget: "Fairness of the budget",
      regulation: "Conformity with regulation",
      endorsement: "Endorsement by a local leader",
      second_reading: "Second reading",
    },
    result: { match: "matches", differs: "differs", not_checkable: "can’t be checked" },
    csvDownload: "Download CSV",
    people: (count: string, unit: string) => `${count} ${unit}`,
  },
});

/** A name by a code that comes from the database; the code itself if it has no name. */
export function nameOf(names: object, code: string): string {
  return (names as Readonly<Record<string, string>>)[code] ?? code;
}
